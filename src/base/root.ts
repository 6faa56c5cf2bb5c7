/** Where the package stands on disk: migrations and assets are read from `src/`, so nothing is copied at build time. */
import { join } from 'node:path'

const root = join(import.meta.dirname, '..', '..', '..')

/** The absolute path of a file in the repository, given its path from the top. */
export function fromRoot(...path: string[]): string {
  return join(root, ...path)
}
