/**
 * `npm run bench:discovery`: how fast and how small the page is on which people choose where to log in, when the service
 * takes a thousand providers. The first look of a moment, after nobody has asked for a while, is told by itself.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { readBenchOptions } from './bench-options.ts'
import { takeCores } from './cores.ts'
import { startSebUnderTest } from './seb-under-test.ts'
import { type Answer, connections, SimulatedBrowser } from './simulated-browser.ts'
import { thousandProvidersDocument } from './thousand-providers.ts'
import { percentile, rounded } from './timings.ts'

const looks = 300
/** Each after a time in which nobody asked, longer than SEB keeps a list. */
const looksAfterPause = 20
const pauseMs = 1100

const searches = [
  'region midt',
  'kommune',
  'lægerne',
  'sydbæk',
  'nordhavn komune',
  'fysio ved åen',
  'rigshospitalet',
  'a',
]

const options = readBenchOptions(process.argv.slice(2))
const cores = await takeCores()
await using stack = new AsyncDisposableStack()
let found: Awaited<ReturnType<typeof thousandProvidersDocument>> | undefined
const { seb } = await startSebUnderTest(stack, options, cores, async (url, keys) => {
  found = await thousandProvidersDocument(url, keys)
  return found.document
})
if (!found) throw new Error('SEB was told nothing')

const agent = connections()
stack.defer(() => agent.destroy())
const browser = new SimulatedBrowser(new URL(seb.url), agent)
const asked = found.service.ask().url
const { location } = await look(asked.pathname + asked.search, 303)
if (!location.startsWith('/login/vaelg')) throw new Error(`SEB does not ask where to log in but sends to ${location}`)
const localTab = `${location}&fane=lokal`
const searchFor = (words: string) => `${localTab}&soeg=${encodeURIComponent(words)}`

await times(100, (at) => (at % 2 === 0 ? localTab : searchFor(words(at))))
const answers = await times(looks, () => localTab)
const searched = await times(looks, (at) => searchFor(words(at)))
const after = await times(looksAfterPause, () => localTab, pauseMs)
const first = await firstView()

const figures = {
  providers: 1000,
  database: options.database === 'embedded' ? 'embedded' : 'postgresql',
  p50Ms: rounded(percentile(answers, 50)),
  p95Ms: rounded(percentile(answers, 95)),
  searchP50Ms: rounded(percentile(searched, 50)),
  searchP95Ms: rounded(percentile(searched, 95)),
  afterPauseP95Ms: rounded(percentile(after, 95)),
  htmlBytes: first.html,
  firstViewBytes: first.all,
}
console.log(
  [
    `the page: ${figures.p50Ms} ms (p50), ${figures.p95Ms} ms (p95); a search: ${figures.searchP50Ms} and ${figures.searchP95Ms} ms`,
    `when nobody has asked for a second: ${figures.afterPauseP95Ms} ms (p95)`,
    `HTML ${kilobytes(first.html)} compressed; the first view with styles, scripts, fonts and icons ${kilobytes(first.all)} in ${first.requests} requests`,
    JSON.stringify(figures),
  ].join('\n'),
)

function words(at: number): string {
  return searches[at % searches.length] ?? ''
}

async function look(path: string, status = 200): Promise<Answer> {
  const answer = await browser.get(path)
  if (answer.status !== status) throw new Error(`${path}: ${answer.status}`)
  return answer
}

async function times(count: number, pathAt: (at: number) => string, pauseBefore = 0): Promise<number[]> {
  const measured: number[] = []
  for (let at = 0; at < count; at += 1) {
    if (pauseBefore > 0) await pause(pauseBefore)
    const before = browser.waited
    await look(pathAt(at))
    measured.push(browser.waited - before)
  }
  return measured
}

/** What a browser that has been nowhere fetches for the page, counted as it travels. */
async function firstView(): Promise<{ html: number; all: number; requests: number }> {
  const page = await look(localTab)
  const linked = [...page.text.matchAll(/(?:href|src)="(\/assets\/[^"#]+)/g)].map(([, path = '']) => path)
  const sizes = await Promise.all([...new Set(linked)].map(async (path) => (await look(path)).bytes))
  return {
    html: page.bytes,
    all: sizes.reduce((sum, bytes) => sum + bytes, page.bytes),
    requests: sizes.length + 1,
  }
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`
}
