/** One employee: the account, every role with whether it has effect now and why not, and what has happened. No CPR number. */
import type { Child } from 'hono/jsx'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate, formatDateTime } from '../../../web/format.ts'
import { Icon } from '../../../web/icons.tsx'
import type { Shell } from '../../../web/shell.ts'
import { endingsText } from '../../endings/text.ts'
import { hoursInWords } from '../../explain/hours-in-words.ts'
import type { SentInvitation } from '../../invitations/invitations.store.ts'
import { organisationLog } from '../../log/log-paths.ts'
import { accountHoursText } from '../account-hours/text.ts'
import {
  accountChangePath,
  accountHoursPath,
  adminPaths,
  assignPath,
  extendAccountPath,
  movePath,
  numbersPath,
  simulatorPath,
} from '../admin-paths.ts'
import { assignText } from '../assign/text.ts'
import { HeldBundles } from '../bundles/held-bundles.tsx'
import type { AccountChange } from '../decide/change-account.ts'
import { decideText } from '../decide/text.ts'
import type { AdminFrame } from '../frame.ts'
import { InvitationPanel } from '../invite/invitation-panel.tsx'
import { moveText } from '../move/text.ts'
import { numbersText } from '../numbers/text.ts'
import { simulatorText } from '../simulator/text.ts'
import type { EmployeeDescription } from './describe-employee.ts'
import { EmployeeState } from './employee-state.tsx'
import { lastDay } from './last-day.ts'
import { RoleTable } from './role-table.tsx'
import { employeesText } from './text.ts'

/** What a page after a deed says has been done. */
export const deeds = [
  'rolle-givet',
  'rolle-rettet',
  'rolle-taget-tilbage',
  'flyttet',
  'pakke-givet',
  'pakke-opdateret',
  'pakke-taget-tilbage',
  'sidste-dag',
  'tider-rettet',
  'konto-spaerret',
  'konto-aabnet',
  'konto-ophoert',
  'medarbejder-oprettet',
  'numre-rettet',
  'invitation-sendt',
  'invitation-trukket',
] as const

type Deed = (typeof deeds)[number]

/** What the viewer may do about this person. */
export type AllowedDeeds = {
  readonly assign: boolean
  readonly withdraw: boolean
  readonly simulate: boolean
  /** Whether all that is in the log of them may be read. */
  readonly log: boolean
  readonly change: readonly AccountChange[]
  /** To another unit; and to correct what the log-in is known by. */
  readonly move: boolean
}

export type EmployeePageProps = {
  readonly frame: AdminFrame
  readonly description: EmployeeDescription
  readonly now: Date
  readonly allowed: AllowedDeeds
  /** For somebody who can be invited: the last invitation. Null for everybody else. */
  readonly invitation: { readonly last: SentInvitation | null } | null
  /** What the viewer has just done. */
  readonly done: Deed | null
}

export function EmployeePage({ frame, description, now, allowed, invitation, done }: EmployeePageProps) {
  const { shell } = frame
  const text = employeesText[shell.language]
  const { employee, rights } = description
  const byService = Map.groupBy(rights, ({ right: { service } }) =>
    shell.language === 'da' ? service.nameDa : service.nameEn,
  )
  return (
    <AdminLayout
      {...frame}
      title={employee.name}
      breadcrumb={[{ name: text.title, href: adminPaths.employees }]}
      actions={<Actions {...{ shell, allowed }} accountId={employee.account.id} />}
      lead={
        <>
          <EmployeeState shell={shell} facts={employee.account} now={now} />{' '}
          {employee.account.unit?.name ?? text.noUnit}
        </>
      }
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{text.done[done]}</p>
        </div>
      )}
      {invitation && (
        <InvitationPanel shell={shell} accountId={employee.account.id} name={employee.name} last={invitation.last} />
      )}
      <Facts {...{ frame, description, now }} mayCorrect={allowed.move} />
      <section class="seb-section" aria-labelledby="roller">
        <h2 id="roller">{text.heading.roles}</h2>
        {rights.length === 0 && (
          <div class="seb-empty">
            <p class="strong">{fillText(text.noRoles, { name: employee.name })}</p>
            <p>{text.noRolesNext}</p>
          </div>
        )}
        <HeldBundles {...{ frame, description, now }} mayWithdraw={allowed.withdraw} />
        {[...byService].map(([service, some]) => (
          <RoleTable
            {...{ frame, description, service, rights: some }}
            mayChange={allowed.assign}
            mayWithdraw={allowed.withdraw}
          />
        ))}
      </section>
      <section class="seb-section" aria-labelledby="tidslinje">
        <h2 id="tidslinje">{text.heading.timeline}</h2>
        <Timeline {...{ frame, description }} />
        {allowed.log && (
          <p>
            <a class="seb-hit" href={organisationLog.about(employee.account.id)}>
              {text.wholeHistory}
            </a>
          </p>
        )}
      </section>
    </AdminLayout>
  )
}

