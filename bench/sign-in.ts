/**
 * `npm run bench:sign-in`: how fast SEB logs people in on one core, as a share of what its own cryptography alone would
 * allow on the same core in the same run. Services, identity providers, browsers and PostgreSQL are on another core.
 */
import { readBenchOptions, usage } from './bench-options.ts'
import { type Cores, takeCores, watchCore } from './cores.ts'
import { type Load, runLoad, type Until } from './load.ts'
import { type LoggedIn, logIn, logInAgain } from './log-in.ts'
import { type Floor, measureFloor } from './measure-floor.ts'
import { type ProcessUsage, processUsage } from './process-usage.ts'
import { RequestPool } from './request-pool.ts'
import { startSebUnderTest } from './seb-under-test.ts'
import { connections, SimulatedBrowser } from './simulated-browser.ts'
import { type SmallSector, smallSector } from './small-sector.ts'
import { percentile, rounded } from './timings.ts'
import { verifyAnswer } from './verify-answer.ts'

/** So that code is compiled, connections are open and everybody's identity is linked when the watch starts. */
const warmUpLogIns = 1000
const idleLogIns = 300
/** Requests are good for five minutes; SEB makes no more than so many log-ins in them. */
const readyRequests = 10_000

const options = optionsOrUsage()
const cores = await takeCores()
await using stack = new AsyncDisposableStack()
let sector: SmallSector | undefined
const { seb, keys } = await startSebUnderTest(stack, options, cores, async (url, sebKeys) => {
  sector = await smallSector(url, options.keys, sebKeys)
  return sector.document
})
if (!sector) throw new Error('SEB was told nothing')
tellScene(cores)

const pool = new RequestPool(sector.services, sector.employees)
const agent = connections()
stack.defer(() => agent.destroy())
const origin = new URL(seb.url)
const first = () => {
  const prepared = pool.next()
  return logIn(new SimulatedBrowser(origin, agent), prepared, prepared.employee)
}

const warm = await runLoad(options.concurrency, { logIns: warmUpLogIns }, first)
stopOnFailures(warm)
const measured = options.sso ? await withSessions() : first
const operations = options.sso ? { signatures: 1, decryptions: 0 } : { signatures: 2, decryptions: 1 }
const floors = [await measureFloor(cores, keys, operations)]

const load = await measure({ logIns: options.logIns, seconds: options.seconds })
const idle = await runLoad(1, { logIns: idleLogIns }, measured)
floors.push(await measureFloor(cores, keys, operations))
const verified = await verifySample([...load.sample, ...idle.sample])
report(load, idle, floors, verified)

type Measured = Load & {
  before: ProcessUsage | null
  after: ProcessUsage | null
  busy: { seb: number; others: number }
}

async function measure(until: Until): Promise<Measured> {
  await pool.prepare(Math.min(until.logIns ?? readyRequests, readyRequests))
  const before = processUsage(seb.pid)
  const watches = cores && { seb: watchCore(cores.seb), others: watchCore(cores.others) }
  const result = await runLoad(options.concurrency, until, measured)
  const busy = { seb: watches?.seb() ?? 0, others: watches?.others() ?? 0 }
  return { ...result, before, after: processUsage(seb.pid), busy }
}

/** Browsers in which somebody is logged in already: each is used by one log-in at a time. */
async function withSessions(): Promise<() => Promise<LoggedIn>> {
  const free: SimulatedBrowser[] = []
  const count = Math.max(64, options.concurrency * 2)
  const opened = await runLoad(options.concurrency, { logIns: count }, async () => {
    const browser = new SimulatedBrowser(origin, agent)
    const prepared = pool.next()
    const done = await logIn(browser, prepared, prepared.employee)
    free.push(browser)
    return done
  })
  stopOnFailures(opened)
  return async () => {
    const browser = free.shift()
    if (!browser) throw new Error('more log-ins at once than browsers')
    const { service } = pool.next()
    const done = await logInAgain(browser, { service, ...service.ask() })
    free.push(browser)
    return done
  }
}

