/**
 * `npm run bench:admin`: the administration of a made-up nation on PostgreSQL. Administrators log in for real and look at
 * lists, searches and people over HTTP; besides, the roles at a log-in, and the seal of the audit.
 */
import { join } from 'node:path'
import { sql } from 'kysely'
import { freePort } from '../test/support/free-port.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { applyToSeb, startSeb } from '../test/support/seb-process.ts'
import { temporaryDirectory } from '../test/support/temporary-directory.ts'
import { looksAt } from './admin-looks.ts'
import { readAdminOptions, usage } from './admin-options.ts'
import { logInAdministrator } from './administrator-browser.ts'
import { measureDoor } from './door-sizes.ts'
import { writeKeyFiles } from './key-files.ts'
import { makeNation } from './make-nation.ts'
import { madeDatabase, openAsOwner } from './nation-database.ts'
import { administrators, nationDocument } from './nation-document.ts'
import { measureSeal } from './sealed-events.ts'
import { percentile, rounded } from './timings.ts'
import { planSettings, watchPlans } from './watch-plans.ts'

const looksEach = 60
const settings = [
  'shared_buffers=1GB',
  'max_wal_size=4GB',
  'fsync=off',
  'random_page_cost=1.1',
  'effective_cache_size=3GB',
  ...planSettings,
]

const options = optionsOrUsage()
const begun = performance.now()
await using stack = new AsyncDisposableStack()
const home = options.keep ?? (await temporaryDirectory(stack, 'seb-nation'))
const databaseDirectory = join(home, 'postgres')
const postgres = stack.use(await startPostgres({ keep: databaseDirectory, settings }))

const host = '127.0.0.1'
const port = await freePort(host)
const url = `http://${host}:${port}`
const work = await temporaryDirectory(stack, 'seb-bench')
const keys = await writeKeyFiles(work, 'rsa2048')
const { provider, document } = await nationDocument(url, keys)
const databaseUrl = await postgres.database(`nation_${String(options.scale).replace('.', '_')}`)
const sebOptions = {
  dataDirectory: work,
  databaseUrl,
  host,
  port,
  publicUrl: url,
  settings: {
    SAML_SIGNING_KEY_FILE: keys.signing.file,
    SAML_DECRYPTION_KEY_FILE: keys.decryption.file,
    // One person, who looks faster than anybody reads.
    REQUESTS_PER_MINUTE_PER_PERSON: '0',
  },
}
await madeDatabase(postgres, databaseUrl.split('/').at(-1) ?? '', async (db) => {
  await applyToSeb(sebOptions, document)
  await makeNation(db, options.scale, tell)
})
await applyToSeb(sebOptions, document)
const seb = stack.use(await startSeb(sebOptions))
tell('SEB is up')

const browsers = {
  region: await logInAdministrator(url, administrators.region, provider),
  management: await logInAdministrator(url, administrators.management, provider),
}
const owner = openAsOwner(databaseUrl)
const looks = await looksAt(owner)
const size = await sizeOf()
const pages: Record<string, { leastMs: number; p50Ms: number; p95Ms: number; limitMs: number }> = {}
const plans: Record<string, readonly string[]> = {}
const mistakes: string[] = []
for (const { name, as, limitMs, path } of looks) {
  const see = async (at: number) => {
    const page = await browsers[as].get(`${url}${path(at)}`)
    if (page.status !== 200) throw new Error(`${path(at)}: ${page.status}`)
  }
  for (let at = 0; at < 5; at += 1) await see(at)
  const times: number[] = []
  for (let at = 5; at < 5 + looksEach; at += 1) {
    const before = performance.now()
    await see(at)
    times.push(performance.now() - before)
  }
  const { indexes, readWhole } = await watchPlans(databaseUrl, join(databaseDirectory, 'data'), () => see(3))
  pages[name] = {
    leastMs: rounded(Math.min(...times)),
    p50Ms: rounded(percentile(times, 50)),
    p95Ms: rounded(percentile(times, 95)),
    limitMs,
  }
  plans[name] = indexes
  mistakes.push(...readWhole.map((plan) => `${name}: ${plan}`))
  if ((pages[name]?.p95Ms ?? 0) > limitMs) mistakes.push(`${name}: ${pages[name]?.p95Ms} ms, ${limitMs} at most`)
  tell(
    `${name}: ${pages[name]?.leastMs} ms at least, ${pages[name]?.p50Ms} ms (p50), ${pages[name]?.p95Ms} ms (p95); ${indexes.join(', ')}`,
  )
  for (const plan of readWhole) tell(`  ${plan}`)
}
await owner.destroy()
await seb.stop()

const doors = []
for (const assignments of [10_000, 1_000_000, 10_000_000]) {
  const door = await measureDoor(postgres, Math.max(10_000, Math.round(assignments * Math.min(1, options.scale))))
  doors.push(door)
  tell(`roles at a log-in among ${door.assignments} assignments: ${door.p50Ms} ms (p50), ${door.p95Ms} ms (p95)`)
  if (door.p95Ms > 2) mistakes.push(`roles at a log-in among ${door.assignments}: ${door.p95Ms} ms, 2 at most`)
}

const seal = await measureSeal(postgres, home, Math.max(10_000, Math.round(1_000_000 * Math.min(1, options.scale))))
tell(`verify-audit: ${seal.events} events in ${rounded(seal.verifySeconds)} s`)
if (!seal.whole || seal.verifySeconds > 60) mistakes.push(`verify-audit: ${JSON.stringify(seal)}`)

for (const mistake of mistakes) console.log(`NOT MET ${mistake}`)
console.log(JSON.stringify({ scale: options.scale, ...size, pages, plans, doors, seal, mistakes }))
if (mistakes.length > 0) process.exitCode = 1

async function sizeOf(): Promise<Record<string, number>> {
  const { rows } = await sql<{ table: string; count: number }>`
    select relname as table, reltuples::bigint as count from pg_class
    where relname in ('person', 'organisation', 'role_assignment', 'audit_event') and relkind = 'r'`.execute(owner)
  return Object.fromEntries(rows.map(({ table, count }) => [table, count]))
}

function tell(what: string): void {
  console.log(`${((performance.now() - begun) / 1000).toFixed(0).padStart(5)} s  ${what}`)
}

function optionsOrUsage() {
  try {
    return readAdminOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exit(2)
  }
}
