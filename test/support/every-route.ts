/** Every route of the composed app, as `GET /admin/medarbejdere/:id`; nothing is opened and nothing listens. */
import { generateKeyPairSync } from 'node:crypto'
import { DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import { createApp } from '../../src/app.ts'
import { sealKeys } from '../../src/audit/seal/load-seal-keys.ts'
import { createSealer } from '../../src/audit/seal/seal-events.ts'
import { readConfig } from '../../src/base/config.ts'
import { randomIds } from '../../src/base/ids.ts'
import { createLog } from '../../src/base/log.ts'
import { createBoard } from '../../src/status/board.ts'
import type { Schema } from '../../src/storage/schema.ts'
import { testClock } from './test-clock.ts'
import { testKey } from './test-keys.ts'

/** The sandbox has no part in it: it is not there where people are. */
export async function everyRoute(): Promise<string[]> {
  const reading = readConfig({ SANDBOX: 'off', LOG_LEVEL: 'silent' })
  if (!reading.ok) throw new Error(reading.mistakes.join('\n'))
  const key = await testKey('p256')
  const db = new Kysely<Schema>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (opened) => new PostgresIntrospector(opened),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })
  const clock = testClock()
  const auditKeys = sealKeys(generateKeyPairSync('ed25519').privateKey)
  const app = createApp({
    config: reading.config,
    clock,
    ids: randomIds,
    log: createLog('silent'),
    storage: { db, engine: 'embedded', close: async () => undefined },
    sealKeys: auditKeys,
    sealer: createSealer({ db, clock, keys: auditKeys }),
    board: createBoard({ db, clock }),
    keys: { signing: [key], decryption: [key] },
    secrets: { pseudonymKey: Buffer.alloc(32), cprKeys: { encryption: Buffer.alloc(32), hash: Buffer.alloc(32) } },
  })
  // Middleware stands there too, under no method of its own.
  const routes = app.routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`)
  return [...new Set(routes)]
}
