/** The operational status while PostgreSQL stands still, is gone, or was never there since SEB was started. All made up. */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { openStorage } from '../../src/storage/database.ts'
import type { Page } from '../interop/user-agent.ts'
import { textOf } from '../support/clinic-stage.ts'
import { eventually } from '../support/eventually.ts'
import { type Postgres, startPostgres } from '../support/postgres.ts'
import { type SebProcess, startSeb } from '../support/seb-process.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

const stack = new AsyncDisposableStack()
let postgres: Postgres
let seb: SebProcess
const paths = ['', '/rss.xml', '/atom.xml', '/kalender.ics', '/status.json', '/beskeder', '/lokale-log-in']
const get = (path: string) => fetch(`${seb.url}/driftsstatus${path}`)

before(async () => {
  postgres = stack.use(await startPostgres())
  const databaseUrl = await postgres.createDatabase()
  const dataDirectory = await temporaryDirectory(stack, 'seb')
  seb = await startSeb({ host: '127.0.0.21', dataDirectory, databaseUrl })
  stack.defer(() => seb.kill())
  const storage = await openStorage({ engine: 'postgresql', url: databaseUrl, poolSize: 1 })
  const [at, known] = [new Date(), { da: 'SEB - Sådan var det', en: 'SEB - So it was' }]
  const words = { title_da: known.da, title_en: known.en, text_da: 'x', text_en: 'x', parts: [] }
  const times = { starts_at: at, created_at: at, updated_at: at }
  await storage.db
    .insertInto('status_message')
    .values({ id: randomUUID(), kind: 'notice', effect: 'none', state: 'published', ...words, ...times })
    .execute()
  await storage.close()
  await eventually('the message to stand on the page', async () => ((await knows()) ? true : undefined))
})
after(() => stack.disposeAsync())

const knows = async () => (await (await get('')).text()).includes('SEB - Sådan var det')
const light = async () => ((await (await get('/status.json')).json()) as { light: string }).light

/** Every page and feed answers with what was known, the page with its time, and within a minute that the database is away. */
async function tellsOfIt(): Promise<void> {
  const begun = performance.now()
  await eventually('the status to tell of it', async () => ((await light()) === 'red' ? true : undefined), 60_000)
  const seconds = (performance.now() - begun) / 1000
  for (const path of paths) assert.equal((await get(path)).status, 200, path)
  const page = textOf({ body: await (await get('')).text() } as Page)
  assert.match(page, /SEB - Log-in og brugeradministration virker ikke/)
  assert.match(page, /SEB - Sådan var det/)
  assert.match(page, /SEB kan ikke nå sin database\. Du ser, hvad der var kendt .*\d/)
  for (const path of ['/rss.xml', '/atom.xml', '/status.json'])
    assert.match(await (await get(path)).text(), /virker ikke[\s\S]*Sådan var det/, path)
  assert.ok(seconds < 60)
}

test('while PostgreSQL stands still, status and feeds answer, and tell of it by themselves', async () => {
  postgres.freeze()
  try {
    await tellsOfIt()
  } finally {
    postgres.thaw()
  }
  await eventually('it to be over', async () => ((await light()) === 'green' ? true : undefined), 60_000)
})

test('while PostgreSQL is gone they do too, also in a SEB that was started meanwhile, which goes on when it is back', async () => {
  await postgres.stop()
  await tellsOfIt()
  await eventually('the copy to be on disk', () =>
    readFile(join(seb.options.dataDirectory, 'status-copy.json'), 'utf8'),
  )
  await seb.kill()
  const starting = startSeb({ ...seb.options, withinMs: 120_000 })
  starting.catch(() => undefined)
  await eventually('SEB to listen', () =>
    get('').then(
      () => true,
      () => undefined,
    ),
  )
  await tellsOfIt()
  const elsewhere = await fetch(`${seb.url}/admin`)
  assert.equal(elsewhere.status, 503)
  assert.match(await elsewhere.text(), /SEB kan ikke nå sin database/)
  assert.equal((await fetch(`${seb.url}/kontakt`)).status, 200)
  assert.equal((await fetch(`${seb.url}/healthz`)).status, 200)
  assert.equal((await fetch(`${seb.url}/readyz`)).status, 503)
  await postgres.start()
  seb = await starting
  await eventually('all to be well', async () => ((await light()) === 'green' && (await knows()) ? true : undefined))
})
