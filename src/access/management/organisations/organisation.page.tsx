/** One organisation as system management sees it: facts, what it may use, who administers it, its units. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { grantsText } from '../grants/text.ts'
import {
  changeGrantPath,
  givePath,
  managementPaths,
  mergePath,
  organisationDeedPath,
  organisationPath,
  takeBackPath,
  unitPath,
} from '../management-paths.ts'
import { managementText } from '../text.ts'
import { type OrganisationDescription, type OrganisationGrant, unitsShown } from './organisation.store.ts'
import { organisationsText } from './text.ts'

/** What a page after a deed says has been done. */
export type OrganisationDeed = keyof (typeof organisationsText)['da']['done']

export type OrganisationPageProps = {
  readonly frame: AdminFrame
  readonly organisation: OrganisationDescription
  readonly may: { readonly grant: boolean; readonly change: boolean; readonly appoint: boolean }
  readonly now: Date
  /** What the viewer has just done. */
  readonly done: OrganisationDeed | null
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { frame, organisation, may, done } = props
  const { language } = frame.shell
  const text = organisationsText[language]
  const { id, status, mergedInto } = organisation
  return (
    <AdminLayout
      {...frame}
      title={organisation.name}
      breadcrumb={[{ name: text.title, href: managementPaths.organisations }]}
      actions={
        may.change && (
          <a class="button button-secondary" href={organisationDeedPath(id, 'ret')}>
            {text.change}
          </a>
        )
      }
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p>{text.done[done]}</p>
        </div>
      )}
      <Facts {...props} />
      <section class="seb-section" aria-labelledby="tjenester">
        <h2 id="tjenester">{managementText[language].services}</h2>
        {organisation.grants.length === 0 ? <p>{text.noGrants}</p> : <Grants {...props} />}
        {may.grant && status === 'active' && (
          <p>
            <a class="button button-secondary" href={givePath(id)}>
              {grantsText[language].giveService}
            </a>
          </p>
        )}
      </section>
      <Administrators {...props} />
      <section class="seb-section" aria-labelledby="enheder">
        <h2 id="enheder">{text.units}</h2>
        <Units {...props} />
      </section>
      {may.change && !mergedInto && (
        <p class="seb-section seb-actions">
          {status === 'closed' ? (
            <a class="seb-hit" href={organisationDeedPath(id, 'aabn')}>
              {text.reopen}
            </a>
          ) : (
            <a class="seb-hit" href={organisationDeedPath(id, 'luk')}>
              {text.close}
            </a>
          )}
          {status === 'active' && (
            <a class="seb-hit" href={mergePath(id)}>
              {text.merge}
            </a>
          )}
          {status === 'applied' && (
            <a class="seb-hit" href={organisationDeedPath(id, 'aabn')}>
              {text.activate}
            </a>
          )}
        </p>
      )}
    </AdminLayout>
  )
}

function Facts({ frame, organisation }: OrganisationPageProps) {
  const { language } = frame.shell
  const text = organisationsText[language]
  const shared = managementText[language]
  const facts = [
    [shared.cvr, organisation.cvr],
    [shared.kind, shared.kinds[organisation.kind]],
    [shared.status, shared.statuses[organisation.status]],
    [text.since, formatDate(organisation.createdAt, language)],
    [text.employees, new Intl.NumberFormat(language).format(organisation.employees)],
  ] as const
  const { mergedInto } = organisation
  return (
    <dl class="seb-facts">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {mergedInto && (
        <div>
          <dt>{text.mergedInto}</dt>
          <dd>
            <a href={organisationPath(mergedInto.id)}>{mergedInto.name}</a>
          </dd>
        </div>
      )}
    </dl>
  )
}

function Administrators({ frame, organisation, may }: OrganisationPageProps) {
  const text = organisationsText[frame.shell.language]
  const { administrators } = organisation
  const orphaned = organisation.status === 'active' && !administrators.some(({ level }) => level === 'chief')
  return (
    <section class="seb-section" aria-labelledby="administratorer">
      <h2 id="administratorer">{text.administrators}</h2>
      {administrators.length === 0 ? (
        <p>{text.noAdministrators}</p>
      ) : (
        <ul>
          {administrators.map(({ name, level }) => (
            <li>
              {name}, {text.levels[level]}
            </li>
          ))}
        </ul>
      )}
      {orphaned && administrators.length > 0 && <p class="strong">{text.noChief}</p>}
      {orphaned && may.appoint && (
        <p>
          <a class="button button-primary" href={organisationDeedPath(organisation.id, 'overbrugeradministrator')}>
            {text.chief}
          </a>
        </p>
      )}
    </section>
  )
}

