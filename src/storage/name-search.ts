/** Finds people and organisations by parts of their name, whichever way its letters are written: `Søren`, `SOEREN`, `Åse`, `aase`. */
import { type RawBuilder, sql } from 'kysely'

/** More words than that are not looked for. */
const mostWords = 6

/** True where every word stands somewhere in the name; `folded` is a name as `fold_name` makes it. (migration 0090) */
export function nameHas(folded: RawBuilder<unknown>, text: string): RawBuilder<boolean> {
  const words = text.split(/\s+/).filter((word) => word !== '')
  if (words.length === 0) return sql<boolean>`true`
  const found = words.slice(0, mostWords).map((word) => {
    const part = `%${word.replace(/[\\%_]/g, '\\$&')}%`
    // In a query of its own the word is folded once, and not again for every name.
    return sql`searched_name(${folded}) like (select searched_name(fold_name(${part})))`
  })
  return sql<boolean>`(${sql.join(found, sql` and `)})`
}
