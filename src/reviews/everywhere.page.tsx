/** `/forvaltning/kontrol`: system management asks many organisations for a review, and sees how many have begun. */
import { MistakeSummary } from '../access/admin/form-field.tsx'
import type { AdminFrame } from '../access/admin/frame.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import { fillText } from '../web/fill.ts'
import { formatDate } from '../web/format.ts'
import { type Choice, ChoiceField, NameField, ReviewFields, saidMistakes } from './begin.page.tsx'
import type { AskedEverywhere } from './everywhere.store.ts'
import { reviewPaths } from './reviews-paths.ts'
import { reviewsText } from './text.ts'
import type { BeginMistake, TypedReview } from './typed-review.ts'

export type EverywherePageProps = {
  readonly frame: AdminFrame
  readonly typed: TypedReview
  readonly kinds: readonly Choice[]
  readonly kind: string | null
  readonly services: readonly Choice[]
  readonly mistakes: readonly BeginMistake[]
  readonly formId: string
  readonly asked: readonly AskedEverywhere[]
}

export function EverywherePage({ frame, typed, mistakes, formId, asked, ...choices }: EverywherePageProps) {
  const { language } = frame.shell
  const { begin, everywhere: text } = reviewsText[language]
  const said = saidMistakes(mistakes, language).map((mistake) =>
    mistake.field === 'enhed' ? { field: 'art', sentence: text.none } : mistake,
  )
  return (
    <AdminLayout {...frame} title={text.title} lead={text.lead}>
      <MistakeSummary title={begin.mistakesTitle} mistakes={said} />
      <form class="seb-form" method="post" action={reviewPaths.everywhere}>
        <input type="hidden" name="id" value={formId} />
        <NameField {...{ language, typed, said }} />
        <ChoiceField
          {...{ language, said }}
          id="art"
          label={text.kind}
          every={text.everyKind}
          choices={choices.kinds}
          chosen={choices.kind}
        />
        <ReviewFields {...{ language, typed, said }} services={choices.services} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.button}
          </button>
        </div>
      </form>
      <section class="seb-section">
        <h2>{text.earlier}</h2>
        {asked.length === 0 ? (
          <div class="seb-empty">
            <p>{text.noneAsked}</p>
          </div>
        ) : (
          <Asked {...{ frame, asked }} />
        )}
      </section>
    </AdminLayout>
  )
}

function Asked({ frame, asked }: Pick<EverywherePageProps, 'frame' | 'asked'>) {
  const { language } = frame.shell
  const { everywhere: text, begin } = reviewsText[language]
  const number = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB')
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.earlier}</caption>
      <thead>
        <tr>
          {[text.title, begin.deadline, text.organisations].map((title) => (
            <th scope="col">{title}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {asked.map(({ name, deadline, begun, total }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-title={begin.deadline}>
              <span>{formatDate(new Date(deadline.getTime() - 1), language)}</span>
            </td>
            <td data-title={text.organisations}>
              <span>{fillText(text.progress, { begun: number.format(begun), total: number.format(total) })}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
