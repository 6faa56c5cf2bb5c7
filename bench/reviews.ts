/**
 * `npm run bench:reviews`: periodic control at size, over HTTP with SEB as it runs: a review of 5,000 assignments begun, looked at,
 * the rest confirmed, reported on; one asked for in a thousand organisations; and what silence brings. Ends with 1 where a limit is missed.
 */
import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { type Clock, systemClock } from '../src/base/clock.ts'
import { writeDay } from '../src/base/danish-time.ts'
import { processEnvironment } from '../src/base/environment.ts'
import { randomIds } from '../src/base/ids.ts'
import { beginReview } from '../src/reviews/begin-review.ts'
import { daysAfter } from '../src/reviews/review.ts'
import { tellOfReviews } from '../src/reviews/tell-of-reviews.ts'
import { openStorage, type StorageOptions } from '../src/storage/database.ts'
import { inOrganisation } from '../src/storage/in-organisation.ts'
import type { Page, UserAgent } from '../test/interop/user-agent.ts'
import { freePort } from '../test/support/free-port.ts'
import { notifyDeps } from '../test/support/notify-deps.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { applyToSeb, startSeb } from '../test/support/seb-process.ts'
import { temporaryDirectory } from '../test/support/temporary-directory.ts'
import { logInAdministrator } from './administrator-browser.ts'
import { onSebsCore, takeCores } from './cores.ts'
import { writeKeyFiles } from './key-files.ts'
import { makeReviewed, reviewedSize } from './make-reviewed.ts'
import { administrators, nationDocument, regionCvr } from './nation-document.ts'
import { percentile, rounded } from './timings.ts'

const looks = 60

/** What may take how long. */
const limits: Record<string, number> = {
  beginSeconds: 5,
  listP95Ms: 300,
  restListP95Ms: 300,
  answeredP95Ms: 300,
  reviewsP95Ms: 300,
  keepRestSeconds: 5,
  meanwhileP95Ms: 1000,
  reportPageSeconds: 10,
  reportSignedSeconds: 10,
  reportCsvSeconds: 10,
  everywhereSeconds: 60,
}

const { values: asked } = parseArgs({ options: { postgres: { type: 'boolean', default: false } } })
const cores = await takeCores()
await using stack = new AsyncDisposableStack()
const directory = await temporaryDirectory(stack, 'seb-reviews')
const databaseUrl = asked.postgres ? await privateDatabase() : processEnvironment().DATABASE_URL
const where: StorageOptions = databaseUrl
  ? { engine: 'postgresql', url: databaseUrl, poolSize: 2 }
  : { engine: 'embedded', directory: join(directory, 'database') }
const host = '127.0.0.1'
const port = await freePort(host)
const url = `http://${host}:${port}`
const keys = await writeKeyFiles(directory, 'rsa2048')
const { provider, document } = await nationDocument(url, keys)
const options = {
  dataDirectory: directory,
  ...(databaseUrl && { databaseUrl }),
  host,
  port,
  publicUrl: url,
  through: onSebsCore(cores),
  settings: {
    SAML_SIGNING_KEY_FILE: keys.signing.file,
    SAML_DECRYPTION_KEY_FILE: keys.decryption.file,
    // One person, who looks faster than anybody reads.
    REQUESTS_PER_MINUTE_PER_PERSON: '0',
  },
}
await applyToSeb(options, document)
const filled = await openStorage(where)
await makeReviewed(filled.db, regionCvr)
await filled.close()

const figures: Record<string, number | string> = { database: databaseUrl ? 'postgresql' : 'embedded' }
const seb = await startSeb(options)
stack.use(seb)
const chief = await logInAdministrator(url, administrators.region, provider)
const manager = await logInAdministrator(url, administrators.management, provider)

const review = await begin()
await look('listP95Ms', chief, () => review)
await look('reviewsP95Ms', chief, () => '/admin/kontrol')
await lookThrough('restListP95Ms', `${review}?vis=resten`)
await keepRest()
await lookThrough('answeredP95Ms', `${review}?vis=besvaret`)
await report()
await askEverywhere()
await seb.stop()
await silence()

const mistakes = Object.entries(limits).flatMap(([name, limit]) => {
  const figure = figures[name]
  return typeof figure === 'number' && figure <= limit ? [] : [`${name}: ${figure}, ${limit} at most`]
})
for (const mistake of mistakes) console.log(`NOT MET ${mistake}`)
console.log(JSON.stringify({ ...figures, mistakes }))
if (mistakes.length > 0) process.exitCode = 1

async function begin(): Promise<string> {
  const form = { id: randomUUID(), navn: 'Kontrol af alle', frist: dayIn(30), tavshed: 'suspend' }
  const begun = await timed('beginSeconds', () => post(chief, '/admin/kontrol/ny', form))
  const total = reviewedSize.people * reviewedSize.rolesEach
  saysThat(begun, `0 af ${danish(total)} roller er besvaret`)
  return begun.url.pathname
}

/** From the press to the page that says that all of it is kept. */
async function keepRest(): Promise<void> {
  const meanwhile: number[] = []
  const done = await timed('keepRestSeconds', async () => {
    let page = await post(chief, review, { resten: 'behold' })
    while (page.url.pathname !== review) {
      meanwhile.push((await timesOf(1, () => see(chief, '/admin')))[0] ?? 0)
      page = await see(chief, `${review}/resten`)
    }
    return page
  })
  const [kept = ''] = /[\d.]+(?= roller er beholdt)/.exec(textOf(done)) ?? []
  figures['keptRoles'] = Number(kept.replaceAll('.', ''))
  if (figures['keptRoles'] < 4_000 || /Behold resten/.test(done.body)) throw new Error(`not kept: ${textOf(done)}`)
  figures['meanwhileP95Ms'] = rounded(percentile(meanwhile, 95))
  tell('meanwhileP95Ms')
}

