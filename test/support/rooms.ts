/** The order of the rooms, and what breaks it. */

/** From the ground up; rooms in one step do not know each other. Files outside a room may import everything. */
const steps: readonly (readonly string[])[] = [
  ['base'],
  ['storage', 'web'],
  ['audit', 'mail'],
  ['organisations'],
  ['services', 'people'],
  ['notices'],
  ['access'],
  ['requests', 'reviews'],
  ['emergency', 'desk', 'discovery', 'status'],
  ['enrolment'],
  ['brokering'],
  // It takes the names of buttons and fields from the pages of every room before it.
  ['guides'],
  ['protocols'],
  ['configuration'],
]

/** The module specifiers of a file's static imports and exports, and of its dynamic imports. */
export function importsOf(source: string): string[] {
  return [...source.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, target = '']) => target)
}

/** One line for every import that goes against the order. Paths are relative to `src`. */
export function forbiddenImports(imports: readonly { from: string; to: string }[]): string[] {
  return imports.flatMap(({ from, to }) => {
    const [room, target] = [roomOf(from), roomOf(to)]
    if (room === null || room === target) return []
    const allowed = target !== null && target !== '..' && stepOf(target) < stepOf(room)
    return allowed
      ? []
      : [
          `${room} may not import ${target === null ? 'the composition root' : target === '..' ? 'from outside src' : target} (${from} → ${to})`,
        ]
  })
}

function roomOf(path: string): string | null {
  const [room] = path.split('/')
  return room !== undefined && path.includes('/') ? room : null
}

function stepOf(room: string): number {
  const step = steps.findIndex((rooms) => rooms.includes(room))
  if (step === -1) throw new Error(`the room ${room} has no place in the order: see ARCHITECTURE.md`)
  return step
}
