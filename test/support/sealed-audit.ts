/** A database with an audit that is sealed, for tests of the seal. Organisations and people in it are made up. */
import { generateKeyPairSync } from 'node:crypto'
import { sql } from 'kysely'
import type { AuditEvent } from '../../src/audit/audit-event.ts'
import { recordEvents } from '../../src/audit/record-events.ts'
import { type SealKeys, sealKeys } from '../../src/audit/seal/load-seal-keys.ts'
import { createSealer, type Sealer } from '../../src/audit/seal/seal-events.ts'
import { randomIds } from '../../src/base/ids.ts'
import type { Storage } from '../../src/storage/database.ts'
import { type TestClock, testClock } from './test-clock.ts'
import { openTestDatabase } from './test-database.ts'

/** Two made-up organisations. */
export const clinic = '01900000-0000-7000-8000-00000000000a'
export const pharmacy = '01900000-0000-7000-8000-00000000000b'

export interface SealedAudit {
  storage: Storage
  clock: TestClock
  keys: SealKeys
  sealer: Sealer
  /** Writes events, in turn of the clinic, the pharmacy and nobody. */
  record(count: number, event?: Partial<AuditEvent>): Promise<void>
  /** Does something with the rights of the database's owner, as the worst attacker might have them. */
  tamper(...statements: string[]): Promise<void>
}

export async function openSealedAudit(given?: Storage): Promise<SealedAudit> {
  const storage = given ?? (await openTestDatabase())
  const clock = testClock(new Date('2026-11-24T10:00:00.123Z'))
  const keys = sealKeys(generateKeyPairSync('ed25519').privateKey)
  return {
    storage,
    clock,
    tamper: async (...statements) => {
      await storage.db.connection().execute(async (db) => {
        await sql`reset role`.execute(db)
        for (const statement of statements) await sql.raw(statement).execute(db)
        await sql`set role seb_broker`.execute(db)
      })
    },
    keys,
    sealer: createSealer({ db: storage.db, clock, keys }),
    record: (count, event = {}) =>
      recordEvents(
        { clock, ids: randomIds },
        storage.db,
        Array.from({ length: count }, (_, index) => ({
          action: 'sign-in.answered',
          outcome: 'success',
          actor: { kind: 'person', id: `person ${index}` },
          organisationId: [clinic, pharmacy, undefined][index % 3],
          source: '192.0.2.7',
          details: { number: index, text: 'Ærø "Øst"' },
          ...event,
        })),
      ),
  }
}
