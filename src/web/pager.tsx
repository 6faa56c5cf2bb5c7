/** Under a long list: which rows these are, and the ways to those before and after. The filters stay. */
import { cursorNames, rowsPerPage } from '../base/cursor.ts'
import { fillText } from './fill.ts'
import { Icon } from './icons.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type PagerProps = {
  readonly shell: Shell
  /** A page as the store read it. */
  readonly page: {
    readonly rows: readonly unknown[]
    readonly total: number
    readonly counted: boolean
    readonly from: number | null
    readonly previous: string | null
    readonly next: string | null
  }
  /** The address of the list, with its filters. */
  readonly list: string
}

export function Pager({ shell, page, list }: PagerProps) {
  const { language, assets } = shell
  const text = webText[language].pager
  const { rows, total, counted, from, previous, next } = page
  if (previous === null && next === null) return null
  const number = new Intl.NumberFormat(language)
  const range = from === null ? text.someOfMore : counted ? text.range : text.rangeOfMore
  const values = {
    from: number.format(from ?? 0),
    to: number.format((from ?? 0) + rows.length - 1),
    count: number.format(rows.length),
    total: number.format(total),
  }
  const left = counted && from !== null ? total - from - rows.length + 1 : rowsPerPage
  return (
    <nav class="seb-pager" aria-label={text.label}>
      <p class="num">{fillText(range, values)}</p>
      <div class="seb-actions">
        {previous !== null && (
          <a class="button button-secondary" href={addressAt(list, cursorNames.before, previous)} rel="prev">
            {fillText(text.previous, { count: rowsPerPage })}
          </a>
        )}
        {next !== null && (
          <a class="button button-secondary" href={addressAt(list, cursorNames.after, next)} rel="next">
            {fillText(text.next, { count: Math.min(left, rowsPerPage) })}
            <Icon sprite={assets.icons} name="arrow-forward" />
          </a>
        )}
      </div>
    </nav>
  )
}

function addressAt(list: string, name: string, id: string): string {
  const [path = '', query] = list.split('?')
  const values = new URLSearchParams(query)
  values.set(name, id)
  return `${path}?${values}`
}
