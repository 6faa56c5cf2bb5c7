/** What a document may refer to: things in the document itself or in the database, by the key that people write. */
import type { Path, Report } from './mistake.ts'

/**
 * Stands for the id of an entry that has mistakes of its own, so that what refers to it is still checked and not blamed.
 * It is never written: one mistake is enough for nothing to be.
 */
export const placeholderId = '00000000-0000-0000-0000-000000000000'

export class References<T> {
  readonly #what: string
  readonly #known: ReadonlyMap<string, T>
  readonly #report: Report

  constructor(what: string, known: ReadonlyMap<string, T>, report: Report) {
    this.#what = what
    this.#known = known
    this.#report = report
  }

  /** The parts of an entry with mistakes: nobody can say which there should be. */
  static ofBroken<T>(): References<T> {
    return new References<T>('', new Map(), () => undefined)
  }

  /** The thing with this key; null, and a mistake, when there is none. */
  get(key: string, path: Path): T | null {
    const found = this.#known.get(key)
    if (found === undefined) this.#report(path, `there is no ${this.#what} "${key}" in this file or in SEB`)
    return found ?? null
  }
}
