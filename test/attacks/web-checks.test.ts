/** What holds for the whole site, asked at the door of every route: security C1–C11 and C14. */
import assert from 'node:assert/strict'
import { request } from 'node:http'
import { connect } from 'node:net'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { httpLimits } from '../../src/web/http-server.ts'
import { anna, clinicCvr } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { everyRoute } from '../support/every-route.ts'
import { type CapacityName, type Expected, routeTable } from './route-table.ts'
import { openEveryoneStage, type Thing } from './things.ts'

const stage = await openEveryoneStage()
after(() => stage.close())
const { hostname, port } = new URL(stage.url)

/** Everybody who sees anything, in turn. */
const viewers = ['anonymous', 'chief administrator', 'system management'] as const satisfies CapacityName[]
/** SAML's own, whose messages are signed; and the one click of a mail program (RFC 8058), whose address holds a secret. */
const openToOthers = ['/saml/sso', '/saml/acs', '/saml/slo', '/saml/sp/slo', '/driftsstatus/afmeld/:kode']
const changing = (await everyRoute()).map(split).filter(({ method }) => method !== 'GET')
const reading = Object.keys(routeTable)
  .map(split)
  .filter(({ method }) => method === 'GET')

test('C1: no form of another site changes anything, whatever the address', async () => {
  for (const { method, path } of changing.filter((route) => !openToOthers.includes(route.path))) {
    for (const headers of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }, {}]) {
      const before = (await stage.events()).length
      const answer = await ask('chief administrator', addressOf(path), {
        method,
        headers: foreign(headers),
        body: 'id=1',
      })
      assert.equal(answer.status, 403, `${method} ${path}`)
      const events = (await stage.events()).slice(before)
      assert.deepEqual(
        events.map(({ action }) => action),
        ['request.from-elsewhere'],
        `${method} ${path}`,
      )
    }
  }
})

