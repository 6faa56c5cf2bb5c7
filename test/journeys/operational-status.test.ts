/** The desk writes what everybody reads: the very messages of the guide to SEB, spring 2025, and how they look afterwards. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { readMoment } from '../../src/base/danish-time.ts'
import { randomIds } from '../../src/base/ids.ts'
import { watchLogIns } from '../../src/status/measured/watch-log-ins.job.ts'
import { birgit } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage()
after(() => stage.close())

const list = '/desk/drift'
/** Nobody writes messages about the past: the clock goes to when each was written. */
function goTo(day: string, time: string): void {
  const moment = readMoment(day, time)
  if (!moment) throw new Error(`${day} ${time}`)
  stage.clock.moveMinutes((moment.getTime() - stage.clock.now().getTime()) / 60_000)
}
const desk = () => stage.enter(birgit, 'servicedesk')
const status = async (path = '/driftsstatus') => textOf(await stage.browser().get(stage.url + path))
const begin = { begynder: '2025-04-11', 'begynder-kl': '13:00', slutter: '', 'slutter-kl': '14:00' }
const parts = { dele: 'seb-classic' }

test('a window in January is announced, and changed in March to say that it is over', async () => {
  goTo('2025-01-08', '10:02')
  const browser = await desk()
  const form = await stage.open(browser, `${list}/ny?slags=notice`)
  const title = 'SEB - Servicevindue overstået i morges kl. 06.20'
  const written = await stage.fill(browser, form, { overskrift: title, tekst: 'x', gem: 'udgiv' })
  assert.match(textOf(written), /Beskeden er udgivet/)
  goTo('2025-03-13', '13:33')
  const later = await desk()
  const again = await stage.open(later, written.url.pathname)
  const [fields] = again.forms.filter((one) => 'overskrift' in one.fields)
  assert.ok(fields)
  await later.submit({ ...fields, fields: { ...fields.fields, tekst: 'Systemet kører normalt.', gem: 'udgiv' } })
  assert.match(
    await status(),
    /SEB - Servicevindue overstået i morges kl. 06.20 Systemet kører normalt\. Opdateret: 13\. mar\. 2025 kl\. 13\.33 Oprettet: 8\. jan\. 2025 kl\. 10\.02/,
  )
})

test('a service window is written from its times, and does not change the light before it begins', async () => {
  goTo('2025-04-10', '09:09')
  const browser = await desk()
  const times = await stage.open(browser, `${list}/ny?slags=window`)
  assert.match(textOf(times), /Hvornår er servicevinduet\?/)
  const form = await stage.open(browser, `${list}/ny?${new URLSearchParams({ slags: 'window', ...begin })}`)
  assert.match(form.body, /SEB - Servicevindue fredag d\. 11\. april 2025 kl\. 13\.00 - 14\.00/)
  const done = await stage.fill(browser, form, { ...parts, gem: 'udgiv' })
  assert.match(textOf(done), /Beskeden er udgivet/)
  const page = await status()
  assert.match(page, /Grøn: alt kører som normalt/)
  assert.match(page, /Næste servicevindue Fra 11\. apr\. 2025 kl\. 13\.00 til 11\. apr\. 2025 kl\. 14\.00/)
  assert.match(page, /Oprettet: 10\. apr\. 2025 kl\. 9\.09/)
})

test('NemLog-in tells of itself, and the page leads there', async () => {
  const page = await stage.browser().get(`${stage.url}/driftsstatus`)
  assert.match(page.body, /<a [^>]*href="https:\/\/[^"]+"[^>]*>Se NemLog-ins egen driftsstatus/)
})

test('while the window lasts the light is yellow, and the part says so', async () => {
  goTo('2025-04-11', '13:30')
  const page = await status()
  assert.match(page, /Gul: noget er ustabilt/)
  assert.match(page, /SEB Classic Brugeradministration Servicevindue i gang/)
  assert.match(page, /SEB Sundhed Log-in for fagfolk Kører som normalt/)
})

