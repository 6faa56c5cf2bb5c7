/** Reads JSON or YAML, and finds again where in the file something stands, so that mistakes can be told with line and column. */
import { isMap, isNode, isPair, isSeq, LineCounter, type Node, parseDocument } from 'yaml'
import type { Mistake, Path } from '../storage/plan/mistake.ts'

export interface Place {
  line: number
  column: number
}

export type DocumentReading = {
  value: unknown
  /** Mistakes in how the file is written; there is no value then. */
  mistakes: readonly (Mistake & { place: Place })[]
  /** Where a part of the document stands; the nearest part around it when it is not there itself. */
  placeOf(path: Path): Place
}

/** Plain JSON is read by the engine, which is fifty times faster; YAML is asked only where lines are wanted. */
export function readDocument(text: string): DocumentReading {
  const json = readPlainJson(text)
  if (json === undefined) return readYaml(text)
  let located: DocumentReading | null = null
  return {
    value: json,
    mistakes: [],
    placeOf: (path) => {
      located ??= readYaml(text)
      return located.placeOf(path)
    },
  }
}

function readPlainJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text)
    // JSON.parse lets the last of two fields with one name win; a file with such is left to the reader that refuses it.
    return countFields(value) === (text.match(fieldName) ?? []).filter((one) => one.endsWith(':')).length
      ? value
      : undefined
  } catch {
    return undefined
  }
}

/** A string in JSON, with the colon after it when it names a field. */
const fieldName = /"(?:[^"\\]|\\.)*"(?:\s*:)?/g

function countFields(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const parts = Object.values(value)
  return parts.reduce<number>((count, part) => count + countFields(part), Array.isArray(value) ? 0 : parts.length)
}

function readYaml(text: string): DocumentReading {
  const lines = new LineCounter()
  // Without excerpts in the messages: what stands in the file may be a CPR number.
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, stringKeys: true })
  const place = (offset: number): Place => {
    const { line, col } = lines.linePos(offset)
    return { line, column: col }
  }
  const mistakes = [...document.errors, ...document.warnings].map((error) => ({
    path: [],
    text: error.message,
    place: place(error.pos[0]),
  }))
  const root = document.contents
  let value: unknown
  try {
    value = mistakes.length > 0 ? undefined : document.toJS()
  } catch {
    mistakes.push({ path: [], text: 'refers to itself, or to its own parts too often', place: place(0) })
  }
  return {
    value,
    mistakes,
    placeOf: (path) => place(offsetOf(root, path)),
  }
}

function offsetOf(root: Node | null, path: Path): number {
  let found: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const part of path) {
    const child: unknown = isSeq(found)
      ? found.items[Number(part)]
      : isMap(found)
        ? found.items.find((pair) => isNode(pair.key) && String(pair.key) === String(part))
        : undefined
    if (isPair(child)) {
      offset = isNode(child.key) ? (child.key.range?.[0] ?? offset) : offset
      found = child.value
    } else {
      offset = isNode(child) ? (child.range?.[0] ?? offset) : offset
      found = child
    }
  }
  return offset
}
