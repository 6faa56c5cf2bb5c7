/**
 * SEB whole, over HTTP, with a database of its own, a clock that the test moves, and identity providers and services in the
 * test's hands. What SEB knows is told it by `seb apply`, as an operator would.
 */

import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import type { KyselyPlugin } from 'kysely'
import { createApp } from '../../src/app.ts'
import { sealKeys } from '../../src/audit/seal/load-seal-keys.ts'
import { createSealer, type Sealer } from '../../src/audit/seal/seal-events.ts'
import { type Config, readConfig } from '../../src/base/config.ts'
import { randomIds } from '../../src/base/ids.ts'
import { createLog } from '../../src/base/log.ts'
import { applyDeps } from '../../src/commands.ts'
import { applyDocument } from '../../src/configuration/apply-document.ts'
import { attachmentKeyFrom } from '../../src/desk/mail-in/seal-attachment.ts'
import { paperKeyFrom } from '../../src/enrolment/papers/seal-paper.ts'
import { findKeptMails, type KeptMail } from '../../src/mail/mails.store.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import { sendMails } from '../../src/mail/send-mail.job.ts'
import { createPost, createStatusPost } from '../../src/post.ts'
import { loadOwnKeys } from '../../src/protocols/keys/load-own-keys.ts'
import type { OwnKeys } from '../../src/protocols/keys/own-keys.ts'
import { startSandbox } from '../../src/start-sandbox.ts'
import { createBoard } from '../../src/status/board.ts'
import { answerAsks } from '../../src/status/subscribe/answer-asks.job.ts'
import { sendDeliveries } from '../../src/status/subscribe/send-deliveries.job.ts'
import type { Db } from '../../src/storage/database.ts'
import { createHttpServer } from '../../src/web/http-server.ts'
import { freePort } from './free-port.ts'
import { type TestClock, testClock } from './test-clock.ts'
import { openTestDatabase } from './test-database.ts'
import { testKey } from './test-keys.ts'
import { type TestProvider, type TestProviderOptions, testProvider } from './test-provider.ts'
import { type TestService, type TestServiceOptions, testService } from './test-service.ts'

export interface Stage {
  url: string
  db: Db
  clock: TestClock
  /** Nothing seals by itself here. */
  sealer: Sealer
  provider(name: string, options?: Partial<TestProviderOptions>): Promise<TestProvider>
  service(name: string, options?: Partial<TestServiceOptions>): Promise<TestService>
  /** What papers of enrolments are kept encrypted under. */
  paperKey: Uint8Array
  /** What mails brought is kept under. */
  attachmentKey: Uint8Array
  /** As `seb apply` would; throws with the mistakes where there are any. */
  apply(document: unknown): Promise<void>
  events(reference?: string): Promise<{ action: string; outcome: string; details: unknown; reference: string | null }[]>
  /** The mails that SEB would have sent, the newest first. */
  mails(): Promise<KeptMail[]>
  /** Sends what waits, as the jobs do, to this mail server; null: it is kept to be shown. */
  postOut(mailUrl: string | null): Promise<void>
  close(): Promise<void>
}

/** `plugins` see every query; `directory`: where the database keeps its files, else in memory. */
export async function openStage(
  environment: Record<string, string> = {},
  plugins: readonly KyselyPlugin[] = [],
  directory: string | null = null,
): Promise<Stage> {
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const reading = readConfig({
    PORT: String(port),
    PUBLIC_URL: url,
    DATA_DIR: tmpdir(),
    SANDBOX: 'off',
    LOG_LEVEL: 'silent',
    ...environment,
  })
  if (!reading.ok) throw new Error(reading.mistakes.join('\n'))
  const { config } = reading
  const clock = testClock()
  const [opened, keys] = await Promise.all([openTestDatabase(directory), ownKeys(config, clock)])
  const storage = { ...opened, db: plugins.reduce((db, plugin) => db.withPlugin(plugin), opened.db) }
  const [signing] = keys.signing
  const [decryption] = keys.decryption
  const cprKeys = { encryption: randomBytes(32), hash: randomBytes(32) }
  const secrets = { pseudonymKey: randomBytes(32), cprKeys }
  const auditKeys = sealKeys(generateKeyPairSync('ed25519').privateKey)
  const log = createLog(config.LOG_LEVEL)
  const deps = {
    config,
    clock,
    ids: randomIds,
    log,
    storage,
    secrets,
    keys,
    sealKeys: auditKeys,
    sealer: createSealer({ db: storage.db, clock, keys: auditKeys }),
    board: createBoard({ db: storage.db, clock }),
  }
  const sandbox = config.sandbox ? await startSandbox(deps) : null
  const server = createHttpServer(createApp({ ...deps, sandbox }))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const now = () => clock.now()
  return {
    url,
    db: storage.db,
    clock,
    sealer: deps.sealer,
    paperKey: paperKeyFrom(secrets.pseudonymKey),
    attachmentKey: attachmentKeyFrom(secrets.pseudonymKey),
    provider: async (name, options = {}) =>
      testProvider({
        entityId: `https://${name}.provider.example`,
        key: options.key ?? (await testKey()),
        now,
        seb: {
          acs: `${url}/saml/acs`,
          spEntityId: config.spEntityId,
          signing: signing.certificate,
          decryption: decryption.certificate,
        },
        ...options,
      }),
    service: async (name, options = {}) =>
      testService({
        key: name,
        signingKey: options.signingKey ?? (await testKey()),
        now,
        seb: { sso: `${url}/saml/sso`, idpEntityId: config.idpEntityId, certificate: signing.certificateBase64 },
        ...options,
      }),
    apply: async (document) => {
      const { mistakes } = await applyDocument(applyDeps(deps), {
        document,
        files: {},
        dryRun: false,
        operator: 'test',
      })
      if (mistakes.length > 0)
        throw new Error(mistakes.map(({ path, text }) => `${path.join('.')}: ${text}`).join('\n'))
    },
    events: async (reference) => {
      let select = storage.db
        .selectFrom('audit_event')
        .select(['action', 'outcome', 'details', 'reference'])
        .orderBy('sequence')
      if (reference !== undefined) select = select.where('reference', '=', reference)
      return select.execute()
    },
    mails: () => findKeptMails(storage.db, mailKeyFrom(secrets.pseudonymKey)),
    postOut: async (mailUrl) => {
      const sending = { ...deps, config: { ...config, MAIL_URL: mailUrl ?? undefined } }
      const [post, statusPost] = [createPost(sending), createStatusPost(sending)]
      await answerAsks({ ...statusPost, publicUrl: config.publicUrl })
      await sendMails(post)
      await sendDeliveries(statusPost, new AbortController().signal)
      post.carrier?.close()
      statusPost.carrier?.close()
    },
    close: async () => {
      await new Promise((resolve) => {
        server.close(resolve)
        server.closeAllConnections()
      })
      await storage.close()
    },
  }
}

/** From the files that the settings name, as SEB itself does; else made for the test. */
async function ownKeys(config: Config, clock: TestClock): Promise<OwnKeys> {
  if (config.SAML_SIGNING_KEY_FILE !== undefined) return loadOwnKeys(config, clock)
  const [signing, decryption] = await Promise.all([testKey(), testKey()])
  return { signing: [signing], decryption: [decryption] }
}
