/** System management decides what is enrolled: signed or on paper, approved with everything it makes, asked about, rejected. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { birgit } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import {
  anotherCvr,
  begin,
  chiefMail,
  contactMail,
  type Enrolling,
  fillIn,
  henrik,
  line,
  linkIn,
  newCvr,
  openToSign,
  png,
  serviceIdOf,
  sign,
  signerMail,
  typedOrganisation,
  uploadPaper,
} from '../support/enrolling.ts'
import { gitte, openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage()
after(() => stage.close())
const { open, post, eventsOf } = stage
const list = '/forvaltning/tilmeldinger'
const manage = () => stage.enter(birgit, 'systemforvaltning')
const medicine = await serviceIdOf(stage, 'medicine')

const idOf = async ({ reference }: Enrolling) => {
  const row = await stage.db
    .selectFrom('enrolment')
    .select('id')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()
  return row.id
}
const stateOf = async ({ reference }: Enrolling) => {
  const row = await stage.db
    .selectFrom('enrolment')
    .select('state')
    .where('reference', '=', reference)
    .executeTakeFirstOrThrow()
  return row.state
}

const caseOf = (cvr: string) =>
  stage.db.selectFrom('desk_case').select(['id', 'state']).where('cvr', '=', cvr).executeTakeFirstOrThrow()
const caseStateOf = async (cvr: string) => (await caseOf(cvr)).state
const casePathOf = async (cvr: string) => `/desk/sager/${(await caseOf(cvr)).id}`

/** The form of a page that leads there, with its fields. */
function formTo(page: Page, deed: string): Record<string, string> {
  const form = page.forms.find(({ action }) => action.pathname.endsWith(`/${deed}`))
  return form ? form.fields : assert.fail(`no ${deed} on ${page.url}:\n${textOf(page)}`)
}

async function decide(
  browser: UserAgent,
  page: Page,
  deed: 'godkend' | 'spoerg' | 'afvis',
  fields: Record<string, string> = {},
): Promise<Page> {
  return post(browser, `${page.url.pathname}/${deed}`, { ...formTo(page, deed), ...fields })
}

/** Filled in and handed in on paper. */
async function onPaper(cvr: string): Promise<Enrolling> {
  const enrolling = await begin(stage)
  const check = await fillIn(stage, enrolling, { organisation: { cvr } })
  await enrolling.browser.press(check, 'Skriv under på papir')
  const uploaded = await uploadPaper(
    stage,
    { ...enrolling, cookie: 'seb_enrolment' },
    { name: 'side1.png', bytes: png },
  )
  assert.match(textOf(uploaded), /Vi har fået det underskrevne papir/)
  return enrolling
}

test('from nothing to the first role: signed, approved, and the chief administrator is known by a log-in and no number', async () => {
  const enrolling = await begin(stage)
  await enrolling.browser.press(await fillIn(stage, enrolling), 'Send til underskrift')
  const signing = await openToSign(stage, henrik)
  await sign(signing.browser, signing.page)

  const manager = await manage()
  assert.match(textOf(await open(manager, list)), /Lægerne ved Åen I\/S 99010010 .*Underskrevet i SEB/)
  const page = await open(manager, `${list}/${await idOf(enrolling)}`)
  assert.match(textOf(page), /SEB kender det ikke i forvejen\. .*af Henrik Bach Lindholm med MitID Erhverv for CVR/)
  assert.match(textOf(page), /Det, der blev skrevet under på, er uændret/)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await decide(manager, page, 'godkend')), /Godkendt.*Organisationen er oprettet/)

  const organisation = await stage.db
    .selectFrom('organisation')
    .selectAll()
    .where('cvr', '=', newCvr)
    .executeTakeFirstOrThrow()
  assert.deepEqual([organisation.name, organisation.kind], ['Lægerne ved Åen I/S', 'general-practice'])
  const units = await stage.db.selectFrom('unit').selectAll().where('organisation_id', '=', organisation.id).execute()
  assert.deepEqual(
    units.map(({ name, sor, p_number, ydernummer }) => [name, sor, p_number, ydernummer]),
    [['Lægerne ved Åen I/S', '990100000000101', '9901000101', '990110']],
  )
  const grants = await stage.db
    .selectFrom('service_grant')
    .selectAll()
    .where('organisation_id', '=', organisation.id)
    .execute()
  assert.deepEqual(
    grants.map((grant) => [grant.service_id, grant.role_ids]),
    [[medicine, null]],
  )
  assert.match(JSON.stringify(grants[0]?.ceilings), /990100000000101/)

  const mails = await stage.mails()
  const to = (email: string) => mails.filter((mail) => mail.to.email === email).map(({ content }) => content.subject)
  assert.equal(to(chiefMail).length, 1)
  assert.ok(to(signerMail).includes('Du er sikkerhedsansvarlig for Lægerne ved Åen I/S i SEB'))
  assert.equal(to(contactMail).filter((subject) => subject === 'Lægerne ved Åen I/S er tilmeldt SEB').length, 1)

  const chief = stage.browser()
  const landing = await chief.get(await linkIn(stage, chiefMail, /overbrugeradministrator/))
  const door = await chief.goOn(await chief.press(landing, 'Log ind og tag imod'))
  const out = await chief.goOn(await chief.press(door, 'MitID Erhverv'))
  const confirm = await stage.carry(chief, stage.nemlogin.answer(stage.nemlogin.read(out.url), line))
  await chief.press(confirm, 'Ja, tag imod')
  assert.match(textOf(await chief.get(`${stage.url}/admin/administratorer`)), /Line Vinther \(dig\)/)
  const roles = await chief.get(`${stage.url}/admin/roller`)
  assert.equal(roles.status, 200)
  const account = await stage.db
    .selectFrom('account')
    .select('professional_uuid')
    .where('organisation_id', '=', organisation.id)
    .where('professional_uuid', '=', line.uuid)
    .executeTakeFirst()
  assert.ok(account)
  assert.match(textOf(await enrolling.browser.get(stage.url + enrolling.path)), /Den er godkendt/)
  const progress = await begin(stage)
  const again = await post(progress.browser, `${progress.path}/organisation`, typedOrganisation)
  assert.match(textOf(again), /Organisationen er allerede i SEB/)
})

