/**
 * The messages of the guide to SEB, spring 2025, entered by the desk and read by others: three feed readers, a calendar reader and the
 * schemas of Atom and RSS. None of them was written here.
 */
import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, test } from 'node:test'
import ICAL from 'ical.js'
import { RelaxNGValidator, XmlDocument } from 'libxml2-wasm'
import { readMoment } from '../../src/base/danish-time.ts'
import { fromRoot } from '../../src/base/root.ts'
import { birgit } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { fillFirst } from '../support/fill-first.ts'
import { openManagementStage } from '../support/management-stage.ts'
import { feedReaders } from './feed-readers.ts'

const stage = await openManagementStage()
after(() => stage.close())

const list = '/desk/drift'
const over = 'SEB - Servicevindue 11. april 13-14 overstået'
const announced = 'SEB - Servicevindue fredag d. 11. april 2025 kl. 13.00 - 14.00'
const january = 'SEB - Servicevindue overstået i morges kl. 06.20'
const announcedText =
  'SEB har servicevindue fredag den 11. april 2025 kl. 13 til kl. 14, hvor der kan opleves ustabilitet. Der vil være nedetid på SEB Classic (brugeradministration) i 20 minutter. Opleves der problemer med at logge på SEB, så vent 1 minut og forsøg igen.'

function goTo(day: string, time: string): void {
  const moment = readMoment(day, time)
  if (!moment) throw new Error(`${day} ${time}`)
  stage.clock.moveMinutes((moment.getTime() - stage.clock.now().getTime()) / 60_000)
}
const desk = () => stage.enter(birgit, 'servicedesk')
const get = async (path: string, headers = {}) => fetch(`${stage.url}/driftsstatus${path}`, { headers })
const read = async (path: string) => (await get(path)).text()
const utc = (day: string, time: string) => readMoment(day, time)?.toISOString()

test('the desk enters the messages of spring 2025, and they stand as there: created, updated, and green again', async () => {
  goTo('2025-01-08', '10:02')
  const first = await desk()
  const begun = await stage.open(first, `${list}/ny?slags=notice`)
  const kept = await fillFirst(first, begun, { overskrift: january, tekst: 'Systemet kører normalt', gem: 'udgiv' })
  goTo('2025-03-13', '13:33')
  const march = await desk()
  const texts = { tekst: 'Systemet kører normalt.', gem: 'udgiv' }
  await fillFirst(march, await stage.open(march, kept.url.pathname), texts)

  goTo('2025-04-10', '09:09')
  const april = await desk()
  const times = { begynder: '2025-04-11', 'begynder-kl': '13:00', slutter: '', 'slutter-kl': '14:00' }
  const form = await stage.open(april, `${list}/ny?${new URLSearchParams({ slags: 'window', ...times })}`)
  const window = await fillFirst(april, form, { dele: 'seb-classic', gem: 'udgiv' })
  goTo('2025-04-11', '12:58')
  assert.match(textOf(await stage.open(april, '/driftsstatus')), /Grøn: alt kører som normalt/, 'not before it begins')
  const same = await desk()
  await fillFirst(same, await stage.open(same, window.url.pathname), { tekst: announcedText, gem: 'udgiv' })
  goTo('2025-04-11', '13:00')
  assert.match(textOf(await stage.open(april, '/driftsstatus')), /Gul: noget er ustabilt/)

  goTo('2025-04-11', '14:14')
  const last = await desk()
  await last.press(await stage.open(last, window.url.pathname), 'Servicevinduet er overstået')
  const found = /href="(\/desk\/drift\/[0-9a-f-]{36})">\s*SEB - Servicevindue 11\. april/.exec(
    (await stage.open(last, list)).body,
  )
  const news = await stage.open(last, found?.[1] ?? '')
  await fillFirst(last, news, { overskrift: over, gem: 'udgiv', stille: 'ja' })

  const page = textOf(await stage.browser().get(`${stage.url}/driftsstatus`))
  assert.match(page, /Grøn: alt kører som normalt/)
  const stands = [
    over,
    'Systemet kører som normalt\\. Opdateret: 11\\. apr\\. 2025 kl\\. 14\\.14 Oprettet: 11\\. apr\\. 2025 kl\\. 14\\.14.*',
    announced,
    `${announcedText.replace(/[()]/g, '\\$&')} Opdateret: 11\\. apr\\. 2025 kl\\. 12\\.58 Oprettet: 10\\. apr\\. 2025 kl\\. 9\\.09.*`,
    january,
    'Systemet kører normalt\\. Opdateret: 13\\. mar\\. 2025 kl\\. 13\\.33 Oprettet: 8\\. jan\\. 2025 kl\\. 10\\.02',
  ]
  assert.match(page, new RegExp(stands.join(' ')))
})

