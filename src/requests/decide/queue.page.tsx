/** "Anmodninger": what waits, the longest first; filters that stay; several decided at once. */
import { ownAwayPath } from '../../access/admin/admin-paths.ts'
import type { UnitChoice } from '../../access/admin/employees/employees.store.ts'
import type { AdminFrame } from '../../access/admin/frame.ts'
import type { Page } from '../../storage/keyset.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDate } from '../../web/format.ts'
import { Pager } from '../../web/pager.tsx'
import { type RequestStepKind, requestKinds } from '../request.ts'
import { stateNow } from '../request-state.ts'
import { decidePath, decidePaths } from './decide-paths.ts'
import { type QueuedRequest, type QueueQuery, queueStates, writeQueueQuery } from './queue.store.ts'
import { nameIn } from './request-in-words.ts'
import { decideText } from './text.ts'

export type QueuePageProps = {
  readonly frame: AdminFrame
  readonly list: Page<QueuedRequest>
  readonly query: QueueQuery
  readonly services: readonly { readonly id: string; readonly nameDa: string; readonly nameEn: string }[]
  readonly units: readonly UnitChoice[]
  readonly ownPersonId: string
  readonly now: Date
  readonly maySet: boolean
  readonly done: RequestStepKind | null
  readonly noneTicked: boolean
}

/** The form that the ticks belong to. */
const form = 'valgte'

export function QueuePage(props: QueuePageProps) {
  const { frame, list, query, maySet, done, noneTicked } = props
  const { language } = frame.shell
  const text = decideText[language]
  const count = new Intl.NumberFormat(language).format(list.total)
  const doneText = done && Object.hasOwn(text.done, done) ? text.done[done as keyof typeof text.done] : null
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={list.total === 1 ? text.leadOne : fillText(text.lead, { count })}
      actions={
        maySet && (
          <a class="button button-secondary" href={decidePaths.settings}>
            {text.settings}
          </a>
        )
      }
    >
      {doneText && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{doneText}</p>
        </div>
      )}
      <Filters {...props} />
      {noneTicked && (
        <div class="seb-mistakes" role="alert">
          <a href={`#${form}`}>{text.noneTicked}</a>
        </div>
      )}
      {list.rows.length === 0 ? <Empty {...props} /> : <Requests {...props} />}
      <Pager shell={frame.shell} page={list} list={`${decidePaths.queue}?${writeQueueQuery(query)}`} />
      <p class="seb-section">
        <a class="seb-hit" href={ownAwayPath}>
          {text.away}
        </a>
      </p>
    </AdminLayout>
  )
}

function Filters({ frame, query, services, units }: QueuePageProps) {
  const { language } = frame.shell
  const text = decideText[language]
  return (
    <form class="seb-filters seb-filters--many" method="get" action={decidePaths.queue}>
      <Choice id="status" label={text.filters.state}>
        {queueStates.map((state) => (
          <option value={state} selected={state === query.state}>
            {text.states[state]}
          </option>
        ))}
      </Choice>
      <Choice id="tjeneste" label={text.filters.service}>
        <option value="">{text.filters.all}</option>
        {services.map((service) => (
          <option value={service.id} selected={service.id === query.serviceId}>
            {nameIn(service, language)}
          </option>
        ))}
      </Choice>
      <Choice id="enhed" label={text.filters.unit}>
        <option value="">{text.filters.all}</option>
        {units.map(({ id, name }) => (
          <option value={id} selected={id === query.unitId}>
            {name}
          </option>
        ))}
      </Choice>
      <Choice id="slags" label={text.filters.kind}>
        <option value="">{text.filters.all}</option>
        {requestKinds.map((kind) => (
          <option value={kind} selected={kind === query.kind}>
            {text.kinds[kind]}
          </option>
        ))}
      </Choice>
      <div class="form-group-checkbox">
        <input class="form-checkbox" type="checkbox" id="mine" name="mine" value="1" checked={query.mine} />
        <label class="form-label" for="mine">
          {text.filters.mine}
        </label>
      </div>
      <button class="button button-secondary" type="submit">
        {text.filters.show}
      </button>
    </form>
  )
}