function Actions(props: { shell: Shell; allowed: AllowedDeeds; accountId: string }) {
  const { shell, allowed, accountId } = props
  return (
    <>
      {allowed.assign && (
        <a class="button button-primary" href={assignPath(accountId)}>
          {assignText[shell.language].assign}
        </a>
      )}
      {allowed.simulate && (
        <a class="button button-secondary" href={simulatorPath(accountId)}>
          {simulatorText[shell.language].link}
        </a>
      )}
      {allowed.move && (
        <a class="button button-secondary" href={movePath(accountId)}>
          {moveText[shell.language].link}
        </a>
      )}
      {allowed.change.map((change) => (
        <a class="button button-secondary" href={accountChangePath(accountId, addresses[change])}>
          {decideText[shell.language].account[change].link}
        </a>
      ))}
    </>
  )
}

const addresses = { suspend: 'spaer', reopen: 'aabn', end: 'ophoer' } as const

type Part = { readonly frame: AdminFrame; readonly description: EmployeeDescription }

function Facts({
  frame,
  description: { employee, authorisations, mailRefusal },
  now,
  mayCorrect,
}: Part & { readonly now: Date; readonly mayCorrect: boolean }) {
  const { language } = frame.shell
  const text = employeesText[language]
  const { account } = employee
  const until = account.validUntil ? formatDate(lastDay(account.validUntil), language) : text.noEnd
  const facts: [string, Child][] = [
    [text.lastLogIn, employee.lastLogInAt ? formatDateTime(employee.lastLogInAt, language) : text.never],
    [text.accountFrom, `${formatDate(account.validFrom, language)}, ${until}`],
    ...(account.hours
      ? [[accountHoursText[language].fact, hoursInWords(account.hours, now, language)] satisfies [string, Child]]
      : []),
    [text.authorisation, authorisations.map((held) => `${held.educationType}, ${held.code}`).join('; ') || text.none],
    [
      text.mail,
      <>
        {employee.email ?? text.none}
        {mailRefusal !== null && (
          <small class="seb-state seb-state--bad">
            <Icon sprite={frame.shell.assets.icons} name="error" />
            <span>{fillText(text.mailRefused, { answer: mailRefusal })}</span>
          </small>
        )}
      </>,
    ],
    ...(account.rid ? [[text.rid, account.rid] satisfies [string, Child]] : []),
    ...(account.professionalUuid ? [[text.professionalUuid, text.known] satisfies [string, Child]] : []),
  ]
  return (
    <section class="seb-panel" aria-label={text.account}>
      <dl class="seb-facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {mayCorrect && (
        <div class="seb-actions">
          <a class="seb-hit" href={extendAccountPath(account.id)}>
            {endingsText[language].link}
          </a>
          <a class="seb-hit" href={accountHoursPath(account.id)}>
            {accountHoursText[language].link}
          </a>
          <a class="seb-hit" href={numbersPath(account.id)}>
            {numbersText[language].link}
          </a>
        </div>
      )}
    </section>
  )
}

function Timeline({ frame, description: { timeline, names } }: Part) {
  const { language } = frame.shell
  const text = employeesText[language]
  if (timeline.length === 0) return <p class="quiet">{text.noTimeline}</p>
  return (
    <ol class="seb-time plain-list">
      {timeline.map(({ at, action, actorId, role, reason }) => (
        <li>
          <time datetime={at.toISOString()}>{formatDateTime(at, language)}</time>
          <span>
            {fillText(text.timeline[action], {
              actor: names.get(actorId ?? '') ?? text.operator,
              role: role ? (language === 'da' ? role.nameDa : role.nameEn) : '',
            })}
            {reason && <small> {fillText(text.because, { reason })}</small>}
          </span>
        </li>
      ))}
    </ol>
  )
}
