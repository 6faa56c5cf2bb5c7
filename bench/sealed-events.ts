/** How long `seb verify-audit` takes over a million events that were sealed for real. */
import { execFile } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Kysely, sql } from 'kysely'
import { createHeadsFile } from '../src/audit/seal/heads-file.ts'
import { loadSealKeys } from '../src/audit/seal/load-seal-keys.ts'
import { createSealer } from '../src/audit/seal/seal-events.ts'
import { systemClock } from '../src/base/clock.ts'
import { readConfig } from '../src/base/config.ts'
import { createLog } from '../src/base/log.ts'
import { fromRoot } from '../src/base/root.ts'
import type { Schema } from '../src/storage/schema.ts'
import type { Postgres } from '../test/support/postgres.ts'
import { nationNow } from './make-nation.ts'
import { madeDatabase, openAsSeb } from './nation-database.ts'
import { withoutIndexes } from './without-indexes.ts'

export interface SealFigures {
  events: number
  /** Null where it was sealed another time. */
  sealedPerSecond: number | null
  verifySeconds: number
  whole: boolean
}

/** Keys and heads are kept in `directory`, beside the database. */
export async function measureSeal(postgres: Postgres, directory: string, events: number): Promise<SealFigures> {
  let sealedPerSecond: number | null = null
  const settings = { DATA_DIR: join(directory, `sealed-${events}`), LOG_LEVEL: 'silent', SANDBOX: 'off' }
  await mkdir(settings.DATA_DIR, { recursive: true })
  const url = await madeDatabase(postgres, `sealed_${events}`, async (db, address) => {
    await withoutIndexes(db, ['audit_event'], () => makeEvents(db, events))
    const begun = performance.now()
    await sealAll(address, settings)
    sealedPerSecond = Math.round((events / (performance.now() - begun)) * 1000)
    await sql`vacuum (freeze, analyze)`.execute(db)
  })
  const begun = performance.now()
  const { stdout, code } = await run(['verify-audit'], { ...settings, DATABASE_URL: url })
  const verifySeconds = (performance.now() - begun) / 1000
  return { events, sealedPerSecond, verifySeconds, whole: code === 0 && stdout.includes(`${events} events`) }
}

async function run(args: string[], settings: Record<string, string>): Promise<{ stdout: string; code: number }> {
  try {
    const env = { ...process.env, ...settings }
    const { stdout } = await promisify(execFile)(process.execPath, [fromRoot('dist/src/cli.js'), ...args], { env })
    return { stdout, code: 0 }
  } catch (error) {
    console.error(error)
    return { stdout: '', code: 1 }
  }
}

/** Of a thousand organisations. */
async function makeEvents(db: Kysely<Schema>, count: number): Promise<void> {
  await sql`
    insert into audit_event (id, at, action, outcome, actor_kind, actor_id, organisation_id, object_kind, object_id, source, details)
    select md5('event' || number)::uuid, ${nationNow}::timestamptz - (${count}::bigint - number) * interval '1 second',
      'sign-in.answered', 'success', 'person', md5('person' || number % 5000)::uuid::text, md5('organisation' || number % 1000)::uuid,
      'account', md5('account' || number % 5000)::uuid::text, '10.0.0.' || number % 250, '{"service": "made up", "roles": 3}'
    from generate_series(1, ${count}::bigint) number`.execute(db)
}

async function sealAll(url: string, settings: Record<string, string>): Promise<void> {
  const reading = readConfig({ ...settings, DATABASE_URL: url })
  if (!reading.ok) throw new Error(reading.mistakes.join('\n'))
  const storage = await openAsSeb(url)
  try {
    const { db } = storage
    const keys = await loadSealKeys(reading.config)
    const headsFile = createHeadsFile({ db, log: createLog('silent'), path: reading.config.auditHeadsFile })
    const sealer = createSealer({ db, clock: systemClock, keys, headsFile })
    while ((await sealer.seal({ headAtOnce: true })) === 'more-to-seal');
  } finally {
    await storage.close()
  }
}
