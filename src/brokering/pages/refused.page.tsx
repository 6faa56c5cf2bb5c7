/**
 * "Afvist": what happened in one sentence, who decides, the next step, what was checked, other ways, and the reference.
 * Nothing of the internals is shown; the reference finds them.
 */
import type { AssuranceLevel } from '../../base/assurance.ts'
import type { WeeklyHours } from '../../base/weekly-hours.ts'
import { contactPath, writeHere } from '../../desk/contact/contact-paths.ts'
import { missingPath } from '../../desk/missing/missing-path.ts'
import type { AccountAtTheDoor } from '../../people/account.ts'
import { fill } from '../../web/fill.ts'
import { HelpBox } from '../../web/help-box.tsx'
import { Layout } from '../../web/layout.tsx'
import { ServiceHeading, type ServiceName } from '../../web/service-heading.tsx'
import type { Shell } from '../../web/shell.ts'
import type { LogInKind } from '../authentication.ts'
import type { RefusalReason } from '../refusal.ts'
import { type Check, Checks } from './checks.tsx'
import { endedSentence, hoursSentence, refusalWords } from './refusal-words.tsx'
import { signInText } from './text.ts'
import { MainWay, OtherWays, type Way } from './ways.tsx'

/** What is known about the refusal. Whatever is null is left out of the sentences, which still read well. */
export type RefusalFacts = {
  readonly service: string
  readonly organisation: string | null
  /** The log-in that was used or tried: `Region Nordjylland`, `MitID Erhverv`. */
  readonly provider: string | null
  /** Names of roles that would open the service; for `role-ended`, those the person had. */
  readonly roles: readonly string[]
  readonly accountStatus: AccountAtTheDoor['status'] | null
  /** When the role or the account ended. */
  readonly endedAt: Date | null
  /** For `outside-hours`: the times of the week, and when they come next; null where they do not. */
  readonly hours: readonly WeeklyHours[] | null
  readonly opensAt: Date | null
  /** For `wrong-log-in-kind`: the kind that is needed. */
  readonly neededKind: LogInKind | null
  /** For `level-too-low`: the level that is needed. */
  readonly neededLevel: AssuranceLevel | null
  /** Full names of those who decide in the organisation; empty when it has none or is not known. */
  readonly administrators: readonly string[]
}

export type RefusedPageProps = {
  readonly shell: Shell
  readonly reason: RefusalReason
  readonly service: ServiceName
  readonly facts: Omit<RefusalFacts, 'service'>
  /** Empty before anybody has logged in. */
  readonly checks: readonly Check[]
  /** In the order they are worth trying. The one that fits the reason best becomes the button of the page. */
  readonly ways: readonly Way[]
  readonly reference: string
  readonly at: Date
}

export function RefusedPage({ shell, reason, service, facts, checks, ways, reference, at }: RefusedPageProps) {
  const text = signInText[shell.language]
  const ended = endedSentence(shell, reason, facts.endedAt)
  const hours = hoursSentence(shell, reason, facts)
  const main = ways.find((way) => bestWays[reason].includes(way.kind))
  const asking = main?.kind === 'ask' ? main.about : null
  const words = refusalWords(shell, reason, { ...facts, service: service.name }, asking)
  return (
    <Layout shell={shell} title={`${words.title} – ${service.name}`}>
      <ServiceHeading line={checks.length > 0 ? text.notLetInto : text.wereOnYourWayTo} service={service} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="seb-split">
        <div>
          <div class="seb-panel">
            <h2>{words.nextTitle}</h2>
            {hours && <p class="strong">{hours}</p>}
            <p>{words.next}</p>
            {ended && <p class="quiet">{ended}</p>}
            {facts.administrators.length === 0 && decidedByAdministrators.has(reason) && (
              <p class="quiet">
                {fill(text.administrators.none, {
                  mail: <a href={`mailto:${shell.desk.mail}?subject=SEB`}>{shell.desk.mail}</a>,
                  link: <a href={missingAdministrator(reason, reference)}>{text.administrators.noneLink}</a>,
                })}
              </p>
            )}
            {main && (
              <div class="seb-actions">
                <MainWay shell={shell} way={main} />
                {asking && asking !== 'answer' && <span class="quiet">{text.ways.askHint}</span>}
              </div>
            )}
          </div>
          <OtherWays shell={shell} ways={ways.filter((way) => way !== main)} />
        </div>
        <aside class="seb-aside" aria-label={text.aside}>
          {checks.length > 0 && <Checks shell={shell} checks={checks} />}
          <HelpBox shell={shell} reference={reference} at={at} />
        </aside>
      </div>
    </Layout>
  )
}

/** Whoever has an account is told who it is; others write to the desk, which has the reference then. */
function missingAdministrator(reason: RefusalReason, reference: string): string {
  const knownHere = reason === 'role-missing' || reason === 'role-ended'
  if (knownHere) return `${missingPath}?${new URLSearchParams({ reference })}`
  return `${contactPath}?${new URLSearchParams({ reference, slags: 'missing-administrator' })}#${writeHere}`
}

/** For each reason the ways that may become the button of the page; where somebody decides, to ask for it. */
const bestWays: Record<RefusalReason, readonly Way['kind'][]> = {
  'unknown-organisation': [],
  'service-not-granted': [],
  'no-account': ['ask'],
  'account-not-active': ['ask'],
  'role-missing': ['ask'],
  'role-ended': ['ask'],
  'outside-hours': [],
  'level-too-low': ['try-again', 'other-log-in'],
  'provider-not-activated': ['other-log-in'],
  'provider-down': ['try-again', 'other-log-in'],
  'answer-wrong': ['try-again', 'other-log-in', 'open-service'],
  'organisation-not-allowed': ['other-log-in'],
  'wrong-log-in-kind': ['other-log-in'],
  'cookie-lost': ['try-again', 'open-service', 'front'],
  'too-late': ['open-service', 'front'],
  'already-answered': ['open-service', 'front'],
  cancelled: ['other-log-in', 'try-again'],
  'no-passive': ['try-again', 'other-log-in', 'open-service'],
}

const decidedByAdministrators: ReadonlySet<RefusalReason> = new Set([
  'no-account',
  'account-not-active',
  'role-missing',
  'role-ended',
  'outside-hours',
])