test('on paper: what is no paper is refused with a reason, the paper is seen by staff only, and approved with fewer roles', async () => {
  const enrolling = await onPaper(anotherCvr)
  const refused = await uploadPaper(
    stage,
    { ...enrolling, cookie: 'seb_enrolment' },
    { name: 'underskrift.pdf', bytes: Buffer.from('<script>alert(1)</script>') },
  )
  assert.equal(refused.status, 422)
  assert.match(textOf(refused), /Papiret er ikke lagt op/)
  const film = { name: 'film.pdf', bytes: Buffer.alloc(20 * 1024 * 1024) }
  const tooLarge = await uploadPaper(stage, { ...enrolling, cookie: 'seb_enrolment' }, film)
  assert.match(textOf(tooLarge), /Filen er større end 15 MB/)
  const id = await idOf(enrolling)
  const desk = await stage.enter(birgit, 'servicedesk')
  const seen = await open(desk, `${list}/${id}`)
  assert.match(textOf(seen), /Papir modtaget\. .*Underskrevet på papir/)
  assert.doesNotMatch(textOf(seen), /Godkend og opret/)
  assert.equal((await post(desk, `${list}/${id}/godkend`, { version: '4' })).status, 404)
  const attached = await uploadPaper(
    stage,
    { browser: desk, path: `${list}/${id}`, cookie: 'seb_session' },
    { name: 'side2.png', bytes: Buffer.concat([png]) },
  )
  assert.match(textOf(attached), /Papiret er lagt op/)
  const address = /href="([^"]*\/papir\/[0-9a-f-]{36})"/.exec(seen.body)?.[1] ?? assert.fail('no paper')
  const paper = await desk.get(stage.url + address)
  assert.deepEqual([paper.status, paper.type], [200, 'image/png'])
  const employee = stage.browser()
  assert.equal((await employee.get(stage.url + address)).url.pathname, '/login/vaelg')
  assert.equal((await eventsOf('enrolment-paper.viewed')).length, 1)

  const manager = await manage()
  const page = await open(manager, `${list}/${id}`)
  const role = await stage.db
    .selectFrom('role')
    .select('id')
    .where('service_id', '=', medicine)
    .where('status', '=', 'active')
    .executeTakeFirstOrThrow()
  const none = await decide(manager, page, 'godkend', { [`t${medicine}-roller`]: 'nogle' })
  assert.equal(none.status, 422)
  assert.equal(await stateOf(enrolling), 'paper-received')
  const some = { [`t${medicine}-roller`]: 'nogle', [`t${medicine}-rolle`]: role.id, [`t${medicine}-loft-sor`]: '' }
  await decide(manager, page, 'godkend', some)
  const grant = await stage.db
    .selectFrom('service_grant')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select('role_ids')
    .where('organisation.cvr', '=', anotherCvr)
    .executeTakeFirstOrThrow()
  assert.deepEqual(grant.role_ids, [role.id])
})

test('a question goes out, is answered, and of two who decide at once the second is shown what the first did', async () => {
  const enrolling = await onPaper('99010053')
  const id = await idOf(enrolling)
  const [one, other] = [await manage(), await stage.enter(gitte, 'systemforvaltning')]
  const [first, second] = [await open(one, `${list}/${id}`), await open(other, `${list}/${id}`)]
  const wordless = await decide(one, first, 'spoerg', { besked: ' ' })
  assert.equal(wordless.status, 422)
  assert.match(textOf(wordless), /Skriv et spørgsmål/)
  assert.match(textOf(await decide(one, first, 'spoerg', { besked: 'Hvem er leder?' })), /Spørgsmålet er sendt/)
  const late = await decide(other, second, 'godkend')
  assert.equal(late.status, 422)
  assert.match(textOf(late), /Der er sket noget med tilmeldingen .*Vi har spurgt|Vi har spurgt.*Der er sket noget/)
  const progress = await enrolling.browser.get(stage.url + enrolling.path)
  assert.match(textOf(progress), /Vi har et spørgsmål .*Hvem er leder\?/)
  const empty = await post(enrolling.browser, `${enrolling.path}/svar`, { svar: '' })
  assert.equal(empty.status, 422)
  await post(enrolling.browser, `${enrolling.path}/svar`, { svar: 'Det er Henrik.' })
  assert.equal(await stateOf(enrolling), 'paper-received')
  assert.match(textOf(await open(one, `${list}/${id}`)), /Det er Henrik\./)
})

