/** "Min adgang": what one may do in each service and why, whom one belongs to, where one is logged in, who changed what. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { formatDate, formatDateTime } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { AdminFrame } from '../admin/frame.ts'
import { ExplainPath } from '../explain/explain-path.tsx'
import { explainRight } from '../explain/explain-right.ts'
import type { DoorFacts } from '../roles/effective-roles.ts'
import type { Right } from '../roles/rights.store.ts'
import { minePaths } from './mine-paths.ts'
import type { ChangeAboutMe, MyAccount, MySession } from './my-access.store.ts'
import { mineText } from './text.ts'

export type MyRight = { readonly right: Right; readonly facts: DoorFacts }

export type MyAccessPageProps = {
  readonly frame: AdminFrame
  readonly person: string
  readonly rights: readonly MyRight[]
  readonly accounts: readonly MyAccount[]
  readonly sessions: readonly MySession[]
  readonly thisSessionId: string
  readonly changes: readonly ChangeAboutMe[]
}

export function MyAccessPage(props: MyAccessPageProps) {
  const text = mineText[props.frame.shell.language]
  return (
    <AdminLayout {...props.frame} title={text.title} lead={text.lead}>
      <section class="seb-block" aria-labelledby="roller">
        <h2 id="roller">{text.rights}</h2>
        {props.rights.length === 0 ? (
          <div class="seb-empty">
            <h3>{text.noRightsTitle}</h3>
            <p>{text.noRights}</p>
          </div>
        ) : (
          <Rights {...props} />
        )}
      </section>
      <section class="seb-block" aria-labelledby="organisationer">
        <h2 id="organisationer">{text.accounts}</h2>
        <Accounts {...props} />
      </section>
      <section class="seb-block" aria-labelledby="logget-ind">
        <h2 id="logget-ind">{text.sessions}</h2>
        <p class="quiet">{text.sessionsLead}</p>
        <Sessions {...props} />
      </section>
      <section class="seb-block" aria-labelledby="aendringer">
        <h2 id="aendringer">{text.changes}</h2>
        <Changes {...props} />
      </section>
    </AdminLayout>
  )
}

function Rights({ frame: { shell }, person, rights }: MyAccessPageProps) {
  const text = mineText[shell.language]
  const danish = shell.language === 'da'
  const byService = [...Map.groupBy(rights, ({ right }) => right.service.id).values()]
  return (
    <>
      {byService.map((group) => {
        const service = group[0]?.right.service
        const serviceName = (danish ? service?.nameDa : service?.nameEn) ?? ''
        return (
          <table class="seb-table">
            <caption>{serviceName}</caption>
            <thead>
              <tr>
                <th scope="col">{text.role}</th>
                <th scope="col">{text.holdsFor}</th>
                <th scope="col">{text.until}</th>
              </tr>
            </thead>
            <tbody>
              {group.map(({ right: { assignment }, facts }) => {
                const explained = explainRight(facts, assignment)
                const { role } = assignment
                return (
                  <tr>
                    <th scope="row">
                      {danish ? role.nameDa : role.nameEn}
                      <small>{facts.account.organisation.name}</small>
                      {!explained.holds && (
                        <span class="seb-state warn">
                          <Icon sprite={shell.assets.icons} name="warning" class="icon-20" />
                          {text.noEffect}
                        </span>
                      )}
                      <ExplainPath
                        shell={shell}
                        facts={facts}
                        assignment={assignment}
                        person={person}
                        service={serviceName}
                        givenBy={assignment.assignedBy === 'operator' ? text.by.operator : text.by.person}
                      />
                    </th>
                    <td data-title={text.holdsFor}>
                      {Object.values(assignment.scopes).flat().join(', ') || text.everything}
                    </td>
                    <td data-title={text.until}>
                      {explained.endsAt
                        ? formatDate(new Date(explained.endsAt.getTime() - 1), shell.language)
                        : text.noEnd}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        )
      })}
    </>
  )
}

function Accounts({ frame: { shell }, accounts }: MyAccessPageProps) {
  const text = mineText[shell.language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.accounts}</caption>
      <thead>
        <tr>
          <th scope="col">{text.organisation}</th>
          <th scope="col">{text.unit}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ organisation, unit, status }) => (
          <tr>
            <th scope="row">{organisation}</th>
            <td data-title={text.unit}>{unit ?? '–'}</td>
            <td data-title={text.state}>{text.statuses[status]}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Sessions({ frame: { shell }, sessions, thisSessionId }: MyAccessPageProps) {
  const text = mineText[shell.language]
  return (
    <>
      <ul class="seb-list plain-list">
        {sessions.map(({ id, providerDa, providerEn, startedAt, lastUsedAt }) => (
          <li class="seb-line">
            <p>
              <span class="strong">{shell.language === 'da' ? providerDa : providerEn}</span>
              {id === thisSessionId && ` (${text.thisOne})`}
              <br />
              <span class="quiet">
                {text.startedAt} {formatDateTime(startedAt, shell.language)}. {text.lastUsed}{' '}
                {formatDateTime(lastUsedAt, shell.language)}
              </span>
            </p>
            {id !== thisSessionId && (
              <form method="post" action={minePaths.endSession}>
                <button class="button button-secondary" type="submit" name="session" value={id}>
                  {text.end}
                  <span class="sr-only"> {formatDateTime(startedAt, shell.language)}</span>
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 2 && (
        <form method="post" action={minePaths.endSession}>
          <button class="button button-secondary" type="submit" name="session" value="andre">
            {text.endOthers}
          </button>
        </form>
      )}
    </>
  )
}

function Changes({ frame: { shell }, changes }: MyAccessPageProps) {
  const text = mineText[shell.language]
  if (changes.length === 0) return <p>{text.noChanges}</p>
  const deeds: Readonly<Record<string, string>> = text.events
  const people: Readonly<Record<string, string>> = text.by
  return (
    <ol class="seb-time plain-list">
      {changes.map(({ at, action, by, byMyself }) => (
        <li>
          <time datetime={at.toISOString()}>{formatDateTime(at, shell.language)}</time>
          <span>
            <b>{byMyself ? text.by.myself : (people[by] ?? text.by.other)}</b> {deeds[action] ?? text.otherEvent}
          </span>
        </li>
      ))}
    </ol>
  )
}
