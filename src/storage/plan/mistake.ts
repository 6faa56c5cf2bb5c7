/** What is wrong in something a person wrote, and where: all of it is told at once, so nobody mends one line at a time. */
export type Path = readonly (string | number)[]

export interface Mistake {
  path: Path
  /** For the person who wrote it; never repeats a CPR number or a key. */
  text: string
}

export type Report = (path: Path, text: string) => void

/** A part of a document together with where it stands. */
export interface At<T> {
  path: Path
  value: T
}

export function eachAt<T>(path: Path, list: readonly T[]): At<T>[] {
  return list.map((value, index) => ({ path: [...path, index], value }))
}

/** Reports every item whose key another item has already. */
export function reportRepeated<T>(
  items: readonly At<T>[],
  keyOf: (item: T) => string | null | undefined,
  report: Report,
  field: string,
  what: string,
): void {
  const first = new Map<string, At<T>>()
  for (const item of items) {
    const key = keyOf(item.value)
    if (key === null || key === undefined) continue
    const earlier = first.get(key)
    if (earlier) report([...item.path, field], `${what} is already used at ${showPath(earlier.path)}`)
    else first.set(key, item)
  }
}

/** `services[0].roles[2]` */
export function showPath(path: Path): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  )
}
