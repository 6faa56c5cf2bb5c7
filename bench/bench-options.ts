/** What can be asked of `npm run bench:sign-in`. */
import { parseArgs } from 'node:util'
import { processEnvironment } from '../src/base/environment.ts'
import { type MeasuredKeyKind, measuredKeyKinds } from './key-files.ts'

export type BenchOptions = {
  keys: MeasuredKeyKind
  sso: boolean
  concurrency: number
  /** One of the two ends the measurement. */
  logIns: number | undefined
  seconds: number | undefined
  database: 'embedded' | 'private' | { url: string }
  /** Where SEB's processor profile is written, if it is wanted. */
  profile: string | undefined
}

export const usage = `npm run bench:sign-in -- [--keys ${measuredKeyKinds.join('|')}] [--sso] [--seconds N | --log-ins N]
    [--concurrency N] [--postgres] [--profile DIRECTORY]
DATABASE_URL names an empty database; --postgres makes one of its own; else the embedded engine is measured.`

/** Throws with what is wrong. */
export function readBenchOptions(args: string[]): BenchOptions {
  const { values } = parseArgs({
    args,
    options: {
      keys: { type: 'string', default: 'rsa2048' },
      sso: { type: 'boolean', default: false },
      concurrency: { type: 'string', default: '16' },
      seconds: { type: 'string' },
      'log-ins': { type: 'string' },
      postgres: { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  })
  const keys = measuredKeyKinds.find((kind) => kind === values.keys)
  if (!keys) throw new Error(`--keys ${values.keys}: one of ${measuredKeyKinds.join(', ')}`)
  const logIns = values['log-ins'] === undefined ? undefined : count('--log-ins', values['log-ins'])
  const url = processEnvironment().DATABASE_URL
  return {
    keys,
    sso: values.sso,
    concurrency: count('--concurrency', values.concurrency),
    logIns,
    seconds: logIns === undefined ? count('--seconds', values.seconds ?? '20') : undefined,
    database: values.postgres ? 'private' : url ? { url } : 'embedded',
    profile: values.profile,
  }
}

function count(name: string, text: string): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < 1) throw new Error(`${name} ${text}: a whole number from 1`)
  return number
}
