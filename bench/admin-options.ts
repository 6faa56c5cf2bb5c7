/** What can be asked of `npm run bench:admin`. */
import { parseArgs } from 'node:util'

export type AdminOptions = {
  /** 1: a million people. */
  scale: number
  /** Where the databases are made, and found again another time. */
  keep: string | undefined
}

export const usage = `npm run bench:admin -- [--scale N] [--keep DIRECTORY]
--scale 1 is 1,000,000 people, 30,000 organisations, 5,000,000 assignments and 20,000,000 audit events (25 GB of disk).`

/** Throws with what is wrong. */
export function readAdminOptions(args: string[]): AdminOptions {
  const { values } = parseArgs({ args, options: { scale: { type: 'string', default: '1' }, keep: { type: 'string' } } })
  const scale = Number(values.scale)
  if (!(scale > 0 && scale <= 2)) throw new Error(`--scale ${values.scale}: a number above 0, 2 at most`)
  return { scale, keep: values.keep }
}
