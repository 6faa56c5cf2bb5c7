/** "1–50 af 210", and the ways to the pages beside. */
import { fillText } from '../../../web/fill.ts'
import type { Language } from '../../../web/languages.ts'
import { servicesText } from './text.ts'

type PagerProps = {
  readonly language: Language
  readonly page: number
  readonly perPage: number
  readonly total: number
  /** How many this page has. */
  readonly shown: number
  readonly address: (page: number) => string
}

export function Pager({ language, page, perPage, total, shown, address }: PagerProps) {
  const text = servicesText[language]
  if (total <= perPage) return null
  const before = (page - 1) * perPage
  const left = total - before - shown
  const number = new Intl.NumberFormat(language)
  const range = { from: number.format(before + 1), to: number.format(before + shown), total: number.format(total) }
  return (
    <nav class="seb-pager" aria-label={text.pages}>
      <p class="num">{fillText(text.range, range)}</p>
      <div class="seb-actions">
        {before > 0 && (
          <a class="button button-secondary" href={address(page - 1)} rel="prev">
            {fillText(text.previous, { count: perPage })}
          </a>
        )}
        {left > 0 && (
          <a class="button button-secondary" href={address(page + 1)} rel="next">
            {fillText(text.next, { count: Math.min(left, perPage) })}
          </a>
        )}
      </div>
    </nav>
  )
}
