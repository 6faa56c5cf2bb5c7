/** One request as its asker sees it: who has it, since when, what was asked, what has happened, and what they can do. */
import type { AdminFrame } from '../../access/admin/frame.ts'
import { hoursText } from '../../access/hours/text.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { capital, formatDateTime, formatReference } from '../../web/format.ts'
import { formatHours } from '../../web/format-weekly-hours.ts'
import { periodWords } from '../asking/check.page.tsx'
import { longestReason } from '../asking/check-draft.ts'
import { askPaths } from '../request-paths.ts'
import { isOpen, stateNow } from '../request-state.ts'
import { AnswerForm, type AnswerMistake, WithdrawForm } from './my-request-forms.tsx'
import { requestName } from './my-requests.page.tsx'
import type { MyRequest, ToldStep } from './my-requests.store.ts'
import { mineText } from './text.ts'
import type { Whereabouts } from './where.ts'
import { WhereIsIt } from './where-is-it.tsx'

export type MyRequestPageProps = {
  readonly frame: AdminFrame
  readonly request: MyRequest
  readonly steps: readonly ToldStep[]
  readonly where: Whereabouts
  /** A number in a data scope → the unit that has it. */
  readonly unitNames: ReadonlyMap<string, string>
  readonly now: Date
  /** What has just been done. */
  readonly told: keyof (typeof mineText)['da']['told'] | null
  readonly answer: { readonly typed: string; readonly mistake: AnswerMistake | null }
  /** It had gone further before what they pressed arrived. */
  readonly over: 'answer' | 'withdraw' | null
}

export function MyRequestPage(props: MyRequestPageProps) {
  const { frame, request, now, told, answer, over } = props
  const { shell } = frame
  const { language } = shell
  const text = mineText[language]
  const state = stateNow(request, now)
  return (
    <AdminLayout
      {...frame}
      title={requestName(request, language)}
      breadcrumb={[{ name: text.title, href: askPaths.requests }]}
      lead={`${text.kinds[request.kind]}. ${text.states[state]}.`}
    >
      {told && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{text.told[told]}</p>
        </div>
      )}
      {over && (
        <div class="seb-mistakes" role="alert">
          <p>{text[over].over}</p>
        </div>
      )}
      <WhereIsIt {...props} state={state} />
      {state === 'returned' && <AnswerForm shell={shell} id={request.id} {...answer} most={longestReason} />}
      <Asked {...props} />
      <Course {...props} />
      {isOpen(state) && <WithdrawForm shell={shell} id={request.id} />}
    </AdminLayout>
  )
}

function Asked({ frame, request, unitNames }: MyRequestPageProps) {
  const { language } = frame.shell
  const text = mineText[language]
  const danish = language === 'da'
  const { service, role, unit, organisation, validFrom, validUntil, hours, scopes, kind } = request
  const numbers = Object.values(scopes).flat()
  const facts: [string, string][] = [
    [text.facts.reference, formatReference(request.reference)],
    [text.facts.person, request.person],
    [text.facts.organisation, organisation.name],
    ...(unit ? [[text.facts.unit, unit.name] satisfies [string, string]] : []),
    ...(service ? [[text.facts.service, danish ? service.nameDa : service.nameEn] satisfies [string, string]] : []),
    [text.facts.role, role ? (danish ? role.nameDa : role.nameEn) : text.facts.noRole],
    ...(role && kind !== 'less-access'
      ? [
          [
            text.facts.appliesTo,
            numbers.map((number) => unitNames.get(number) ?? number).join(', ') || text.facts.everything,
          ] satisfies [string, string],
        ]
      : []),
    ...(validFrom && kind !== 'less-access'
      ? [[text.facts.period, periodWords({ validFrom, validUntil }, language)] satisfies [string, string]]
      : []),
    ...(hours && kind !== 'less-access'
      ? [[hoursText[language].term, capital(formatHours(hours, language))] satisfies [string, string]]
      : []),
    [text.facts.reason, request.reason],
  ]
  return (
    <section class="seb-block">
      <h2>{text.asked}</h2>
      <dl class="seb-pairs">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Course({ frame, steps }: MyRequestPageProps) {
  const { language } = frame.shell
  const text = mineText[language]
  return (
    <section class="seb-block">
      <h2>{text.course}</h2>
      <ol class="seb-time plain-list">
        {steps.map(({ at, step, byMyself, name, words }) => (
          <li>
            <time datetime={at.toISOString()}>{formatDateTime(at, language)}</time>
            <span>
              <b>{whoDid({ step, byMyself, name }, text)}</b> {text.steps[step]}
              {words !== '' && step !== 'submitted' && <blockquote class="seb-quote">{words}</blockquote>}
            </span>
          </li>
        ))}
      </ol>
    </section>
  )
}

function whoDid(
  { step, byMyself, name }: Pick<ToldStep, 'step' | 'byMyself' | 'name'>,
  { by }: (typeof mineText)['da'],
): string {
  if (byMyself) return by.myself
  if (step === 'expired') return by.nobody
  return name ?? by.administrator
}