function Grants({ frame, organisation, may, now }: OrganisationPageProps) {
  const { language } = frame.shell
  const text = { ...managementText[language], ...organisationsText[language] }
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.services}</caption>
      <thead>
        <tr>
          <th scope="col">{text.service}</th>
          <th scope="col">{text.roles}</th>
          <th scope="col">{text.from}</th>
          <th scope="col">{text.until}</th>
          {may.grant && (
            <th scope="col">
              <span class="sr-only">{text.takeBack}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {organisation.grants.map((grant) => {
          const over = grant.validUntil !== null && grant.validUntil <= now
          const service = language === 'da' ? grant.serviceDa : grant.serviceEn
          return (
            <tr>
              <th scope="row">
                <span class="seb-name">{service}</span>
                {over && <small>{text.over}</small>}
              </th>
              <td data-title={text.roles}>
                <span>{grant.roles?.map((role) => role[language]).join(', ') ?? text.allRoles}</span>
              </td>
              <td data-title={text.from}>
                <span class="nowrap">{formatDate(grant.validFrom, language)}</span>
              </td>
              <td data-title={text.until}>
                <span class="nowrap">{lastDay(grant, language)}</span>
              </td>
              {may.grant && (
                <td>
                  {!over && (
                    <span class="seb-actions">
                      <a class="seb-hit" href={changeGrantPath(organisation.id, grant.id)}>
                        {grantsText[language].change}
                        <span class="sr-only"> {service}</span>
                      </a>
                      <a class="seb-hit" href={takeBackPath(organisation.id, grant.id)}>
                        {text.takeBack}
                        <span class="sr-only"> {service}</span>
                      </a>
                    </span>
                  )}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** An end is the first moment after. */
function lastDay({ validUntil }: OrganisationGrant, language: 'da' | 'en'): string {
  return validUntil ? formatDate(new Date(validUntil.getTime() - 1), language) : managementText[language].noEnd
}

function Units({ frame, organisation, may }: OrganisationPageProps) {
  const { language } = frame.shell
  const text = organisationsText[language]
  const { shown, total, text: query } = organisation.units
  const number = new Intl.NumberFormat(language)
  return (
    <>
      {(total > unitsShown || query !== '') && (
        <form class="seb-filters" method="get" action={`${organisationPath(organisation.id)}#enheder`}>
          <div>
            <label class="form-label" for="enhed">
              {text.findUnit}
            </label>
            <span class="form-hint">{text.findUnitHint}</span>
            <input class="form-input" type="search" id="enhed" name="enhed" value={query} />
          </div>
          <button class="button button-secondary" type="submit">
            {managementText[language].show}
          </button>
        </form>
      )}
      {shown.length === 0 ? <p>{text.noUnits}</p> : <UnitTable {...{ frame, organisation, may }} />}
      {total > shown.length && (
        <p class="quiet">
          {fillText(text.moreUnits, { count: number.format(shown.length), total: number.format(total) })}
        </p>
      )}
      {may.change && organisation.status !== 'closed' && (
        <p>
          <a class="button button-secondary" href={unitPath(organisation.id, 'ny')}>
            {text.addUnit}
          </a>
        </p>
      )}
    </>
  )
}

function UnitTable({ frame, organisation, may }: Pick<OrganisationPageProps, 'frame' | 'organisation' | 'may'>) {
  const { language } = frame.shell
  const text = organisationsText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.units}</caption>
      <thead>
        <tr>
          <th scope="col">{managementText[language].name}</th>
          <th scope="col">{text.sor}</th>
          <th scope="col">{text.pNumber}</th>
          <th scope="col">{text.ydernummer}</th>
          {may.change && (
            <th scope="col">
              <span class="sr-only">{text.changeUnit}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {organisation.units.shown.map(({ id, name, sor, pNumber, ydernummer }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-title={text.sor}>
              <span class="num">{sor ?? '–'}</span>
            </td>
            <td data-title={text.pNumber}>
              <span class="num">{pNumber ?? '–'}</span>
            </td>
            <td data-title={text.ydernummer}>
              <span class="num">{ydernummer ?? '–'}</span>
            </td>
            {may.change && (
              <td>
                <a class="seb-hit" href={unitPath(organisation.id, id)}>
                  {text.changeUnit}
                  <span class="sr-only"> {name}</span>
                </a>
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
