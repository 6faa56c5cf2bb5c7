/** How metadata that cannot be used is turned down. */
import { Problem } from '../../../base/problem.ts'

/** Throws; `why` is for the administrator who wants to register the party. */
export function refuseMetadata(why: string, cause?: unknown): never {
  throw new Problem('configuration', `metadata: ${why}`, { cause })
}
