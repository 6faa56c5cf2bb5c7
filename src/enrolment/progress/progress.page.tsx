/** `/tilmeld/:ref`: what happened, what happens next and how long it usually takes, and what can be done about it now. */
import { Field, type Wrong } from '../../access/management/fields.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDate, formatDateTime, formatDayCount, formatReference } from '../../web/format.ts'
import { HelpBox } from '../../web/help-box.tsx'
import { Icon, type IconName } from '../../web/icons.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { enrolmentDeedPath, enrolPaths, enrolStepPath } from '../enrolment-paths.ts'
import type { EnrolmentState } from '../enrolment-state.ts'
import { isOver } from '../enrolment-state.ts'
import type { Enrolment, EnrolmentStep } from '../enrolments.store.ts'
import type { Paper } from '../papers/papers.store.ts'
import { peopleOf } from '../typed-enrolment.ts'
import { PaperPanel } from './paper-panel.tsx'
import { progressText } from './text.ts'

export type ProgressPageProps = {
  readonly shell: Shell
  readonly enrolment: Enrolment
  readonly steps: readonly EnrolmentStep[]
  readonly usualDays: number
  /** Of the link that was asked for just now: that it was mailed, or that it has been often enough today. */
  readonly sent: 'sent' | 'too-many' | null
  readonly isSigned: boolean
  readonly papers: readonly Paper[]
  /** Of a paper that was uploaded just now. */
  readonly wrong: Wrong
  /** As typed, and whether it lacked. */
  readonly answer: { readonly typed: string; readonly isMissing: boolean }
}

export function ProgressPage(props: ProgressPageProps) {
  const { shell, enrolment, steps } = props
  const { language, assets } = shell
  const text = progressText[language]
  const { state, reference } = enrolment
  const values = valuesOf(props)
  const title = values.organisation === '' ? text.titleNoName : fillText(text.title, values)
  const answered = steps.findLast(({ step }) => step === 'returned' || step === 'rejected')
  return (
    <Layout shell={shell} title={title} stylesheets={[assets.adminStylesheet, assets.enrolmentStylesheet]}>
      <h1>{title}</h1>
      <p class="quiet">{fillText(text.reference, { reference: formatReference(reference) })}</p>
      <div class="seb-split">
        <div>
          <div class={`seb-callout ${looks[state].look}`}>
            <Icon sprite={assets.icons} name={looks[state].icon} />
            <p class="strong">{text.states[state].title}</p>
            <p>{fillText(text.states[state].next, values)}</p>
          </div>
          {(state === 'draft' || state === 'checked') && (
            <p class="seb-actions">
              <a class="button button-primary" href={enrolStepPath(reference, firstStep(enrolment))}>
                {text.goOn}
              </a>
            </p>
          )}
          {state === 'awaiting-signature' && <Sign {...props} />}
          {(state === 'awaiting-signature' || state === 'paper-received' || state === 'returned') && (
            <PaperPanel {...props} />
          )}
          {state === 'returned' && <Answer {...props} question={answered?.words ?? ''} />}
          {state === 'rejected' && answered && (
            <section class="seb-section">
              <h2>{text.reason}</h2>
              <p class="seb-said">{answered.words}</p>
            </section>
          )}
          {props.isSigned && (
            <p>
              <a class="button button-secondary" href={enrolmentDeedPath(reference, 'tilmelding.pdf')}>
                {text.document}
              </a>
            </p>
          )}
          {(state === 'rejected' || state === 'withdrawn' || state === 'expired') && (
            <p class="seb-actions">
              <a class="button button-secondary" href={enrolPaths.start}>
                {text.beginNew}
              </a>
            </p>
          )}
          <History steps={steps} shell={shell} />
          {!isOver(state) && state !== 'draft' && <Next {...props} />}
          {!isOver(state) && <Ways {...props} />}
        </div>
        <aside class="seb-aside" aria-label={text.help}>
          <HelpBox shell={shell} reference={reference} />
        </aside>
      </div>
    </Layout>
  )
}

const looks: Record<EnrolmentState, { look: '' | 'seb-callout--warn' | 'seb-done'; icon: IconName }> = {
  draft: { look: 'seb-callout--warn', icon: 'warning' },
  checked: { look: 'seb-callout--warn', icon: 'warning' },
  'awaiting-signature': { look: 'seb-callout--warn', icon: 'time' },
  signed: { look: '', icon: 'info' },
  'paper-received': { look: '', icon: 'info' },
  returned: { look: 'seb-callout--warn', icon: 'help' },
  approved: { look: 'seb-done', icon: 'success' },
  rejected: { look: 'seb-callout--warn', icon: 'error' },
  withdrawn: { look: '', icon: 'minus' },
  expired: { look: '', icon: 'time' },
}

function valuesOf({ shell, enrolment, usualDays }: ProgressPageProps) {
  const { typed, contact } = enrolment
  const { signer, chief } = peopleOf(typed.people)
  return {
    organisation: typed.organisation.name,
    signer: signer.name,
    chief: chief.name,
    email: contact.email,
    days: formatDayCount(usualDays, shell.language),
  }
}

