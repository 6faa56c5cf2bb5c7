/** "Min adgang": what one may do in each service and why, whom one belongs to, where one is logged in, who changed what. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { capital, formatDate } from '../../web/format.ts'
import { formatHours } from '../../web/format-weekly-hours.ts'
import { Icon } from '../../web/icons.tsx'
import type { AdminFrame } from '../admin/frame.ts'
import { endsSoon } from '../endings/suggest-extension.ts'
import { ExplainPath } from '../explain/explain-path.tsx'
import { explainRight } from '../explain/explain-right.ts'
import { hoursInWords } from '../explain/hours-in-words.ts'
import { explainText } from '../explain/text.ts'
import type { DoorFacts } from '../roles/effective-roles.ts'
import type { Right } from '../roles/rights.store.ts'
import { EventsAboutMe } from './events-about-me.tsx'
import { extendOwnRolePath, loseRolePath, minePaths } from './mine-paths.ts'
import type { EventAboutMe, MyAccount, MyIdentity, MySession } from './my-access.store.ts'
import { MyIdentities, MySessions } from './my-log-ins.tsx'
import { mineText } from './text.ts'

export type MyRight = {
  readonly right: Right
  readonly facts: DoorFacts
  /** When the account was last used in the service. */
  readonly lastUsedAt: Date | null
}

export type MyAccessPageProps = {
  readonly frame: AdminFrame
  readonly person: string
  readonly rights: readonly MyRight[]
  readonly accounts: readonly MyAccount[]
  readonly sessions: readonly MySession[]
  readonly thisSessionId: string
  readonly identities: readonly MyIdentity[]
  readonly events: readonly EventAboutMe[]
  /** A number in a data scope → the unit that has it. */
  readonly unitNames: ReadonlyMap<string, string>
  /** The log-in shows what is of one organisation only. */
  readonly isNarrow: boolean
}

export function MyAccessPage(props: MyAccessPageProps) {
  const text = mineText[props.frame.shell.language]
  return (
    <AdminLayout
      {...props.frame}
      title={text.title}
      lead={text.lead}
      actions={
        <a class="button button-primary" href={minePaths.ask}>
          {text.ask}
        </a>
      }
    >
      {props.isNarrow && <p class="quiet">{text.narrow}</p>}
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
        <MySessions shell={props.frame.shell} {...props} />
      </section>
      <section class="seb-block" aria-labelledby="kendte-log-in">
        <h2 id="kendte-log-in">{text.identities}</h2>
        <p class="quiet">{text.identitiesLead}</p>
        <MyIdentities shell={props.frame.shell} {...props} />
      </section>
      <section class="seb-block" aria-labelledby="aendringer">
        <h2 id="aendringer">{text.events}</h2>
        <p class="quiet">{text.eventsLead}</p>
        <EventsAboutMe shell={props.frame.shell} {...props} />
      </section>
    </AdminLayout>
  )
}

function Rights({ frame: { shell }, person, rights, unitNames }: MyAccessPageProps) {
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
                <th scope="col">{text.lastUsedService}</th>
              </tr>
            </thead>
            <tbody>
              {group.map(({ right: { assignment }, facts, lastUsedAt }) => {
                const explained = explainRight(facts, assignment)
                const { role } = assignment
                return (
                  <>
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
                        <span class="seb-deeds">
                          {assignment.withdrawnAt === null && endsSoon(assignment.validUntil, facts.now) && (
                            <a class="seb-hit" href={extendOwnRolePath(assignment.id)}>
                              {text.extend}
                              <span class="sr-only">: {danish ? role.nameDa : role.nameEn}</span>
                            </a>
                          )}
                          {assignment.withdrawnAt === null && (
                            <a class="seb-hit" href={loseRolePath(assignment.id)}>
                              {text.lose}
                              <span class="sr-only">: {danish ? role.nameDa : role.nameEn}</span>
                            </a>
                          )}
                        </span>
                      </th>
                      <td data-title={text.holdsFor}>
                        <span>
                          {Object.values(assignment.scopes)
                            .flat()
                            .map((number) => unitNames.get(number) ?? number)
                            .join(', ') || text.everything}
                        </span>
                      </td>
                      <td data-title={text.until}>
                        {explained.endsAt
                          ? formatDate(new Date(explained.endsAt.getTime() - 1), shell.language)
                          : text.noEnd}
                        {assignment.hours && <small>{hoursInWords(assignment.hours, facts.now, shell.language)}</small>}
                      </td>
                      <td data-title={text.lastUsedService}>
                        {lastUsedAt ? formatDate(lastUsedAt, shell.language) : text.never}
                      </td>
                    </tr>
                    <tr class="seb-whyrow">
                      <td colspan={4}>
                        <ExplainPath
                          unitNames={unitNames}
                          shell={shell}
                          facts={facts}
                          assignment={assignment}
                          person={person}
                          service={serviceName}
                          givenBy={assignment.assignedBy === 'operator' ? text.by.operator : text.by.person}
                        />
                      </td>
                    </tr>
                  </>
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
  if (accounts.length === 0) return <p>{text.noAccounts}</p>
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
        {accounts.map(({ organisation, unit, status, hours }) => (
          <tr>
            <th scope="row">{organisation}</th>
            <td data-title={text.unit}>{unit ?? '–'}</td>
            <td data-title={text.state}>
              <span>
                {text.statuses[status]}
                {hours && (
                  <small>
                    {capital(
                      fillText(explainText[shell.language].onlyIn, { hours: formatHours(hours, shell.language) }),
                    )}
                    .
                  </small>
                )}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