test('C2: whatever somebody is called, no page runs it', async () => {
  const name = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`
  const names = { da: name, en: name }
  await stage.apply({
    organisations: [
      { cvr: clinicCvr, name, kind: 'general-practice', units: [{ key: 'klinik', name, sor: '999900000000011' }] },
    ],
    people: [{ key: 'subject-0', name, accounts: [] }],
  })
  await stage.db.updateTable('service').set({ name_da: name, name_en: name, description_da: name }).execute()
  await stage.db.updateTable('role').set({ name_da: name, name_en: name, description_da: name }).execute()
  await stage.db.updateTable('identity_provider').set({ name_da: names.da, name_en: names.en }).execute()
  stage.clock.moveMinutes(1)
  let shown = 0
  const assertInert = (body: string, where: string) => {
    if (body.includes('&lt;script&gt;alert(1)')) shown += 1
    assert.doesNotMatch(body, /<script>alert|<img src=x/, where)
  }
  for (const capacity of viewers)
    for (const { path } of reading)
      for (const query of ['', `?soeg=${encodeURIComponent(name)}&udfoert=${encodeURIComponent(name)}&fane=lokal`]) {
        const where = `${capacity}: ${path}${query}`
        const answer = await ask(capacity, addressOf(path) + query)
        const body = await answer.text()
        // A file that is downloaded runs nothing; nosniff and its type see to that.
        if (answer.headers.get('content-type')?.startsWith('text/html')) assertInert(body, where)
      }
  const browser = stage.browser()
  const choice = await browser.get(stage.medicine.ask({ relayState: name }).url)
  assertInert(choice.body, 'discovery')
  assertInert((await browser.get(`${choice.url}&soeg=${encodeURIComponent(name)}&fane=lokal`)).body, 'search')
  const unknown = { ...anna, uuid: '00000000-0000-4000-8000-999999999999', name }
  assertInert((await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, unknown)).body, 'refused')
  assert.ok(shown > 10, `the name was on ${shown} pages`)
})

test('C3, C7, C8: every answer carries the headers, is framed by nobody and kept by no cache', async () => {
  // What is the same for everybody, and asked for again and again by machines.
  const feeds = ['rss.xml', 'atom.xml', 'kalender.ics', 'status.json'].map((name) => `/driftsstatus/${name}`)
  const kept = ['/saml/metadata', '/saml/sp/metadata', ...feeds]
  for (const capacity of viewers)
    for (const { path } of [...reading, split('GET /findes-ikke'), split('GET /saml/acs')]) {
      const { headers } = await ask(capacity, addressOf(path))
      const policy = headers.get('content-security-policy') ?? ''
      assert.match(policy, /frame-ancestors 'none'/, path)
      assert.doesNotMatch(policy, /unsafe|data:|\*/, path)
      assert.equal(headers.get('x-content-type-options'), 'nosniff', path)
      assert.ok(headers.get('referrer-policy') && headers.get('permissions-policy'), path)
      assert.equal(headers.get('server') ?? headers.get('x-powered-by'), null, path)
      if (!kept.includes(path)) assert.match(headers.get('cache-control') ?? '', /^no-store/, path)
    }
})

test('C4: nobody is led off the site from a page of its own', async () => {
  const names = ['return', 'returnTo', 'RelayState', 'next', 'url', 'tilbage']
  const elsewhere = new URLSearchParams(names.map((name) => [name, 'https://evil.example/']))
  for (const capacity of viewers)
    for (const { path } of reading) {
      const answer = await ask(capacity, `${addressOf(path)}?${elsewhere}`)
      for (const where of [answer.headers.get('location'), answer.headers.get('refresh')])
        assert.ok(where === null || /^(\d+; url=)?\/(?![/\\])/.test(where), `${path}: ${where}`)
      await answer.body?.cancel()
    }
})

test('C5: the session has another token after the capacity was changed, and the one before is soon worth nothing', async () => {
  const browser = await stage.enter('auditor')
  const token = () => browser.cookie(hostname, 'seb_session') ?? ''
  const before = token()
  await browser.press(await browser.get(`${stage.url}/admin/handl-for`), 'medarbejder')
  assert.notEqual(token(), before)
  const withEarlier = () =>
    fetch(`${stage.url}/admin/handl-for`, { headers: { cookie: `seb_session=${before}` }, redirect: 'manual' })
  assert.equal((await withEarlier()).status, 200, 'a page that was under way')
  stage.clock.moveMinutes(1)
  assert.equal((await withEarlier()).status, 303)
  assert.equal((await browser.get(`${stage.url}/admin/handl-for`)).status, 200)
})

test('C10: whatever host a request says it is for, no answer speaks of it', async () => {
  const spoofed = {
    host: 'evil.example',
    'x-forwarded-host': 'evil.example',
    'x-forwarded-proto': 'gopher',
    forwarded: 'host=evil.example',
  }
  for (const capacity of viewers)
    for (const { path } of reading) {
      const answer = await rawRequest(addressOf(path), { ...spoofed, cookie: await cookies(capacity) })
      assert.ok(answer.status < 500, path)
      assert.doesNotMatch(answer.all, /evil\.example|gopher/, `${capacity}: ${path}`)
    }
})

test('characters that no text can carry break nothing: in an address, in a form', async () => {
  for (const { path } of reading)
    for (const query of ['?soeg=%00', '?login=a%1Fb', '?kode=%EF%BF%BE', '?RelayState=%00']) {
      const { status } = await ask('chief administrator', addressOf(path) + query)
      // Messages are read by their own readers, which look for such characters too.
      assert.ok(path.startsWith('/saml/') ? status < 500 : status === 400, `${path}${query}: ${status}`)
    }
  for (const { method, path } of changing) {
    const body = new URLSearchParams({
      id: randomIds.uuid(),
      navn: 'a\u0000b',
      begrundelse: '\u0001',
      mail: '\u0000',
      sor: '\u0000',
    })
    const answer = await ask('chief administrator', addressOf(path), { method, headers: { origin: stage.url }, body })
    assert.ok(answer.status < 500, `${method} ${path}: ${answer.status}`)
  }
})

test('C14: headers without end are refused, and connections that say nothing hold nobody back', async () => {
  const long = await rawRequest('/', { 'x-long': 'a'.repeat(httpLimits.maxHeaderSize) })
  assert.equal(long.status, 431)
  const silent = Array.from({ length: 300 }, () => {
    const socket = connect(Number(port), hostname)
    socket.on('error', () => undefined)
    socket.write('GET / HTTP/1.1\r\nHost: a\r\nX-Slow: ')
    return socket
  })
  assert.equal((await ask('anonymous', '/healthz')).status, 200)
  for (const socket of silent) socket.destroy()
})

test('C11: a bug is told with a number and nothing of the inside', async () => {
  const broken = await openEveryoneStageWithoutDatabase()
  assert.equal(broken.status, 500)
  assert.match(textOf(broken), /[0-9A-Z]{4} [0-9A-Z]{4}/)
  assert.doesNotMatch(broken.body, /select|at .*\.js|node_modules|Error:|database|PGlite/i)
})

function split(route: string): { method: string; path: string } {
  const [method = '', path = ''] = route.split(' ')
  return { method, path }
}

/** With what is X's, as the table says. */
function addressOf(path: string): string {
  const expected: Expected | undefined = routeTable[`GET ${path}`] ?? routeTable[`POST ${path}`]
  const things: Readonly<Record<string, Thing>> = expected?.kind === 'only' ? expected.things : {}
  return path.replace(/:(\w+)/g, (_, name: string) => {
    const thing = things[name]
    return thing ? stage.things[thing].own : 'x'
  })
}

const foreign = (headers: Record<string, string>) => ({
  'content-type': 'application/x-www-form-urlencoded',
  ...headers,
})

async function cookies(capacity: CapacityName): Promise<string> {
  const browser = await stage.enter(capacity)
  return ['seb_browser', 'seb_session']
    .flatMap((name) => browser.cookie(hostname, name) ?? [])
    .map((value, at) => `${at === 0 ? 'seb_browser' : 'seb_session'}=${value}`)
    .join('; ')
}

interface Init {
  method?: string
  headers?: Record<string, string>
  body?: string | URLSearchParams
}

async function ask(capacity: CapacityName, path: string, { headers = {}, ...init }: Init = {}): Promise<Response> {
  const all = { 'accept-encoding': 'identity', cookie: await cookies(capacity), ...headers }
  return fetch(stage.url + path, { redirect: 'manual', ...init, headers: all })
}

/** As fetch would not send it. */
function rawRequest(path: string, headers: Record<string, string>): Promise<{ status: number; all: string }> {
  return new Promise((resolve, reject) => {
    const sent = request({ hostname, port, path, headers }, (answer) => {
      let body = ''
      answer.setEncoding('utf8')
      answer.on('data', (part: string) => {
        body += part
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, all: JSON.stringify(answer.rawHeaders) + body }))
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** Last of all, since nothing works afterwards. */
async function openEveryoneStageWithoutDatabase() {
  const browser = await stage.enter('chief administrator')
  await stage.db.destroy()
  return browser.get(`${stage.url}/admin/medarbejdere`)
}