async function report(): Promise<void> {
  await timed('reportPageSeconds', () => see(chief, `${review}/rapport`))
  const signed = await timed('reportSignedSeconds', () => see(chief, `${review}/rapport.json`))
  await timed('reportCsvSeconds', () => see(chief, `${review}/rapport.csv`))
  const { items } = JSON.parse(signed.body).report
  if (items.length !== reviewedSize.people * reviewedSize.rolesEach) throw new Error(`${items.length} in the report`)
}

/** From the press until the list of every organisation is frozen and its administrators are told. */
async function askEverywhere(): Promise<void> {
  const path = '/forvaltning/kontrol'
  const form = {
    id: randomUUID(),
    navn: 'Alle klinikker',
    frist: dayIn(85),
    tavshed: 'suspend',
    art: 'general-practice',
  }
  await timed('everywhereSeconds', async () => {
    await post(manager, `${path}/ny`, form)
    const all = `${danish(reviewedSize.clinics)} af ${danish(reviewedSize.clinics)} organisationer er startet`
    while (!textOf(await see(manager, path)).includes(all)) await pause(200)
  })
}

/** What the dates bring, in a process that has come to them. */
async function silence(): Promise<void> {
  const storage = await openStorage(where)
  try {
    const { db } = storage
    const [{ id: organisationId = '' } = {}] = (
      await sql<{ id: string }>`select id from organisation where cvr = ${regionCvr}`.execute(db)
    ).rows
    await sql`update review_item set decision = 'called-off', decided_at = now() where decision is null
      and organisation_id = ${organisationId}`.execute(db)
    const terms = { unitIds: null, serviceIds: null, onlySensitive: false, origin: 'schedule', batchId: null } as const
    const deadline = daysAfter(systemClock.now(), 10)
    const wanted = { id: randomIds.uuid(), name: 'Tavshed', deadline, silence: 'remove' as const, ...terms }
    await inOrganisation(db, organisationId, (trx) =>
      beginReview(notifyDeps(systemClock), trx, organisationId, null, wanted),
    )
    const on = (day: Date): Clock => ({ now: () => day })
    await timed('stoppedSeconds', () => tellOfReviews({ db, ...notifyDeps(on(daysAfter(deadline, 1))) }))
    await timed('removedSeconds', () => tellOfReviews({ db, ...notifyDeps(on(daysAfter(deadline, 15))) }))
    const { rows } = await sql<{ removed: number }>`
      select count(*)::integer as removed from review_item where review_id = ${wanted.id} and decision = 'lapsed'`.execute(
      db,
    )
    figures['removedRoles'] = rows[0]?.removed ?? 0
  } finally {
    await storage.close()
  }
}

async function look(name: string, browser: UserAgent, path: () => string): Promise<void> {
  await timesOf(5, () => see(browser, path()))
  figures[name] = rounded(percentile(await timesOf(looks, () => see(browser, path())), 95))
  tell(name)
}

/** Page after page, as somebody reads it. */
async function lookThrough(name: string, list: string): Promise<void> {
  let next: string = list
  await look(name, chief, () => next)
  const times = await timesOf(looks, async () => {
    const page = await see(chief, next)
    next = /href="([^"]*)" rel="next"/.exec(page.body)?.[1]?.replaceAll('&amp;', '&') ?? list
  })
  figures[name] = Math.max(Number(figures[name]), rounded(percentile(times, 95)))
  tell(name)
}

async function timesOf(count: number, use: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = []
  for (let at = 0; at < count; at++) {
    const before = performance.now()
    await use()
    times.push(performance.now() - before)
  }
  return times
}

async function timed<Result>(name: string, use: () => Promise<Result>): Promise<Result> {
  const before = performance.now()
  const result = await use()
  figures[name] = rounded((performance.now() - before) / 1000)
  tell(name)
  return result
}

function tell(name: string): void {
  const limit = limits[name]
  console.log(`${name}: ${figures[name]}${limit === undefined ? '' : ` (${limit} at most)`}`)
}

async function see(browser: UserAgent, path: string): Promise<Page> {
  const page = await browser.get(url + path)
  if (page.status !== 200) throw new Error(`${path}: ${page.status}`)
  return page
}

async function post(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page> {
  const action = new URL(path, url)
  const page = await browser.submit({ page: action, action, method: 'post', fields, buttons: [] })
  if (page.status !== 200) throw new Error(`${path}: ${page.status}\n${textOf(page)}`)
  return page
}

function saysThat(page: Page, words: string): void {
  if (!textOf(page).includes(words)) throw new Error(`"${words}" is not on ${page.url}:\n${textOf(page)}`)
}

function textOf({ body }: Page): string {
  return body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
}

function danish(number: number): string {
  return new Intl.NumberFormat('da').format(number)
}

function dayIn(days: number): string {
  return writeDay(daysAfter(systemClock.now(), days))
}

async function privateDatabase(): Promise<string> {
  const postgres = stack.use(await startPostgres(existsSync('/dev/shm') ? { parent: '/dev/shm' } : {}))
  return postgres.createDatabase()
}