function Choice({ id, label, children }: { id: string; label: string; children: unknown }) {
  return (
    <div>
      <label class="form-label" for={id}>
        {label}
      </label>
      <select class="form-select" id={id} name={id}>
        {children}
      </select>
    </div>
  )
}

function Empty({ frame, query }: QueuePageProps) {
  const text = decideText[frame.shell.language]
  const filtered = writeQueueQuery(query) !== ''
  return (
    <div class="seb-empty">
      <p class="strong">{filtered ? text.noneMatch : text.none}</p>
      {filtered ? (
        <p>
          <a class="seb-hit" href={decidePaths.queue}>
            {text.clear}
          </a>
        </p>
      ) : (
        <p>{text.noneNext}</p>
      )}
    </div>
  )
}

function Requests(props: QueuePageProps) {
  const { frame, list, query } = props
  const text = decideText[frame.shell.language]
  const ticks = query.state === 'waiting'
  const columns = text.columns
  return (
    <>
      {ticks && (
        <form class="seb-ticked" id={form} method="post" action={decidePaths.several}>
          <input type="hidden" name="liste" value={writeQueueQuery(query)} />
          <fieldset class="seb-actions">
            <legend class="sr-only">{text.ticked}</legend>
            <button class="button button-secondary" type="submit" name="trin" value="godkend">
              {text.approveTicked}
            </button>
            <button class="button button-secondary" type="submit" name="trin" value="afvis">
              {text.rejectTicked}
            </button>
          </fieldset>
        </form>
      )}
      <table class="seb-table">
        <caption class="sr-only">{text.title}</caption>
        <thead>
          <tr>
            {ticks && (
              <th scope="col">
                <span class="sr-only">{text.ticked}</span>
              </th>
            )}
            {[columns.who, columns.what, columns.kind, columns.since, columns.status].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {list.rows.map((request) => (
            <RequestRow {...props} request={request} ticks={ticks} />
          ))}
        </tbody>
      </table>
    </>
  )
}

function RequestRow(props: QueuePageProps & { request: QueuedRequest; ticks: boolean }) {
  const { frame, request, ticks, query, ownPersonId, now } = props
  const { language } = frame.shell
  const text = decideText[language]
  const { id, name, role, service } = request
  const filters = writeQueueQuery(query)
  const address = `${decidePath(id)}${filters === '' ? '' : `?${new URLSearchParams({ liste: filters })}`}`
  const own = request.askedBy === ownPersonId || request.personId === ownPersonId
  return (
    <tr>
      {ticks && (
        <td class="seb-tick">
          {!own && (
            <div class="form-group-checkbox">
              <input
                class="form-checkbox"
                type="checkbox"
                form={form}
                id={`k-${id}`}
                name="valgt"
                value={`${id}:${request.version}`}
              />
              <label class="form-label" for={`k-${id}`}>
                <span class="sr-only">{fillText(text.tick, { name })}</span>
              </label>
            </div>
          )}
        </td>
      )}
      <th scope="row">
        <a class="seb-name seb-hit" href={address}>
          {name}
        </a>
        {request.unitName && <small>{request.unitName}</small>}
      </th>
      <td data-title={text.columns.what}>
        <span>
          {role ? nameIn(role, language) : text.noRole}
          {role?.sensitive && (
            <>
              {' '}
              <b class="seb-badge">{text.sensitive}</b>
            </>
          )}
          {service && <small>{nameIn(service, language)}</small>}
        </span>
      </td>
      <td data-title={text.columns.kind}>
        <span>{text.kinds[request.kind]}</span>
      </td>
      <td data-title={text.columns.since}>
        <span class="nowrap">{formatDate(request.submittedAt, language)}</span>
      </td>
      <td data-title={text.columns.status}>
        <span>
          {text.status[stateNow(request, now)]}
          {own && <small>{text.own}</small>}
          {ticks && request.firstApprovedBy !== null && <small>{text.second}</small>}
        </span>
      </td>
    </tr>
  )
}