function firstStep({ typed }: Enrolment) {
  if (typed.organisation.cvr === '') return 'organisation'
  if (typed.people.officer.name === '') return 'personer'
  return typed.serviceIds.length === 0 ? 'tjenester' : 'kontrol'
}

function Sign(props: ProgressPageProps) {
  const { shell, enrolment, sent } = props
  const { isMailed } = enrolment
  const { language } = shell
  const text = progressText[language].sign
  const { signer } = peopleOf(enrolment.typed.people)
  const values = { signer: signer.name, email: signer.email, date: formatDate(enrolment.expiresAt, language) }
  return (
    <section class="seb-section">
      <h2>{text.title}</h2>
      {sent && <p role="status">{sent === 'sent' ? text.sentAgain : text.tooMany}</p>}
      <p>{fillText(isMailed ? text.mailed : text.notMailed, values)}</p>
      <form method="post" action={enrolmentDeedPath(enrolment.reference, 'underskrift')}>
        <input type="hidden" name="version" value={enrolment.version} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit" name="hvordan" value="selv">
            {text.self}
          </button>
          <button class="button button-secondary" type="submit" name="hvordan" value="mail">
            {isMailed ? text.again : text.send}
          </button>
        </div>
      </form>
      <p class="quiet">{fillText(text.until, values)}</p>
    </section>
  )
}

function Answer({ shell, enrolment, answer, question }: ProgressPageProps & { readonly question: string }) {
  const text = progressText[shell.language]
  return (
    <section class="seb-section">
      <h2>{text.question}</h2>
      <p class="seb-said">{question}</p>
      {answer.isMissing && (
        <div class="seb-mistakes" role="alert">
          <h3>{text.notSent}</h3>
          <ul>
            <li>
              <a href="#svar">{text.answerMissing}</a>
            </li>
          </ul>
        </div>
      )}
      <form class="seb-form" method="post" action={enrolmentDeedPath(enrolment.reference, 'svar')}>
        <Field
          id="svar"
          label={text.answer}
          hint={text.answerHint}
          wrong={answer.isMissing ? { svar: text.answerMissing } : {}}
        >
          <textarea class="form-input" id="svar" name="svar" rows={5} maxlength={4000} aria-describedby="svar-fejl">
            {answer.typed}
          </textarea>
        </Field>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.sendAnswer}
          </button>
        </div>
      </form>
    </section>
  )
}

/** Saving and checking are no news to whoever did it; what was said between people is. */
function History({ shell, steps }: Pick<ProgressPageProps, 'shell' | 'steps'>) {
  const { language } = shell
  const text = progressText[language]
  return (
    <section class="seb-section">
      <h2>{text.happened}</h2>
      <ol class="seb-time plain-list">
        {steps
          .filter(({ step }) => step !== 'checked')
          .map(({ at, step, words }) => (
            <li>
              <time datetime={at.toISOString()}>{formatDateTime(at, language)}</time>
              <span>
                {text.steps[step]}
                {words !== '' && <small class="seb-said">{words}</small>}
              </span>
            </li>
          ))}
      </ol>
    </section>
  )
}

function Next(props: ProgressPageProps) {
  const text = progressText[props.shell.language]
  const { one, two, three } = text.nexts
  const left = props.enrolment.handedIn === null ? [one, two, three] : [two, three]
  return (
    <section class="seb-section">
      <h2>{text.next}</h2>
      <ol class="seb-numbered">
        {left.map((sentence) => (
          <li>{fillText(sentence, valuesOf(props))}</li>
        ))}
      </ol>
    </section>
  )
}

function Ways({ shell, enrolment }: ProgressPageProps) {
  const text = progressText[shell.language]
  const { state, reference } = enrolment
  return (
    <section class="seb-section">
      {(state === 'awaiting-signature' || state === 'returned') && (
        <form method="post" action={enrolmentDeedPath(reference, 'ret')}>
          <button class="seb-textbutton" type="submit">
            {text.edit}
          </button>
          <p class="quiet">{text.editHint}</p>
        </form>
      )}
      <a class="seb-hit" href={enrolmentDeedPath(reference, 'traek-tilbage')}>
        {text.withdraw}
      </a>
    </section>
  )
}

export function WithdrawPage({ shell, enrolment }: { readonly shell: Shell; readonly enrolment: Enrolment }) {
  const text = progressText[shell.language]
  return (
    <Layout shell={shell} title={text.withdrawSure}>
      <div class="seb-narrow">
        <h1>{text.withdrawSure}</h1>
        <p class="lead">{text.withdrawEffect}</p>
        <form method="post" action={enrolmentDeedPath(enrolment.reference, 'traek-tilbage')}>
          <div class="seb-actions">
            <button class="button button-primary" type="submit">
              {text.withdraw}
            </button>
            <a class="seb-hit" href={`${enrolPaths.start}/${enrolment.reference}`}>
              {text.keep}
            </a>
          </div>
        </form>
      </div>
    </Layout>
  )
}
