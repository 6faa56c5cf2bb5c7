/**
 * The patterns that values of a data scope are held against. They are written by people outside and tried at every log-in,
 * so they are a small part of regular expressions, and are matched by following all ways at once instead of one after the
 * other: the time is the length of the value times the length of the pattern, whatever the pattern is. (No ReDoS)
 */

/** Why a text is not a pattern. */
export type PatternMistake = 'syntax' | 'unsupported' | 'too-long'

type PatternReading = { ok: true; pattern: ScopePattern } | { ok: false; mistake: PatternMistake }

interface ScopePattern {
  /** True when the whole value is as the pattern says. */
  matches(value: string): boolean
}

/** A pattern is for a code or a name, not for a text. */
export const longestPattern = 200
export const longestValue = 200
const mostStates = 1_000

type Test = (character: string) => boolean

/** What a pattern is made of, as a tree. */
type Part =
  | { kind: 'one'; test: Test }
  | { kind: 'row'; parts: readonly Part[] }
  | { kind: 'either'; parts: readonly Part[] }
  | { kind: 'repeat'; part: Part; least: number; most: number | null }

/** A state waits for a character, or leads on without one; the state after the last is the end. */
type State = { test: Test; next: number } | { ways: number[] }

export function readScopePattern(text: string): PatternReading {
  if (text.length > longestPattern) return { ok: false, mistake: 'too-long' }
  try {
    const states = statesOf(new Reader(text).read())
    return { ok: true, pattern: { matches: (value) => run(states, value) } }
  } catch (error) {
    if (error instanceof NotAPattern) return { ok: false, mistake: error.mistake }
    throw error
  }
}

class NotAPattern extends Error {
  readonly mistake: PatternMistake

  constructor(mistake: PatternMistake) {
    super(mistake)
    this.mistake = mistake
  }
}

/** Characters with a meaning of their own, which is not one that these patterns have. */
const reserved = new Set(['*', '+', '?', '{', '}', ')', ']', '^', '$'])
/** What may follow a backslash: classes of characters, and characters that would otherwise mean something. */
const escapes = /^(?:[dws]|[DWS]|[\^$\\.*+?()[\]{}|/-])$/