test('when the desk says that it is over, a message of its own says so and the light is green', async () => {
  goTo('2025-04-11', '14:14')
  const browser = await desk()
  const link = /href="(\/desk\/drift\/[0-9a-f-]{36})">\s*SEB - Servicevindue fredag/.exec(
    (await stage.open(browser, list)).body,
  )
  const page = await stage.open(browser, link?.[1] ?? '')
  await browser.press(page, 'Servicevinduet er overstået')
  const text = await status()
  assert.match(text, /Grøn: alt kører som normalt/)
  assert.match(
    text,
    /Information SEB - Servicevindue 11\. april kl\. 13\.00-14\.00 overstået Systemet kører som normalt\. Opdateret: 11\. apr\. 2025 kl\. 14\.14 Oprettet: 11\. apr\. 2025 kl\. 14\.14/,
  )
  assert.match(
    text,
    /Servicevindue overstået SEB - Servicevindue fredag d\. 11\. april 2025 kl\. 13\.00 - 14\.00 .* Oprettet: 10\. apr\. 2025 kl\. 9\.09/,
    'the announcement stays as it was',
  )
})

test('a fault turns the light by how serious it is, says when news is due, and goes when it is solved', async () => {
  goTo('2025-05-05', '10:00')
  const browser = await desk()
  const form = await stage.open(browser, `${list}/ny?slags=incident`)
  const refused = await stage.fill(browser, form, { alvor: '1', virkning: 'down', overskrift: '', gem: 'udgiv' })
  assert.equal(refused.status, 422)
  assert.match(textOf(refused), /Skriv en overskrift\. Vælg, hvad det gælder\./)
  const facts = { alvor: '1', virkning: 'down', dele: 'seb-sundhed', gem: 'udgiv' }
  const done = await stage.fill(browser, form, facts)
  const twice = await stage.fill(browser, form, facts)
  assert.equal(twice.url.pathname, done.url.pathname, 'a form that is sent twice is one message')
  assert.match(await status(), /Rød: en kritisk fejl.*SEB Sundhed Log-in for fagfolk Nede/)
  assert.match(textOf(await stage.open(browser, list)), /skyldes senest 5\. maj 2025 kl\. 10\.30/)
  stage.clock.moveMinutes(20)
  await browser.press(await stage.open(browser, done.url.pathname), 'Fejlen er løst')
  assert.match(await status(), /Grøn: alt kører som normalt.*SEB - Løst: Problemer med log-in/)
  const actions = (await stage.events()).map(({ action }) => action).filter((action) => action.startsWith('status-'))
  assert.deepEqual(actions.slice(-2), ['status-message.published', 'status-message.ended'])
})

test('of two who change a message at once, the second sees what the first wrote and keeps what they typed', async () => {
  const browser = await desk()
  const form = await stage.open(browser, `${list}/ny?slags=notice`)
  const done = await stage.fill(browser, form, { overskrift: 'SEB - Ny adresse', tekst: 'Første', gem: 'kladde' })
  assert.doesNotMatch(await status(), /Ny adresse/, 'a draft is nobody’s but the desk’s')
  const [page] = [await stage.open(browser, done.url.pathname)]
  const [fields] = page.forms.filter((one) => 'overskrift' in one.fields)
  assert.ok(fields)
  await browser.submit({ ...fields, fields: { ...fields.fields, tekst: 'Den ene', gem: 'kladde' } })
  const second = await browser.submit({ ...fields, fields: { ...fields.fields, tekst: 'Den anden', gem: 'kladde' } })
  assert.equal(second.status, 422)
  assert.match(textOf(second), /En anden har ændret det imens.*Den ene/)
  assert.match(second.body, /Den anden<\/textarea>/)
  const third = await browser.submit({
    ...fields,
    fields: { ...fields.fields, 'slutter-kl': '23:59', slutter: '2099-05-06' },
  })
  assert.match(textOf(third), /Tekst: Den ene Slutter: \(intet\)/, 'wherever it differs, and there only')
})

