/** How far "keep the rest" of a long review has come; it goes on whether or not anybody looks. */
import type { AdminFrame } from '../access/admin/frame.ts'
import { AdminLayout } from '../web/admin-layout.tsx'
import { fillText } from '../web/fill.ts'
import type { Rest } from './rest.store.ts'
import type { Review } from './review.ts'
import { reviewPath, reviewPaths } from './reviews-paths.ts'
import { reviewsText } from './text.ts'

export type RestPageProps = {
  readonly frame: AdminFrame
  readonly review: Review
  readonly rest: Pick<Rest, 'wanted' | 'kept'>
}

export function RestPage({ frame, review, rest }: RestPageProps) {
  const { language } = frame.shell
  const text = reviewsText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.rest.title}
      breadcrumb={[
        { name: text.title, href: reviewPaths.list },
        { name: review.name, href: reviewPath(review.id) },
      ]}
    >
      <RestProgress {...{ frame, review, rest }} href={null} />
    </AdminLayout>
  )
}

/** `href`: where it is followed, where this is not the place. */
export function RestProgress({ frame, review, rest, href }: RestPageProps & { readonly href: string | null }) {
  const { language } = frame.shell
  const text = reviewsText[language].rest
  const number = new Intl.NumberFormat(language)
  const words = fillText(text.progress, { kept: number.format(rest.kept), wanted: number.format(rest.wanted) })
  return (
    <div class="seb-panel" role="status">
      <p class="strong num">{words}</p>
      <progress class="seb-progress" value={rest.kept} max={Math.max(rest.wanted, 1)} aria-label={words} />
      <p>{text.goesOn}</p>
      <a class="seb-hit" href={href ?? reviewPath(review.id)}>
        {href === null ? text.back : text.follow}
      </a>
    </div>
  )
}
