/** The frame of the steps: which step it is, what the others hold, and that it is saved. */
import type { Child } from 'hono/jsx'
import { fillText } from '../../web/fill.ts'
import { formatReference, formatTime } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { type EnrolStep, enrolStepPath, enrolSteps } from '../enrolment-paths.ts'
import type { Enrolment } from '../enrolments.store.ts'
import { countPeople } from './check-typed.ts'
import { fillingText } from './text.ts'

export type EnrolFrameProps = {
  readonly shell: Shell
  readonly enrolment: Pick<Enrolment, 'reference' | 'typed' | 'updatedAt'>
  /** The steps that lack something. */
  readonly lacking: readonly EnrolStep[]
}

type EnrolPageProps = EnrolFrameProps & {
  readonly step: EnrolStep
  readonly title: string
  readonly lead: string
  readonly children: Child
}

/** The form of a step; the buttons of the other steps send it too. */
export const stepForm = 'trin'

export function EnrolPage({ shell, enrolment, lacking, step, title, lead, children }: EnrolPageProps) {
  const { language, assets } = shell
  const text = fillingText[language]
  const { reference, updatedAt } = enrolment
  return (
    <Layout shell={shell} title={title} stylesheets={[assets.adminStylesheet, assets.enrolmentStylesheet]}>
      <div class="seb-enrol">
        <p class="seb-steps__now">
          {fillText(text.steps.now, {
            step: enrolSteps.indexOf(step) + 1,
            steps: enrolSteps.length,
            name: text.steps.names[step],
          })}
        </p>
        <div class="seb-enrol__main">
          <h1>{title}</h1>
          <p class="lead">{lead}</p>
          {children}
        </div>
        {/* After the form: a browser presses the first button of a form for Enter, and these are of it too. */}
        <nav class="seb-steps" aria-label={text.steps.label}>
          <ol class="seb-steps__list">
            {enrolSteps.map((one, at) => (
              <li class={one === step ? 'seb-step seb-step--here' : 'seb-step'}>
                <Mark sprite={assets.icons} number={at + 1} isDone={one !== step && isDone(one, enrolment, lacking)} />
                <span>
                  <StepName {...{ reference, step: one, here: step }} name={text.steps.names[one]} />
                  <small>{one === step ? text.steps.here : summary(one, { shell, enrolment, lacking })}</small>
                </span>
              </li>
            ))}
          </ol>
        </nav>
        <p class="seb-saved quiet">
          {fillText(text.steps.saved, {
            time: formatTime(updatedAt, language),
            reference: formatReference(reference),
          })}
        </p>
      </div>
    </Layout>
  )
}

/** From a form, what was typed goes along; the last step has nothing to lose. */
function StepName({ reference, step, here, name }: StepNameProps) {
  if (step === here)
    return (
      <b aria-current="step" class="seb-steps__name">
        {name}
      </b>
    )
  if (here === 'kontrol') return <a href={enrolStepPath(reference, step)}>{name}</a>
  return (
    <button class="seb-textbutton" type="submit" form={stepForm} name="til" value={step}>
      {name}
    </button>
  )
}

type StepNameProps = { reference: string; step: EnrolStep; here: EnrolStep; name: string }

function Mark({ sprite, number, isDone }: { sprite: string; number: number; isDone: boolean }) {
  return (
    <span class="seb-step__mark" aria-hidden="true">
      {isDone ? <Icon sprite={sprite} name="success" /> : number}
    </span>
  )
}

function isDone(step: EnrolStep, enrolment: EnrolFrameProps['enrolment'], lacking: readonly EnrolStep[]): boolean {
  return step !== 'kontrol' && !lacking.includes(step) && isBegun(step, enrolment)
}

function isBegun(step: EnrolStep, { typed }: EnrolFrameProps['enrolment']): boolean {
  switch (step) {
    case 'organisation':
      return typed.organisation.cvr !== '' || typed.organisation.name !== ''
    case 'personer':
      return countPeople(typed.people) > 0
    case 'tjenester':
      return typed.serviceIds.length > 0
    case 'kontrol':
      return false
  }
}

function summary(step: EnrolStep, { shell, enrolment, lacking }: EnrolFrameProps): string {
  const text = fillingText[shell.language].steps
  if (!isBegun(step, enrolment)) return ''
  if (lacking.includes(step)) return text.missing
  const { organisation, people, serviceIds } = enrolment.typed
  const counted = (one: string, many: string, count: number) => (count === 1 ? one : fillText(many, { count }))
  switch (step) {
    case 'organisation':
      return organisation.name
    case 'personer':
      return counted(text.peopleOne, text.people, countPeople(people))
    case 'tjenester':
      return counted(text.servicesOne, text.services, serviceIds.length)
    case 'kontrol':
      return ''
  }
}

/** What the first press of Enter does, and the way back: both save. */
export function StepButtons({ shell, back }: { readonly shell: Shell; readonly back: boolean }) {
  const text = fillingText[shell.language]
  return (
    <div class="seb-actions">
      <button class="button button-primary" type="submit" name="til" value="videre">
        {text.next}
      </button>
      {back && (
        <button class="seb-textbutton" type="submit" name="til" value="tilbage">
          {text.back}
        </button>
      )}
    </div>
  )
}
