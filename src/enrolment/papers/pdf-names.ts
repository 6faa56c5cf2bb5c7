/**
 * Finds names in a piece of a PDF (`/Type`, `/JavaScript`), wherever they stand: in dictionaries, in comments, in what is no PDF at
 * all. It searches for the few that are asked for, since whoever sends a file may have filled it with millions of others.
 */

/** Whether the name stands there as itself, and not as the beginning of a longer one. */
export function hasName(bytes: Buffer, name: string): boolean {
  const written = `/${name}`
  for (let at = bytes.indexOf(written); at !== -1; at = bytes.indexOf(written, at + 1))
    if (!isRegular(bytes[at + written.length])) return true
  return false
}

const longest = 64
const hash = 0x23

/** So many are looked at in one file: whoever packs more is keeping somebody busy. */
export interface LookBudget {
  left: number
}

export const lookBudget = (): LookBudget => ({ left: 10_000 })

/**
 * The names in which letters are written as numbers (ISO 32000-2 §7.3.5): no program does so, only who has something to hide.
 * Null where there are more than can be looked at.
 */
export function disguisedNames(bytes: Buffer, budget: LookBudget): Set<string> | null {
  const found = new Set<string>()
  let searchFrom = 0
  for (let at = bytes.indexOf(hash); at !== -1; at = bytes.indexOf(hash, Math.max(at + 1, searchFrom))) {
    if (!/^[4-7][0-9A-Fa-f]$/.test(bytes.toString('latin1', at + 1, at + 3))) continue
    budget.left -= 1
    if (budget.left < 0) return null
    const start = beginningOf(bytes, at)
    if (start === null) continue
    let end = at
    while (end < bytes.length && end - start < longest && isRegular(bytes[end])) end += 1
    found.add(readName(bytes.toString('latin1', start + 1, end)))
    searchFrom = end
  }
  return found
}

/** Where the name begins that the byte stands in; null where it stands in none. */
function beginningOf(bytes: Buffer, within: number): number | null {
  for (let at = within - 1; at >= 0 && within - at < longest; at -= 1) {
    if (bytes[at] === 0x2f) return at
    if (!isRegular(bytes[at])) return null
  }
  return null
}

/** The names of one dictionary, as they are read. */
export function namesOf(dictionary: string): string[] {
  return [...dictionary.matchAll(/\/([^\0\t\n\f\r ()<>[\]{}/%]*)/g)].map(([, written = '']) => readName(written))
}

function readName(written: string): string {
  return written.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

const notRegular = new Set(Buffer.from('\0\t\n\f\r ()<>[]{}/%', 'latin1'))

/** A byte that goes on with a name. (ISO 32000-2 §7.2.3) */
function isRegular(byte: number | undefined): boolean {
  return byte !== undefined && !notRegular.has(byte)
}

/** So much of a piece goes before the next, that a name on the edge is read whole. */
export const overlap = 2 * longest
