/** The service desk works cases: taken, answered by mail, put on hold, handed to system management, solved; two at once lose nothing. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page } from '../interop/user-agent.ts'
import { birgit } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { gitte, openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage()
after(() => stage.close())
const { db, clinicId } = stage
const desk = await stage.enter(birgit, 'servicedesk')
const management = await stage.enter(gitte, 'systemforvaltning')

const form = (page: Page, step: string, fields: Record<string, string> = {}) => {
  const found = page.forms.find(
    ({ method, fields: held, buttons }) =>
      method === 'post' && (held['trin'] === step || buttons.some(({ value }) => value === step)),
  )
  assert.ok(found, `no ${step} on ${page.url}\n${textOf(page)}`)
  return { ...found, fields: { ...found.fields, trin: step, ...fields } }
}
const idOf = (page: Page) => /\/desk\/sager\/([0-9a-f-]{36})/.exec(page.url.pathname)?.[1] ?? ''
const openOne = async (fields: Record<string, string> = {}) => {
  const page = await stage.open(desk, '/desk/sager/ny')
  return stage.fill(desk, page, {
    emne: 'Vores administrator er stoppet',
    besked: 'Ingen kan give roller hos os.',
    slags: 'missing-administrator',
    navn: 'Mie Menig',
    telefon: '12 34 56 78',
    mail: 'mie@seb-demo.example',
    cvr: '99 99 99 01',
    ...fields,
  })
}

test('the desk begins at what waits for it', async () => {
  assert.match(textOf(await stage.open(desk, '/desk')), /Servicedesk .*Intet venter/)
  assert.match(textOf(await stage.open(desk, '/desk/sager')), /0 sager .*Ingen sager her/)
})

test('a case for whoever calls says beside each field what is missing, and keeps what was typed', async () => {
  const page = await openOne({ emne: '', telefon: '', mail: '', cvr: '123' })
  assert.equal(page.status, 422)
  assert.match(textOf(page), /Skriv, hvad det drejer sig om\..*Skriv et telefonnummer eller en mailadresse\./)
  assert.match(textOf(page), /CVR-nummeret skal være otte cifre\./)
  assert.ok(page.body.includes('Ingen kan give roller hos os.'))
})

test('no CPR number gets into a case', async () => {
  const page = await openOne({ besked: 'Jeg hedder Mie, 010190-1234.' })
  assert.equal(page.status, 422)
  assert.match(textOf(page), /Et CPR-nummer må ikke stå her/)
})

test('the case shows the organisation, who administers it, and who might; looking is in the log with the case', async () => {
  const page = await openOne()
  const text = textOf(page)
  assert.match(text, /Sagen er oprettet\. .*I gang .*Birgit/)
  assert.match(text, /Lægerne ved Broen CVR 99999901/)
  assert.match(text, /Organisationen har ingen overbrugeradministrator/)
  assert.match(text, /Dem, det kunne være .*har aldrig logget ind/)
  const { reference } = await db.selectFrom('desk_case').select('reference').executeTakeFirstOrThrow()
  const looks = await stage.eventsOf('organisation.viewed')
  assert.deepEqual(looks.at(-1)?.details, { capacity: 'service-desk', case: reference })
})

test('a person of the organisation is found by name, and can see in the log that the desk looked, for which case', async () => {
  const [{ id = '' } = {}] = await db.selectFrom('desk_case').select('id').execute()
  const page = await stage.open(desk, `/desk/sager/${id}?person=bir`)
  assert.match(textOf(page), /Birgit.* aktiv/)
  assert.match(textOf(await stage.open(desk, `/desk/sager/${id}?person=gitte`)), /Ingen i organisationen hedder det/)
  const [look] = await stage.eventsOf('account.viewed')
  assert.match(JSON.stringify(look?.details), /"case":"[0-9A-Z]{8}"/)
})

test('the answer goes by mail with the case in its subject, once however often it is sent', async () => {
  const page = await openOne({ emne: 'Hvem er vores administrator?' })
  const draft = await desk.submit(form(page, 'kladde', { kladde: 'proof', svar: 'Tak for snakken.' }))
  assert.match(draft.body, /Tak for snakken\.\n\nJeres organisation har ingen overbrugeradministrator/)
  const answer = form(draft, 'svar', { saa: 'waiting' })
  const [sent] = await Promise.all([desk.submit(answer), desk.submit(answer)])
  assert.match(textOf(sent), /Svaret er sendt\..*Venter på svar/)
  const mails = (await stage.mails()).filter(({ content }) => content.subject.includes('Hvem er vores administrator?'))
  assert.equal(mails.length, 1)
  assert.match(mails[0]?.content.subject ?? '', /^\[SEB [0-9A-Z]{8}\] Hvem er/)
  assert.equal(mails[0]?.replyTo, 'servicedesk@sundhedsdata.dk')
})

test('of two who answer, the second is shown what the first did, and has what they wrote', async () => {
  const mine = await openOne({ emne: 'To på én gang' })
  const theirs = await stage.open(management, `/desk/sager/${idOf(mine)}`)
  await desk.submit(form(mine, 'svar', { svar: 'Mit svar', saa: 'resolved' }))
  const late = await management.submit(form(theirs, 'svar', { svar: 'Et andet svar', saa: 'waiting' }))
  assert.equal(late.status, 422)
  assert.match(textOf(late), /Nogen var først .*den er løst/)
  const note = await management.submit(form(theirs, 'notat', { bemaerkning: 'Talte med dem i går.' }))
  assert.match(textOf(note), /Notatet er gemt\..*Talte med dem i går\./)
})

test('a case is taken over, given back, put on hold, taken up, solved and reopened', async () => {
  let page = await stage.open(management, `/desk/sager/${idOf(await openOne({ emne: 'Frem og tilbage' }))}`)
  for (const [step, said] of [
    ['tag', /Sagen er din\./],
    ['slip', /Sagen er fri/],
    ['hold', /Sagen er på hold\..*Fristen står stille/],
    ['genoptag', /Sagen er i gang igen\./],
    ['loes', /Sagen er løst\./],
    ['genaabn', /Sagen er åbnet igen\./],
  ] as const) {
    page = await management.submit(form(page, step))
    assert.match(textOf(page), said)
  }
})

test('with proof, system management is asked to appoint; once it has, the case goes on with it noted', async () => {
  const page = await openOne({ emne: 'Bevis' })
  const bare = await desk.submit(form(page, 'overdrag'))
  assert.match(textOf(bare), /Vælg, hvem det skal være\..*Vælg, hvad du har som bevis\./)
  const handed = await desk.submit(
    form(page, 'overdrag', { hvem: 'anden', navn: 'Clara Ny', bevis: 'called', besked: 'Ring til hende først.' }),
  )
  assert.match(textOf(handed), /bedt om at udpege Clara Ny\. Bevis: Jeg har ringet.*Ring til hende først\./)
  const noticed = await db.selectFrom('notice').select('kind').where('kind', '=', 'desk-case.handed-over').execute()
  // Birgit, who asked, is of system management as well, and is not told.
  assert.equal(noticed.length, 1)
  assert.doesNotMatch(handed.body, /overbrugeradministrator"/)
  const id = idOf(page)
  const theirs = await stage.open(management, `/desk/sager/${id}`)
  assert.match(textOf(theirs), /Udpeg en overbrugeradministrator/)
  const appoint = await stage.open(management, `/forvaltning/organisationer/${clinicId}/overbrugeradministrator`)
  await stage.fill(management, appoint, { navn: 'Clara Ny', rid: '44556677' })
  const after = textOf(await stage.open(desk, `/desk/sager/${id}`))
  assert.match(after, /Systemforvaltningen har udpeget en overbrugeradministrator\./)
  assert.match(after, /Status I gang/)
  assert.match(after, /Clara Ny, overbrugeradministrator, har aldrig logget ind/)
  const solved = await desk.submit(
    form(await stage.open(desk, `/desk/sager/${id}`), 'svar', { svar: 'Clara er udpeget.', saa: 'resolved' }),
  )
  assert.match(textOf(solved), /Status Løst/)
})

test('what was asked and how long it took is counted by month and kind, also as CSV', async () => {
  const text = textOf(await stage.open(desk, '/desk/statistik'))
  assert.match(text, /Mangler administrator \d+ \d+ \d+ min\./)
  const csv = await stage.open(desk, '/desk/statistik/udtraek')
  assert.match(csv.body, /Måned;Slags;Oprettet;Løst;.*\r\n\d{4}-\d{2};Mangler administrator;\d+;\d+;0;0;0;0\r\n/)
  assert.equal((await stage.eventsOf('desk-statistics.exported')).length, 1)
})

test('a thousand cases are paged through, each seen once', async () => {
  const at = stage.clock.now()
  const rows = Array.from({ length: 1000 }, (_, index) => ({
    id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`,
    reference: `T${String(index).padStart(7, '0')}`,
    kind: 'log-in-trouble' as const,
    state: 'new' as const,
    priority: 3,
    source: 'mail' as const,
    subject: `Sag nummer ${index}`,
    organisation_id: clinicId,
    cvr: '99999901',
    opened_at: at,
    tell_at: at,
    updated_at: at,
    solve_by: new Date(at.getTime() + (index % 7) * 3_600_000),
  }))
  await db.insertInto('desk_case').values(rows).execute()
  const seen: string[] = []
  let page = await stage.open(desk, '/desk/sager?slags=log-in-trouble')
  for (;;) {
    seen.push(...[...page.body.matchAll(/Sag nummer (\d+)/g)].map(([, number]) => number ?? ''))
    const next = /href="([^"]+)" rel="next"/.exec(page.body)?.[1]
    if (!next) break
    page = await stage.open(desk, next.replaceAll('&amp;', '&'))
  }
  assert.equal(new Set(seen).size, 1000)
  assert.equal(seen.length, 1000)
  assert.match(textOf(await stage.open(desk, '/desk/sager?soeg=t000%200042')), /1 sag .*Sag nummer 42/)
})