test('what is withdrawn is on no page and in no feed', async () => {
  const browser = await desk()
  const form = await stage.open(browser, `${list}/ny?slags=notice`)
  const done = await stage.fill(browser, form, { overskrift: 'SEB - En fejl <b>', tekst: 'Væk igen', gem: 'udgiv' })
  const permanent = done.url.pathname.replace('/desk/drift', '/driftsstatus/beskeder')
  assert.match(await status(permanent), /SEB - En fejl &lt;b&gt;/)
  assert.match((await stage.browser().get(`${stage.url}/driftsstatus/rss.xml`)).body, /SEB - En fejl &lt;b&gt;/)
  await browser.press(await stage.open(browser, done.url.pathname), 'Træk beskeden tilbage')
  assert.equal((await stage.browser().get(stage.url + permanent)).status, 404)
  assert.doesNotMatch((await stage.browser().get(`${stage.url}/driftsstatus/atom.xml`)).body, /En fejl/)
})

test('a feed that has not changed is not sent again', async () => {
  for (const path of ['rss.xml', 'atom.xml', 'kalender.ics', 'status.json']) {
    const first = await fetch(`${stage.url}/driftsstatus/${path}`)
    assert.equal(first.status, 200, path)
    const headers = { 'If-None-Match': first.headers.get('etag') ?? '' }
    const second = await fetch(`${stage.url}/driftsstatus/${path}`, { headers })
    assert.equal(second.status, 304, path)
    assert.equal(await second.text(), '')
  }
})

test('a log-in in trouble says so where one chooses, and SEB in trouble says so above', async () => {
  const browser = await desk()
  const form = await stage.open(browser, `${list}/ny?slags=incident`)
  const facts = { alvor: '2', virkning: 'unstable', gem: 'udgiv' }
  await stage.fill(browser, form, { ...facts, overskrift: 'SEB - Regionens log-in er ustabilt', dele: 'idp:region' })
  const choose = async () => (await stage.browser().get(stage.medicine.ask().url)).body
  const local = async () => {
    const visitor = stage.browser()
    const page = await visitor.get(stage.medicine.ask().url)
    return textOf(await visitor.get(`${page.url.href}&fane=lokal`))
  }
  assert.match(await local(), /Regionens log-in er ustabilt/)
  assert.doesNotMatch(await choose(), /seb-statusline/)
  const again = await stage.open(browser, `${list}/ny?slags=incident`)
  await stage.fill(browser, again, { ...facts, overskrift: 'SEB - Borgere kan ikke logge ind', dele: 'seb-borger' })
  assert.doesNotMatch(await choose(), /Borgere kan ikke logge ind/, 'a service for professionals')
  stage.clock.moveMinutes(1)
  const third = await stage.open(browser, `${list}/ny?slags=incident`)
  await stage.fill(browser, third, { ...facts, overskrift: 'SEB - Langsomt for fagfolk', dele: 'seb-sundhed' })
  assert.match(await choose(), /SEB - Langsomt for fagfolk/)
  assert.match(await status('/'), /Orange SEB - Langsomt for fagfolk Se driftsstatus/)
})

test('when nobody comes back from a log-in, the desk gets one draft; when they do, it is taken back', async () => {
  const deps = { db: stage.db, clock: stage.clock, ids: randomIds }
  const drafts = async () => {
    const rows = await stage.db.selectFrom('status_message').select(['title_da', 'state', 'measured_part']).execute()
    return rows.filter(({ measured_part: part }) => part !== null)
  }
  stage.clock.moveMinutes(60)
  for (let person = 0; person < 5; person += 1) await stage.toProvider(stage.browser(), stage.medicine, stage.nemlogin)
  await watchLogIns(deps)
  assert.deepEqual(await drafts(), [], 'they may still be finding their telephones')
  stage.clock.moveMinutes(0.6)
  await Promise.all([watchLogIns(deps), watchLogIns(deps)])
  const name = 'SEB - NemLog-in: log-in har problemer'
  assert.deepEqual(await drafts(), [{ title_da: name, state: 'draft', measured_part: 'idp:nemlogin' }])
  assert.doesNotMatch(await status(), /log-in har problemer/)
  const browser = stage.browser()
  await stage.logIn(browser, stage.medicine, stage.nemlogin, birgit)
  stage.clock.moveMinutes(0.6)
  await watchLogIns(deps)
  assert.deepEqual(
    (await drafts()).map(({ state }) => state),
    ['withdrawn'],
  )
})
