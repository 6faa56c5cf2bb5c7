/** `/forvaltning/kontrol/ny`: system management asks many organisations for a review. */
import { MistakeSummary } from '../access/admin/form-field.tsx'
import type { AdminFrame } from '../access/admin/frame.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import { type Choice, ChoiceField, NameField, ReviewFields, saidMistakes } from './begin.page.tsx'
import { reviewPaths } from './reviews-paths.ts'
import { reviewsText } from './text.ts'
import type { BeginMistake, TypedReview } from './typed-review.ts'

export type BeginEverywherePageProps = {
  readonly frame: AdminFrame
  readonly typed: TypedReview
  readonly kinds: readonly Choice[]
  readonly kind: string | null
  readonly services: readonly Choice[]
  readonly mistakes: readonly BeginMistake[]
  readonly formId: string
}

export function BeginEverywherePage({ frame, typed, mistakes, formId, ...choices }: BeginEverywherePageProps) {
  const { language } = frame.shell
  const { begin, everywhere: text } = reviewsText[language]
  const said = saidMistakes(mistakes, language).map((mistake) =>
    mistake.field === 'enhed' ? { field: 'art', sentence: text.none } : mistake,
  )
  return (
    <AdminLayout
      {...frame}
      title={text.begin}
      lead={text.lead}
      breadcrumb={[{ name: text.title, href: reviewPaths.everywhere }]}
    >
      <MistakeSummary title={begin.mistakesTitle} mistakes={said} />
      <form class="seb-form" method="post" action={reviewPaths.startEverywhere}>
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
          <a class="seb-hit" href={reviewPaths.everywhere}>
            {begin.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}
