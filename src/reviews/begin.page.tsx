/** "Start en kontrol": what it is about, until when, and what silence does. The same fields start one in many organisations. */
import type { Child } from 'hono/jsx'
import { FormField, MistakeSummary, type SaidMistake } from '../access/admin/form-field.tsx'
import type { AdminFrame } from '../access/admin/frame.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import type { Language } from '../web/languages.ts'
import { type Silence, silences } from './review.ts'
import { reviewPaths } from './reviews-paths.ts'
import { reviewsText } from './text.ts'
import type { BeginMistake, TypedReview } from './typed-review.ts'

export type Choice = { readonly id: string; readonly name: string }

export type BeginPageProps = {
  readonly frame: AdminFrame
  readonly typed: TypedReview
  readonly units: readonly Choice[]
  readonly services: readonly Choice[]
  readonly mistakes: readonly BeginMistake[]
  readonly formId: string
}

export function BeginPage({ frame, typed, units, services, mistakes, formId }: BeginPageProps) {
  const { language } = frame.shell
  const text = reviewsText[language]
  const said = saidMistakes(mistakes, language)
  return (
    <AdminLayout
      {...frame}
      title={text.begin.title}
      lead={text.begin.lead}
      breadcrumb={[{ name: text.title, href: reviewPaths.list }]}
    >
      <MistakeSummary title={text.begin.mistakesTitle} mistakes={said} />
      <form class="seb-form" method="post" action={reviewPaths.start}>
        <input type="hidden" name="id" value={formId} />
        <NameField language={language} typed={typed} said={said} />
        <ChoiceField
          {...{ language, said }}
          id="enhed"
          label={text.begin.unit}
          every={text.begin.everyUnit}
          choices={units}
          chosen={typed.unitId}
        />
        <ReviewFields {...{ language, typed, services, said }} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.begin.button}
          </button>
          <a class="seb-hit" href={reviewPaths.list}>
            {text.begin.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

/** Of the form: where each mistake stands. */
export function saidMistakes(mistakes: readonly BeginMistake[], language: Language): SaidMistake[] {
  const { mistakes: words } = reviewsText[language].begin
  const fields = { name: 'navn', deadline: 'frist', silence: 'tavshed-suspend', nothing: 'enhed' } as const
  return mistakes.map((mistake) => ({ field: fields[mistake], sentence: words[mistake] }))
}

type Said = { readonly language: Language; readonly said: readonly SaidMistake[] }

export function NameField({ language, typed, said }: Said & { readonly typed: TypedReview }) {
  return (
    <FormField id="navn" label={reviewsText[language].begin.name} mistakes={said}>
      <input
        class="form-input"
        type="text"
        id="navn"
        name="navn"
        maxlength={100}
        value={typed.name}
        aria-describedby="navn-fejl"
      />
    </FormField>
  )
}

type ChoiceFieldProps = Said & {
  readonly id: string
  readonly label: string
  readonly every: string
  readonly choices: readonly Choice[]
  readonly chosen: string | null
}

export function ChoiceField({ said, id, label, every, choices, chosen }: ChoiceFieldProps) {
  return (
    <FormField id={id} label={label} mistakes={said}>
      <select class="form-select" id={id} name={id} aria-describedby={`${id}-fejl`}>
        <option value="">{every}</option>
        {choices.map((choice) => (
          <option value={choice.id} selected={choice.id === chosen}>
            {choice.name}
          </option>
        ))}
      </select>
    </FormField>
  )
}

/** Which service, only sensitive roles, the deadline and silence. */
export function ReviewFields({
  language,
  typed,
  services,
  said,
}: Said & { readonly typed: TypedReview; readonly services: readonly Choice[] }) {
  const text = reviewsText[language].begin
  return (
    <>
      <ChoiceField
        {...{ language, said }}
        id="tjeneste"
        label={text.service}
        every={text.everyService}
        choices={services}
        chosen={typed.serviceId}
      />
      <SensitiveField language={language} checked={typed.onlySensitive} />
      <FormField id="frist" label={text.deadline} hint={text.deadlineHint} mistakes={said}>
        <input
          class="form-input"
          type="date"
          id="frist"
          name="frist"
          value={typed.deadline}
          aria-describedby="frist-fejl"
        />
      </FormField>
      <SilenceField {...{ language, said }} chosen={typed.silence} />
    </>
  )
}

export function SensitiveField({ language, checked }: { readonly language: Language; readonly checked: boolean }) {
  return (
    <div class="form-group-checkbox">
      <input class="form-checkbox" type="checkbox" id="foelsomme" name="foelsomme" value="1" checked={checked} />
      <label class="form-label" for="foelsomme">
        {reviewsText[language].begin.onlySensitive}
      </label>
    </div>
  )
}

export function SilenceField({ language, said, chosen }: Said & { readonly chosen: Silence | null }): Child {
  const text = reviewsText[language].begin
  const mistake = said.find(({ field }) => field === 'tavshed-suspend')
  return (
    <fieldset class={mistake ? 'seb-field seb-field--bad' : 'seb-field'}>
      <legend>{text.silence}</legend>
      {mistake && <p class="seb-mistake">{mistake.sentence}</p>}
      {silences.map((silence) => (
        <div class="form-group-radio">
          <input
            class="form-radio"
            type="radio"
            id={`tavshed-${silence}`}
            name="tavshed"
            value={silence}
            checked={chosen === silence}
          />
          <label class="form-label" for={`tavshed-${silence}`}>
            {text.silences[silence]}
          </label>
        </div>
      ))}
    </fieldset>
  )
}
