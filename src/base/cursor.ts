/** Where a page of a long list begins: beside a row, so that a page costs the same wherever it is, and none is seen twice. */

export const rowsPerPage = 50

export interface Cursor {
  /** The page begins after this row, or ends before it. */
  direction: 'after' | 'before'
  id: string
}

/** How an address says it. */
export const cursorNames = { after: 'efter', before: 'foer' } as const

/** Whatever an address may say: what `readId` does not take for an id counts as not said. */
export function readCursor(
  get: (name: string) => string | undefined,
  readId: (text: string | undefined) => string | null,
): Cursor | null {
  for (const direction of ['after', 'before'] as const) {
    const id = readId(get(cursorNames[direction]))
    if (id !== null) return { direction, id }
  }
  return null
}