test('a rejection says why to those who enrolled, and nothing is made', async () => {
  const enrolling = await onPaper('99010061')
  const manager = await manage()
  const page = await open(manager, `${list}/${await idOf(enrolling)}`)
  const before = await stage.db.selectFrom('organisation').select('id').execute()
  for (let time = 0; time < 2; time++) await decide(manager, page, 'afvis', { begrundelse: 'I er ikke en klinik.' })
  assert.equal(await stateOf(enrolling), 'rejected')
  assert.match(
    textOf(await enrolling.browser.get(stage.url + enrolling.path)),
    /Den er afvist .*I er ikke en klinik\. .*Begynd en ny/,
  )
  assert.equal((await stage.db.selectFrom('organisation').select('id').execute()).length, before.length)
  assert.equal((await eventsOf('enrolment.rejected')).length, 1)
})

test('of two enrolments of one organisation only one is approved, and they are one case at the desk', async () => {
  const cvr = '99010088'
  const [one, other] = [await onPaper(cvr), await onPaper(cvr)]
  const cases = await stage.db.selectFrom('desk_case').select('path').where('cvr', '=', cvr).execute()
  assert.deepEqual(cases, [{ path: `${list}/${await idOf(one)}` }])
  const manager = await manage()
  const [first, second] = [
    await open(manager, `${list}/${await idOf(one)}`),
    await open(manager, `${list}/${await idOf(other)}`),
  ]
  assert.match(textOf(first), new RegExp(`Der er andre tilmeldinger .*${other.reference.slice(0, 4)}`))
  await decide(manager, first, 'godkend')
  const noted = await open(await stage.enter(birgit, 'servicedesk'), await casePathOf(cvr))
  assert.match(textOf(noted), /Skrevet af SEB: tilmeldingen er godkendt\. En anden tilmelding .*venter stadig\./)
  assert.equal(await caseStateOf(cvr), 'new')
  const taken = await decide(manager, second, 'godkend')
  assert.equal(taken.status, 422)
  assert.match(textOf(taken), /SEB kender allerede en organisation med det CVR-nummer/)
  assert.equal(await stateOf(other), 'paper-received')
  await decide(manager, await open(manager, second.url.pathname), 'afvis', { begrundelse: 'I er tilmeldt.' })
  assert.equal(await caseStateOf(cvr), 'resolved')
})

test('the case of an enrolment is solved by the answer, once, and says in both languages what it was', async () => {
  const [cvr, withdrawnCvr] = ['99010096', '99010118']
  const enrolling = await onPaper(cvr)
  const manager = await manage()
  const page = await open(manager, `${list}/${await idOf(enrolling)}`)
  for (let time = 0; time < 2; time++) await decide(manager, page, 'godkend')
  const found = await stage.db
    .selectFrom('desk_case')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['desk_case.id', 'state', 'due_at', 'organisation.cvr'])
    .where('desk_case.cvr', '=', cvr)
    .executeTakeFirstOrThrow()
  assert.deepEqual(found, { id: found.id, state: 'resolved', due_at: null, cvr })
  const entries = await stage.db.selectFrom('desk_entry').select('kind').where('case_id', '=', found.id).execute()
  assert.deepEqual(entries.map(({ kind }) => kind).sort(), ['asked', 'changed'])
  const events = await stage.db
    .selectFrom('audit_event')
    .select(['action', 'actor_kind'])
    .where('object_id', '=', found.id)
    .where('action', '=', 'desk-case.resolved')
    .execute()
  assert.deepEqual(events, [{ action: 'desk-case.resolved', actor_kind: 'system' }])
  const desk = await stage.enter(birgit, 'servicedesk')
  const path = await casePathOf(cvr)
  assert.match(
    textOf(await open(desk, path)),
    /SEB ændrede sagen Status: fra Ny til Løst Løst af SEB: tilmeldingen er godkendt\./,
  )
  assert.match(textOf(await open(desk, `${path}?sprog=en`)), /Solved by SEB: the enrolment was approved\./)

  const withdrawn = await onPaper(withdrawnCvr)
  await post(withdrawn.browser, `${withdrawn.path}/traek-tilbage`, {})
  assert.equal(await caseStateOf(withdrawnCvr), 'resolved')
})