async function verifySample(sample: readonly LoggedIn[]): Promise<number> {
  for (const answer of sample) await verifyAnswer(answer, keys.signing.pair)
  return sample.length
}

function report(result: Measured, quiet: Load, measuredFloors: readonly Floor[], verifiedAnswers: number): void {
  const { before, after, busy } = result
  const count = result.times.length
  const perSecond = count / result.seconds
  // Whoever else uses the machine makes the floor look lower than it is: the higher of the two is believed.
  const floor = Math.max(...measuredFloors.map((each) => each.perSecond))
  const floorCpu = Math.min(...measuredFloors.map((each) => each.cpuSeconds))
  const cpuSeconds = before && after ? after.cpuSeconds - before.cpuSeconds : 0
  const figures = {
    keys: options.keys,
    mode: options.sso ? 'sso' : 'first',
    database: options.database === 'embedded' ? 'embedded' : 'postgresql',
    concurrency: options.concurrency,
    logIns: count,
    loginsPerSecond: rounded(perSecond),
    floorPerSecond: rounded(floor),
    shareOfFloor: rounded(perSecond / floor),
    shareOfFloorCpu: rounded(cpuSeconds > 0 ? (floorCpu * count) / cpuSeconds : 0),
    p50Ms: rounded(percentile(quiet.times, 50)),
    p95Ms: rounded(percentile(quiet.times, 95)),
    p50MsAtLoad: rounded(percentile(result.times, 50)),
    p95MsAtLoad: rounded(percentile(result.times, 95)),
    cpuShare: rounded(cpuSeconds / result.seconds),
    rssMiB: rounded(after?.rssMiB ?? 0),
    rssPeakMiB: rounded(after?.peakMiB ?? 0),
    rssGrowthMiB: rounded((after?.rssMiB ?? 0) - (before?.rssMiB ?? 0)),
    verified: verifiedAnswers,
    failed: result.failures.length + quiet.failures.length,
  }
  const lines = [
    `${figures.loginsPerSecond} log-ins/s: ${percent(figures.shareOfFloor)} of the floor of ${figures.floorPerSecond}/s (${operations.signatures} signatures, ${operations.decryptions} decryptions, ${options.keys})`,
    `  by processor time alone: ${percent(figures.shareOfFloorCpu)} of the floor`,
    `SEB’s own time of a log-in: ${figures.p50Ms} ms (p50), ${figures.p95Ms} ms (p95) one at a time; ${figures.p50MsAtLoad} and ${figures.p95MsAtLoad} ms with ${options.concurrency} at once`,
    `SEB used ${percent(figures.cpuShare)} of a core${cores ? `; its core was ${percent(busy.seb)} busy, the other ${percent(busy.others)}` : ''}`,
    `memory ${figures.rssMiB} MiB, at most ${figures.rssPeakMiB}, ${figures.rssGrowthMiB} more than after ${warmUpLogIns} log-ins`,
    `${verifiedAnswers} answers decrypted and verified by independent software; ${figures.failed} log-ins failed`,
    ...[...result.failures, ...quiet.failures].slice(0, 3),
  ]
  console.log(lines.join('\n'))
  console.log(JSON.stringify(figures))
  if (figures.failed > 0) process.exitCode = 1
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}

function stopOnFailures({ failures }: Load): void {
  if (failures.length > 0) throw new Error(failures.slice(0, 3).join('\n'))
}

function tellScene(found: Cores | null): void {
  const where = found
    ? `SEB on core ${found.seb}, everything else on core ${found.others}`
    : 'no taskset or one core only: SEB shares its processor with what loads it, so the share of the floor is too low'
  const database = options.database === 'embedded' ? 'embedded database (within SEB)' : 'PostgreSQL'
  console.log(`${database}, ${options.keys}, ${options.sso ? 'second log-in' : 'first log-in'}; ${where}`)
}

function optionsOrUsage() {
  try {
    return readBenchOptions(process.argv.slice(2))
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exit(2)
  }
}
