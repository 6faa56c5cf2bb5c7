/**
 * `npm run bench:subscribers`: a message to a hundred thousand who subscribe: how long it takes to queue, how much slower log-ins are while
 * it is sent, and whether everybody gets it once through a real mail server while SEB is killed again and again. All addresses are made up.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { systemClock } from '../src/base/clock.ts'
import { randomIds } from '../src/base/ids.ts'
import { fromRoot } from '../src/base/root.ts'
import { createMessage } from '../src/status/editor/save-message.ts'
import { subscriberKeys } from '../src/status/subscribe/subscriber-keys.ts'
import { type Db, openStorage } from '../src/storage/database.ts'
import { insertRows } from '../src/storage/upsert-rows.ts'
import { startChild } from '../test/support/child-process.ts'
import { freePort } from '../test/support/free-port.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { startSeb } from '../test/support/seb-process.ts'
import { temporaryDirectory } from '../test/support/temporary-directory.ts'
import { takeCores } from './cores.ts'
import { runLoad } from './load.ts'
import { logIn } from './log-in.ts'
import { RequestPool } from './request-pool.ts'
import { startSebUnderTest } from './seb-under-test.ts'
import { connections, SimulatedBrowser } from './simulated-browser.ts'
import { smallSector } from './small-sector.ts'
import { percentile, rounded } from './timings.ts'

const { values: asked } = parseArgs({
  options: {
    subscribers: { type: 'string', default: '100000' },
    pairs: { type: 'string', default: '6' },
    seconds: { type: 'string', default: '10' },
    concurrency: { type: 'string', default: '8' },
    kills: { type: 'string', default: '20' },
  },
})
const [subscribers, pairs, seconds] = [Number(asked.subscribers), Number(asked.pairs), Number(asked.seconds)]
const concurrency = Number(asked.concurrency)
const cores = await takeCores()
await using stack = new AsyncDisposableStack()
const directory = await temporaryDirectory(stack, 'seb-subscribers')
const taken = join(directory, 'taken.tsv')
const smtpPort = await freePort()
stack.use(
  await startChild({
    name: 'the mail server',
    program: process.execPath,
    args: [fromRoot('dist/bench/take-mail.js'), String(smtpPort), taken],
    ready: () => answers(smtpPort),
  }),
)
const postgres = stack.use(await startPostgres(existsSync('/dev/shm') ? { parent: '/dev/shm' } : {}))
const url = await postgres.createDatabase()
const pseudonymKey = randomBytes(32)
const settings = {
  MAIL_URL: `smtp://127.0.0.1:${smtpPort}`,
  MAIL_FROM: 'SEB <seb@seb-demo.example>',
  PSEUDONYM_KEY: pseudonymKey.toString('base64'),
}
let sector: Awaited<ReturnType<typeof smallSector>> | undefined
const underTest = { database: { url }, profile: undefined, keys: 'rsa2048', settings } as const
const { seb } = await startSebUnderTest(stack, underTest, cores, async (address, keys) => {
  sector = await smallSector(address, 'rsa2048', keys)
  return sector.document
})
if (!sector) throw new Error('SEB was told nothing')
const storage = await openStorage({ engine: 'postgresql', url, poolSize: 2 })
stack.defer(() => storage.close())
const { db } = storage
await makeSubscribers(db)

const pool = new RequestPool(sector.services, sector.employees)
const agent = connections()
stack.defer(() => agent.destroy())
const origin = new URL(seb.url)
const logInOnce = () => {
  const prepared = pool.next()
  return logIn(new SimulatedBrowser(origin, agent), prepared, prepared.employee)
}
await runLoad(concurrency, { logIns: 1000 }, logInOnce)

const queueSeconds = await publish()
const shares: number[] = []
const waits: { without: number[]; during: number[] } = { without: [], during: [] }
for (let pair = 0; pair < pairs; pair += 1) {
  // Which comes first changes, so that whatever else the machine does hits both.
  const order = pair % 2 === 0 ? [false, true] : [true, false]
  const rates = new Map<boolean, number>()
  for (const during of order) {
    await holdSending(!during)
    const load = await runLoad(concurrency, { seconds }, logInOnce)
    if (load.failures.length > 0) throw new Error(load.failures[0])
    rates.set(during, load.times.length / load.seconds)
    waits[during ? 'during' : 'without'].push(percentile(load.times, 95))
  }
  const share = (rates.get(true) ?? 0) / (rates.get(false) ?? 1)
  shares.push(share)
  console.log(
    `pair ${pair + 1}: ${rounded(rates.get(false) ?? 0)} log-ins/s, ${rounded(rates.get(true) ?? 0)} while sending`,
  )
}
await holdSending(false)
const sentDuringPairs = subscribers - (await left())

// As fast as it goes, and killed again and again.
await seb.kill()
let running = await startSeb({
  ...seb.options,
  settings: { ...seb.options.settings, STATUS_MAILS_PER_SECOND: '10000' },
})
const begun = performance.now()
const before = await left()
let kills = 0
while (kills < Number(asked.kills) && (await left()) > 0) {
  await setTimeout(500 + Math.floor((randomBytes(2).readUInt16BE() / 65_536) * 4_000))
  await running.kill()
  kills += 1
  running = await startSeb(running.options)
}
const afterKills = await left()
for (let rest = afterKills, minutes = 0; rest > 0 && minutes < 240; minutes += 1) {
  await setTimeout(5_000)
  rest = await left()
}
await running.stop()
const lines = readFileSync(taken, 'utf8').trim().split('\n')
const receivers = new Map<string, Set<string>>()
for (const line of lines) {
  const [id = '', to = ''] = line.split('\t')
  receivers.set(to, (receivers.get(to) ?? new Set()).add(id))
}
const figures = {
  subscribers,
  queueSeconds: rounded(queueSeconds),
  logInsDuring: rounded(percentile(shares, 50)),
  p95MsWithout: rounded(percentile(waits.without, 50)),
  p95MsDuring: rounded(percentile(waits.during, 50)),
  sentDuringPairs,
  kills,
  received: lines.length,
  receivers: receivers.size,
  missing: subscribers - receivers.size,
  different: [...receivers.values()].filter((ids) => ids.size !== 1).length,
  /** The server had taken it, and SEB died before it could write that down: the same Message-ID once more. */
  repeated: lines.length - receivers.size,
  left: await left(),
  perSecondAtMost: rounded((before - afterKills) / ((performance.now() - begun) / 1000)),
}
const mistakes = [
  ...(queueSeconds > 5 ? [`queued in ${queueSeconds} s`] : []),
  ...(figures.logInsDuring < 0.9 ? [`log-ins at ${figures.logInsDuring} while mails are sent`] : []),
  ...(figures.missing > 0 || figures.different > 0 || figures.left > 0 ? ['not everybody got it once'] : []),
  // Four conversations are open when SEB is killed.
  ...(figures.repeated > 4 * (kills + 1) ? [`${figures.repeated} repeated`] : []),
]
for (const mistake of mistakes) console.log(mistake)
console.log(JSON.stringify({ ...figures, mistakes }))
if (mistakes.length > 0) process.exitCode = 1

