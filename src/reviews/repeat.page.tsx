/** "Gentag kontrollen af sig selv": how often, how long to answer, and what silence does. */
import { FormField, MistakeSummary } from '../access/admin/form-field.tsx'
import type { AdminFrame } from '../access/admin/frame.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import { SensitiveField, SilenceField } from './begin.page.tsx'
import type { Silence } from './review.ts'
import { reviewPaths } from './reviews-paths.ts'
import { intervals, type ScheduleMistake } from './save-schedule.ts'
import { reviewsText } from './text.ts'

export interface TypedSchedule {
  /** Months; `0`: never. */
  often: string
  days: string
  onlySensitive: boolean
  silence: Silence | null
}

export type RepeatPageProps = {
  readonly frame: AdminFrame
  readonly typed: TypedSchedule
  readonly mistakes: readonly ScheduleMistake[]
  readonly saved: boolean
}

const fields = { often: 'hyppighed-0', days: 'dage', silence: 'tavshed-suspend' } as const

export function RepeatPage({ frame, typed, mistakes, saved }: RepeatPageProps) {
  const { language } = frame.shell
  const text = reviewsText[language].again
  const said = mistakes.map((mistake) => ({ field: fields[mistake], sentence: text.mistakes[mistake] }))
  const often = said.find(({ field }) => field === fields.often)
  const choices = [[0, text.never] as const, ...intervals.map((months) => [months, text.every[months]] as const)]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      breadcrumb={[{ name: reviewsText[language].title, href: reviewPaths.list }]}
    >
      {saved && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{text.saved}</p>
        </div>
      )}
      <MistakeSummary title={text.mistakesTitle} mistakes={said} />
      <form class="seb-form" method="post" action={reviewPaths.repeat}>
        <fieldset class={often ? 'seb-field seb-field--bad' : 'seb-field'}>
          <legend>{text.often}</legend>
          {often && <p class="seb-mistake">{often.sentence}</p>}
          {choices.map(([months, name]) => (
            <div class="form-group-radio">
              <input
                class="form-radio"
                type="radio"
                id={`hyppighed-${months}`}
                name="hyppighed"
                value={months}
                checked={typed.often === String(months)}
              />
              <label class="form-label" for={`hyppighed-${months}`}>
                {name}
              </label>
            </div>
          ))}
        </fieldset>
        <FormField id="dage" label={text.days} hint={text.daysHint} mistakes={said}>
          <input
            class="form-input"
            type="text"
            inputmode="numeric"
            id="dage"
            name="dage"
            value={typed.days}
            aria-describedby="dage-fejl"
          />
        </FormField>
        <SensitiveField language={language} checked={typed.onlySensitive} />
        <SilenceField language={language} said={said} chosen={typed.silence} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a class="seb-hit" href={reviewPaths.list}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
