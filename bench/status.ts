/**
 * `npm run bench:status`: how fast the operational status answers while PostgreSQL stands still and while it is gone, and how soon SEB tells by
 * itself of a database that is stopped and of an identity provider that is killed. All of it is made up.
 */
import { existsSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { openStorage } from '../src/storage/database.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { takeCores } from './cores.ts'
import { runLoad } from './load.ts'
import { logIn } from './log-in.ts'
import { RequestPool } from './request-pool.ts'
import { startSebUnderTest } from './seb-under-test.ts'
import { connections, SimulatedBrowser } from './simulated-browser.ts'
import { smallSector } from './small-sector.ts'
import { percentile, rounded } from './timings.ts'

const looks = 300
const mostMs = 50
const mostSeconds = 60

const cores = await takeCores()
await using stack = new AsyncDisposableStack()
const postgres = stack.use(await startPostgres(existsSync('/dev/shm') ? { parent: '/dev/shm' } : {}))
const url = await postgres.createDatabase()
let sector: Awaited<ReturnType<typeof smallSector>> | undefined
const underTest = { database: { url }, profile: undefined, keys: 'rsa2048' } as const
const { seb } = await startSebUnderTest(stack, underTest, cores, async (address, keys) => {
  sector = await smallSector(address, 'rsa2048', keys)
  return sector.document
})
if (!sector) throw new Error('SEB was told nothing')
const pool = new RequestPool(sector.services, sector.employees)
const agent = connections()
stack.defer(() => agent.destroy())
const browser = () => new SimulatedBrowser(new URL(seb.url), agent)

// A sector that logs in; then one of its providers says nothing any more.
await runLoad(4, { logIns: 200 }, () => {
  const prepared = pool.next()
  return logIn(browser(), prepared, prepared.employee)
})
const storage = await openStorage({ engine: 'postgresql', url, poolSize: 1 })
const killed = sector.employees[0]?.provider
const killedAt = performance.now()
let draftSeconds: number | null = null
while (draftSeconds === null && performance.now() - killedAt < 120_000) {
  let next = pool.next()
  while (next.employee.provider !== killed) next = pool.next()
  const { url: asked } = next
  await browser().get(asked.pathname + asked.search)
  await setTimeout(500)
  const draft = await storage.db
    .selectFrom('status_message')
    .select('id')
    .where('measured_part', 'is not', null)
    .limit(1)
    .executeTakeFirst()
  if (draft) draftSeconds = (performance.now() - killedAt) / 1000
}
await storage.close()

postgres.freeze()
const frozen = await away()
postgres.thaw()
while ((await light()) !== 'green') await setTimeout(200)
await postgres.stop()
const gone = await away()
const figures = { draftSeconds: rounded(draftSeconds ?? 0), frozen, gone }
const mistakes = [
  ...(draftSeconds === null || draftSeconds > mostSeconds ? ['the killed provider was not told of in time'] : []),
  ...[frozen, gone].flatMap(({ p95Ms, toldSeconds, failed }) => [
    ...(p95Ms > mostMs ? [`${p95Ms} ms`] : []),
    ...(toldSeconds > mostSeconds ? [`told after ${toldSeconds} s`] : []),
    ...(failed > 0 ? [`${failed} answers were no 200`] : []),
  ]),
]
console.log(JSON.stringify({ ...figures, mistakes }))
if (mistakes.length > 0) process.exitCode = 1

async function light(): Promise<string> {
  const answer = await fetch(`${seb.url}/driftsstatus/status.json`)
  return ((await answer.json()) as { light: string }).light
}

/** From the moment the database is away: until it is told, and how long every page and feed takes meanwhile and afterwards. */
async function away() {
  const begun = performance.now()
  let toldSeconds: number | null = null
  const times: number[] = []
  let failed = 0
  const paths = ['', '/rss.xml', '/atom.xml', '/status.json', '/kalender.ics']
  while (toldSeconds === null || times.length < looks) {
    for (const path of paths) {
      const before = performance.now()
      const answer = await fetch(`${seb.url}/driftsstatus${path}`)
      await answer.text()
      times.push(performance.now() - before)
      if (answer.status !== 200) failed += 1
    }
    if (toldSeconds === null && (await light()) === 'red') toldSeconds = (performance.now() - begun) / 1000
    if (performance.now() - begun > 120_000) break
    if (toldSeconds === null) await setTimeout(100)
  }
  return {
    looks: times.length,
    p50Ms: rounded(percentile(times, 50)),
    p95Ms: rounded(percentile(times, 95)),
    toldSeconds: rounded(toldSeconds ?? 999),
    failed,
  }
}