async function makeSubscribers(into: Db): Promise<void> {
  const keys = subscriberKeys(pseudonymKey)
  const now = systemClock.now()
  for (let from = 0; from < subscribers; from += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, subscribers - from) }, (_, at) => {
      const [id, address] = [randomIds.uuid(), `n${from + at}@seb-demo.example`]
      return {
        id,
        sealed: keys.seal(address, id),
        address_hash: keys.hash(address),
        language: (from + at) % 10 === 0 ? ('en' as const) : ('da' as const),
        pace: 'at-once' as const,
        parts: (from + at) % 3 === 0 ? ['seb-sundhed', 'seb-classic'] : [],
        asked_at: now,
        confirmed_at: now,
      }
    })
    await insertRows(into, 'status_subscription', rows)
  }
  await sql`analyze status_subscription`.execute(into)
}

/** As the desk does; nobody is logged in here. */
async function publish(): Promise<number> {
  const now = systemClock.now()
  const title = 'SEB - Servicevindue fredag d. 11. april 2025 kl. 13.00 - 14.00'
  const text =
    'SEB har servicevindue fredag den 11. april 2025 kl. 13 til kl. 14, hvor der kan opleves ustabilitet. Opleves der problemer med at logge på SEB, så vent 1 minut og forsøg igen.'
  const said = {
    kind: 'window' as const,
    effect: 'unstable' as const,
    priority: null,
    parts: ['seb-sundhed'],
    title: { da: title, en: title },
    text: { da: text, en: text },
    startsAt: new Date(now.getTime() + 86_400_000),
    endsAt: new Date(now.getTime() + 90_000_000),
  }
  await holdSending(true)
  const started = performance.now()
  await createMessage(
    { db, clock: systemClock, ids: randomIds },
    { personId: randomIds.uuid(), source: '127.0.0.1' },
    { id: randomIds.uuid(), said, publish: true },
  )
  const took = (performance.now() - started) / 1000
  const queued = await left()
  if (queued !== subscribers) throw new Error(`${queued} of ${subscribers} queued`)
  console.log(`${queued} mails queued in ${rounded(took)} s`)
  return took
}

/** Other mail that waits goes first, so one that nobody sends holds them all back. */
async function holdSending(hold: boolean): Promise<void> {
  await db.deleteFrom('mail').execute()
  const at = systemClock.now()
  if (hold)
    await db.insertInto('mail').values({ id: randomIds.uuid(), kind: 'bench', created_at: at, due_at: at }).execute()
  await setTimeout(1_500)
}

async function left(): Promise<number> {
  const { rows } = await sql<{ count: number }>`select count(*)::integer as count from status_delivery`.execute(db)
  return rows[0]?.count ?? 0
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(port, '127.0.0.1', () => {
      socket.destroy()
      resolve(true)
    })
    socket.on('error', () => resolve(false))
  })
}