for (const [name, reader] of Object.entries(feedReaders))
  test(`${name} reads the same in RSS and in Atom: ids, titles, texts, when they were created and where they lead`, async () => {
    const [rss, atom] = [await reader(await read('/rss.xml')), await reader(await read('/atom.xml'))]
    assert.equal(rss.title, 'SEB driftsstatus')
    assert.equal(atom.title, 'SEB driftsstatus')
    for (const { entries } of [rss, atom]) {
      assert.deepEqual(
        entries.map(({ title, text, published }) => [title, text, published]),
        [
          [over, 'Systemet kører som normalt.', utc('2025-04-11', '14:14')],
          [announced, announcedText, utc('2025-04-10', '09:09')],
          [january, 'Systemet kører normalt.', utc('2025-01-08', '10:02')],
        ],
      )
      for (const { id, link } of entries) {
        assert.match(id, /^tag:[^,]+,2026:driftsbesked:[0-9a-f-]{36}$/)
        assert.equal((await fetch(link)).status, 200)
      }
    }
    assert.deepEqual(
      rss.entries.map(({ id }) => id),
      atom.entries.map(({ id }) => id),
    )
  })

test('RSS and Atom keep to their schemas, which find what is wrong', async () => {
  for (const [path, schema] of [
    ['/atom.xml', 'atom.rng'],
    ['/rss.xml', 'rss-2.0.rng'],
  ] as const) {
    using rng = XmlDocument.fromString(readFileSync(fromRoot(`test/feeds/${schema}`), 'utf8'))
    using validator = RelaxNGValidator.fromDoc(rng)
    for (const language of ['', '?sprog=en']) {
      const xml = await read(path + language)
      using good = XmlDocument.fromString(xml)
      validator.validate(good)
      using bad = XmlDocument.fromString(xml.replace(/<title>[^<]*<\/title>/, ''))
      assert.throws(() => validator.validate(bad))
    }
  }
})

test('a message that is changed keeps its id and bumps `updated`; what has not changed is not sent again', async () => {
  const before = await get('/atom.xml')
  const tag = before.headers.get('etag') ?? ''
  assert.equal((await get('/atom.xml', { 'If-None-Match': tag })).status, 304)
  const entry = (xml: string, title: string) => {
    const [, inside = ''] =
      new RegExp(`<entry>((?:(?!<entry>)[\\s\\S])*?<title>${title}</title>[\\s\\S]*?)</entry>`).exec(xml) ?? []
    return ['id', 'published', 'updated'].map((name) => new RegExp(`<${name}>([^<]+)<`).exec(inside)?.[1])
  }
  const [id, published, updated] = entry(await before.text(), january)
  assert.equal(updated, utc('2025-03-13', '13:33'))
  goTo('2025-04-12', '08:00')
  const browser = await desk()
  const found = new RegExp(`href="(/desk/drift/[0-9a-f-]{36})">\\s*${january}`).exec(
    (await stage.open(browser, list)).body,
  )
  await fillFirst(browser, await stage.open(browser, found?.[1] ?? ''), { tekst: 'Alt kører.', gem: 'udgiv' })
  const changed = await get('/atom.xml', { 'If-None-Match': tag })
  assert.equal(changed.status, 200)
  assert.deepEqual(entry(await changed.text(), january), [id, published, utc('2025-04-12', '08:00')])
})

test('a calendar program reads the service windows, and one that is changed is the same with a higher number', async () => {
  const calendar = new ICAL.Component(ICAL.parse(await read('/kalender.ics')))
  const [event, ...others] = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  assert.equal(others.length, 0)
  assert.equal(event?.summary, announced)
  assert.equal(event?.description, announcedText)
  assert.equal(event?.startDate.toJSDate().toISOString(), utc('2025-04-11', '13:00'))
  assert.equal(event?.endDate.toJSDate().toISOString(), utc('2025-04-11', '14:00'))
  assert.equal(event?.sequence, 2, 'its text was changed, and it was ended')
})

test('whoever has the address of the page finds the feeds', async () => {
  const page = await read('')
  const links = [...page.matchAll(/<link rel="alternate" type="application\/(rss|atom)\+xml"[^>]*href="([^"]+)"/g)]
  assert.deepEqual(
    links.map(([, kind]) => kind),
    ['rss', 'atom'],
  )
  for (const [, kind, href = ''] of links)
    assert.match((await fetch(new URL(href, stage.url))).headers.get('content-type') ?? '', new RegExp(`${kind}\\+xml`))
})