class Reader {
  readonly #characters: readonly string[]
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#characters = [...text]
  }

  read(): Part {
    const part = this.#either()
    if (this.#at < this.#characters.length) throw new NotAPattern('syntax')
    return part
  }

  #either(): Part {
    const parts = [this.#row()]
    while (this.#take('|')) parts.push(this.#row())
    return parts.length === 1 && parts[0] ? parts[0] : { kind: 'either', parts }
  }

  #row(): Part {
    const parts: Part[] = []
    for (let next = this.#peek(); next !== undefined && next !== '|' && next !== ')'; next = this.#peek())
      parts.push(this.#repeated(this.#single(next)))
    return { kind: 'row', parts }
  }

  #single(first: string): Part {
    this.#at += 1
    if (first === '(') return this.#group()
    if (first === '[') return { kind: 'one', test: this.#set() }
    if (first === '\\') return { kind: 'one', test: one(this.#escape()) }
    if (first === '.') return { kind: 'one', test: one('.') }
    if (first === '^' || first === '$') throw new NotAPattern('unsupported')
    if (reserved.has(first)) throw new NotAPattern('syntax')
    return { kind: 'one', test: (character) => character === first }
  }

  /** Groups only hold together: nothing looks ahead or back, and nothing is remembered. */
  #group(): Part {
    if (++this.#depth > 20) throw new NotAPattern('too-long')
    if (this.#take('?') && !this.#take(':')) throw new NotAPattern('unsupported')
    const part = this.#either()
    if (!this.#take(')')) throw new NotAPattern('syntax')
    this.#depth -= 1
    return part
  }

  /** `[A-Z0-9æøå]`: the engine reads it, for one character at a time. */
  #set(): Test {
    let source = '['
    for (let next = this.#peek(); next !== ']'; next = this.#peek()) {
      if (next === undefined) throw new NotAPattern('syntax')
      this.#at += 1
      source += next === '\\' ? this.#escape() : next
    }
    this.#at += 1
    return one(`${source}]`)
  }

  #escape(): string {
    const next = this.#peek()
    if (next === undefined) throw new NotAPattern('syntax')
    this.#at += 1
    if (next === 'p') return this.#property()
    if (!escapes.test(next)) throw new NotAPattern('unsupported')
    return `\\${next}`
  }

  /** `\p{L}`: a kind of character. */
  #property(): string {
    const rest = this.#characters.slice(this.#at, this.#at + 12).join('')
    const name = /^\{[A-Za-z]{1,10}\}/.exec(rest)?.[0]
    if (!name) throw new NotAPattern('syntax')
    this.#at += name.length
    return `\\p${name}`
  }

  #repeated(part: Part): Part {
    const times = this.#times()
    if (!times) return part
    if (this.#peek() === '?') throw new NotAPattern('unsupported')
    return { kind: 'repeat', part, ...times }
  }

  #times(): { least: number; most: number | null } | null {
    if (this.#take('*')) return { least: 0, most: null }
    if (this.#take('+')) return { least: 1, most: null }
    if (this.#take('?')) return { least: 0, most: 1 }
    if (this.#peek() !== '{') return null
    const end = this.#characters.indexOf('}', this.#at)
    const counts = /^(\d{1,3})(?:(,)(\d{1,3})?)?$/.exec(this.#characters.slice(this.#at + 1, end).join(''))
    if (end === -1 || !counts) throw new NotAPattern('syntax')
    this.#at = end + 1
    const least = Number(counts[1])
    const most = counts[2] ? (counts[3] ? Number(counts[3]) : null) : least
    if (most !== null && most < least) throw new NotAPattern('syntax')
    return { least, most }
  }

  #peek(): string | undefined {
    return this.#characters[this.#at]
  }

  #take(character: string): boolean {
    const there = this.#peek() === character
    if (there) this.#at += 1
    return there
  }
}

/** An expression for one character: it has no repetition, so it costs the same whatever it is given. */
function one(source: string): Test {
  try {
    const expression = new RegExp(`^${source}$`, 'u')
    return (character) => expression.test(character)
  } catch {
    throw new NotAPattern('syntax')
  }
}

/** The tree laid out as states; `{n,m}` is written out, so that nothing is counted while matching. */
function statesOf(root: Part): readonly State[] {
  const states: State[] = []
  const add = (state: State): number => {
    if (states.length >= mostStates) throw new NotAPattern('too-long')
    return states.push(state) - 1
  }
  const split = (): number[] => {
    const ways: number[] = []
    add({ ways })
    return ways
  }
  let laid = 0
  const lay = (part: Part): void => {
    // Also what has no states takes time to lay out: `((){999}){999}`.
    if (++laid > mostStates * 2) throw new NotAPattern('too-long')
    switch (part.kind) {
      case 'one':
        add({ test: part.test, next: states.length + 1 })
        return
      case 'row':
        for (const each of part.parts) lay(each)
        return
      case 'either': {
        const ways = split()
        const ends: number[][] = []
        for (const each of part.parts) {
          ways.push(states.length)
          lay(each)
          ends.push(split())
        }
        for (const end of ends) end.push(states.length)
        return
      }
      case 'repeat':
        layRepeated(part)
    }
  }
  const layRepeated = ({ part, least, most }: Part & { kind: 'repeat' }): void => {
    for (let times = 0; times < least; times++) lay(part)
    if (most === null) {
      const at = states.length
      const ways = split()
      ways.push(states.length)
      lay(part)
      split().push(at)
      ways.push(states.length)
      return
    }
    const skips: number[][] = []
    for (let times = least; times < most; times++) {
      const ways = split()
      ways.push(states.length)
      skips.push(ways)
      lay(part)
    }
    for (const skip of skips) skip.push(states.length)
  }
  lay(root)
  return states
}

function run(states: readonly State[], value: string): boolean {
  if (value.length > longestValue) return false
  let reached = closure(states, [0])
  for (const character of value) {
    const next: number[] = []
    for (const at of reached) {
      const state = states[at]
      if (state && 'test' in state && state.test(character)) next.push(state.next)
    }
    if (next.length === 0) return false
    reached = closure(states, next)
  }
  return reached.has(states.length)
}

/** Every state that can be reached without a character, each once. */
function closure(states: readonly State[], from: readonly number[]): ReadonlySet<number> {
  const reached = new Set(from)
  for (const at of reached) {
    const state = states[at]
    if (state && 'ways' in state) for (const way of state.ways) reached.add(way)
  }
  return reached
}
