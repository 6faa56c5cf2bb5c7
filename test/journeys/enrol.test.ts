/** An organisation that SEB does not know enrols: filled in, resumed, corrected, and signed with MitID Erhverv. */
import assert from 'node:assert/strict'
import { createHash, randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { casePort } from '../../src/desk/cases/case-port.ts'
import { forgetOldEnrolments } from '../../src/enrolment/enrolments.store.ts'
import { lapseEnrolments } from '../../src/enrolment/lapse-enrolments.job.ts'
import { serviceDesk } from '../../src/web/desk.ts'
import { clinicCvr } from '../support/clinic.ts'
import { openClinicStage, textOf } from '../support/clinic-stage.ts'
import {
  anotherCvr,
  begin,
  contactMail,
  type Enrolling,
  fillIn,
  henrik,
  linkIn,
  logInToSign,
  openToSign,
  post,
  sign,
  signerMail,
  typedOrganisation,
  typedPeople,
} from '../support/enrolling.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage({ TRUSTED_PROXIES: '1' })
after(() => stage.close())

const rowOf = ({ reference }: Enrolling) =>
  stage.db.selectFrom('enrolment').selectAll().where('reference', '=', reference).executeTakeFirstOrThrow()
const mailsTo = async (email: string) => (await stage.mails()).filter(({ to }) => to.email === email)

test('whoever begins twice with one form has one enrolment and one mail, and the mail opens it anywhere', async () => {
  const browser = stage.browser()
  const fields = { id: randomUUID(), navn: 'Kontakt', mail: 'to-gange@klinik.example' }
  const first = await post(stage, browser, '/tilmeld', fields)
  const second = await post(stage, browser, '/tilmeld', fields)
  assert.equal(second.url.pathname, first.url.pathname)
  assert.equal((await mailsTo('to-gange@klinik.example')).length, 1)
  const elsewhere = stage.browser()
  assert.equal((await elsewhere.get(`${stage.url}${first.url.pathname}`)).status, 404)
  const resumed = await elsewhere.get(await linkIn(stage, 'to-gange@klinik.example', /tilmelding til SEB/))
  assert.equal(resumed.status, 200)
  assert.match(textOf(resumed), /Den er ikke sendt endnu .*Fortsæt tilmeldingen/)
})

test('the address of an enrolment opens nothing without its link, whether there is one or not', async () => {
  const { path } = await begin(stage, 'hemmelig@klinik.example')
  const stranger = stage.browser()
  const there = await stranger.get(`${stage.url}${path}`)
  const nowhere = await stranger.get(`${stage.url}/tilmeld/0A0A0A0A`)
  assert.deepEqual([there.status, textOf(there)], [404, textOf(nowhere)])
  const other = await begin(stage, 'anden@klinik.example')
  assert.equal((await other.browser.get(`${stage.url}${path}/organisation`)).status, 404)
})

test('what is wrong is said beside the field and kept, also on the way back', async () => {
  const enrolling = await begin(stage)
  const { browser, path } = enrolling
  const wrong = await post(stage, browser, `${path}/organisation`, { ...typedOrganisation, cvr: '99010011', navn: '' })
  assert.equal(wrong.status, 422)
  assert.match(textOf(wrong), /Det er gemt, men noget skal rettes .*Det CVR-nummer findes ikke\. .*Skriv et navn\./)
  assert.match(wrong.body, /value="99010011"/)
  await post(stage, browser, `${path}/organisation`, { ...typedOrganisation, 'enhed-1-sor': '12' })
  const people = { ...typedPeople, 'sikkerhed-mail': 'ikke en mail', til: 'tilbage' }
  const back = await post(stage, browser, `${path}/personer`, people)
  assert.equal(back.url.pathname, `${path}/organisation`)
  assert.match(back.body, /value="12"/)
  const again = await browser.get(`${stage.url}${path}/personer`)
  assert.match(again.body, /value="ikke en mail"/)
  const check = await browser.get(`${stage.url}${path}/kontrol`)
  assert.match(textOf(check), /Der mangler noget, før der kan skrives under Organisation Personer Tjenester/)
  assert.doesNotMatch(textOf(check), /Send til underskrift/)
  const pressed = await post(stage, browser, `${path}/underskrift`, { hvordan: 'mail' })
  assert.equal(pressed.url.pathname, `${path}/kontrol`)
  assert.equal((await rowOf(enrolling)).state, 'draft')
})

test('units come and go without anything being lost', async () => {
  const { browser, path } = await begin(stage)
  const more = await post(stage, browser, `${path}/organisation`, { ...typedOrganisation, til: 'enhed' })
  assert.match(textOf(more), /Enhed 1 .*Enhed 2/)
  const two = { ...typedOrganisation, 'enhed-1-navn': 'Åen', 'enhed-2-navn': 'Broen', 'enhed-2-sor': '990100000000102' }
  const fewer = await post(stage, browser, `${path}/organisation`, { ...two, til: 'uden-1' })
  assert.doesNotMatch(textOf(fewer), /Enhed 2/)
  assert.match(fewer.body, /value="Broen"/)
  const same = await post(stage, browser, `${path}/organisation`, { ...two, 'enhed-2-navn': 'åen', til: 'videre' })
  assert.match(textOf(same), /To enheder kan ikke hedde det samme/)
})

test('an organisation that is enrolled is led on to its administrator, and nobody is named', async () => {
  const { browser, path } = await begin(stage)
  // The made-up clinic has a number with a wrong check digit, so one that passes is given to it for this.
  await stage.db.updateTable('organisation').set({ cvr: anotherCvr }).where('cvr', '=', clinicCvr).execute()
  try {
    const taken = await post(stage, browser, `${path}/organisation`, { ...typedOrganisation, cvr: anotherCvr })
    assert.equal(taken.status, 422)
    assert.match(textOf(taken), /allerede i SEB.*bed jeres brugeradministrator .*Bed om adgang/)
    assert.match(taken.body, /href="\/mig\/anmod"/)
    assert.match(taken.body, /href="\/mig\/administrator"/)
    assert.doesNotMatch(textOf(taken), /Lægerne ved Broen|Anna|Birgit/)
  } finally {
    await stage.db.updateTable('organisation').set({ cvr: clinicCvr }).where('cvr', '=', anotherCvr).execute()
  }
})

test('a CPR number in what somebody writes is refused, and nothing of it is kept', async () => {
  const enrolling = await begin(stage)
  const { browser, path } = enrolling
  for (const field of ['navn', 'adresse']) {
    const page = await post(stage, browser, `${path}/organisation`, { ...typedOrganisation, [field]: 'Bo 010190-1234' })
    assert.equal(page.status, 422)
    assert.match(textOf(page), /Et CPR-nummer må ikke stå her/)
  }
  assert.doesNotMatch(JSON.stringify((await rowOf(enrolling)).typed), /010190/)
})

test('a link that was lost is mailed again, and nobody learns whether there was one', async () => {
  const email = 'glemsom@klinik.example'
  await begin(stage, email)
  const browser = stage.browser()
  const unknown = await post(stage, browser, '/tilmeld/link', { mail: 'ingen@klinik.example' })
  for (let time = 0; time < 3; time++) {
    const known = await post(stage, browser, '/tilmeld/link', { mail: email.toUpperCase() })
    assert.equal(textOf(known), textOf(unknown))
  }
  assert.deepEqual((await mailsTo(email)).map(({ content }) => content.subject).sort(), [
    'Din tilmelding til SEB',
    'Linket til jeres tilmelding',
  ])
  assert.equal((await mailsTo('ingen@klinik.example')).length, 0)
})

test('somebody else’s mailbox is not filled by whoever types its address', async () => {
  for (let time = 0; time < 7; time++) await begin(stage, 'offer@klinik.example')
  assert.equal((await mailsTo('offer@klinik.example')).length, 5)
})

test('nobody begins enrolments, has mails sent or uploads papers faster than anybody does by hand', async () => {
  const post = (path: string, from: string) =>
    fetch(stage.url + path, {
      method: 'POST',
      headers: { 'x-forwarded-for': from, origin: stage.url, 'content-type': 'application/x-www-form-urlencoded' },
      redirect: 'manual',
    })
  const paths = ['/tilmeld', '/tilmeld/link', '/tilmeld/4F7K92QD/underskrift', '/tilmeld/4F7K92QD/papir']
  for (let time = 0; time < 30; time++) assert.notEqual((await post(paths[time % 4] ?? '', '203.0.113.77')).status, 429)
  for (const path of paths) assert.equal((await post(path, '203.0.113.77')).status, 429, path)
  assert.equal((await post('/tilmeld', '203.0.113.78')).status, 422)
})

test('somebody else’s mailbox is not filled by naming its owner as whoever is to sign, again and again or in many enrolments; on paper it goes on', async () => {
  const victim = 'skal-skrive-under@klinik.example'
  const people = { 'sikkerhed-mail': victim }
  const first = await begin(stage, 'en@klinik.example')
  await fillIn(stage, first, { people })
  const send = (one: Enrolling) => post(stage, one.browser, `${one.path}/underskrift`, { hvordan: 'mail' })
  for (let time = 0; time < 4; time++) assert.match(textOf(await send(first)), /Linket er sendt\./)
  const second = await begin(stage, 'to@klinik.example')
  await fillIn(stage, second, { people: { 'sikkerhed-mail': victim.toUpperCase() } })
  await send(second)
  const third = await begin(stage, 'tre@klinik.example')
  await fillIn(stage, third, { people })
  for (const one of [first, third])
    assert.match(textOf(await send(one)), /Vent til i morgen, eller skriv under på papir/)
  assert.equal((await stage.mails()).filter(({ to }) => to.email.toLowerCase() === victim).length, 5)
  assert.equal((await rowOf(third)).state, 'awaiting-signature')
})

test('what somebody types as a name makes no link in a mail from SEB', async () => {
  const browser = stage.browser()
  const fields = { id: randomUUID(), navn: 'Se https://ond.example', mail: 'navn@klinik.example' }
  assert.equal((await post(stage, browser, '/tilmeld', fields)).status, 422)
  const enrolling = await begin(stage, 'navn-to@klinik.example')
  const signer = 'navngiven@klinik.example'
  await fillIn(stage, enrolling, { organisation: { navn: 'Se ond.example nu' }, people: { 'sikkerhed-mail': signer } })
  await post(stage, enrolling.browser, `${enrolling.path}/underskrift`, { hvordan: 'mail' })
  const [mail] = await mailsTo(signer)
  assert.match(mail?.content.subject ?? '', /^CVR 99010010 skal tilmeldes SEB/)
  assert.doesNotMatch(JSON.stringify(mail?.content), /ond\.example/)
})

test('a name that is as long as it may be, and ends in half of a character, is kept', async () => {
  const enrolling = await begin(stage, 'halv@klinik.example')
  const navn = `${'x'.repeat(199)}😀`
  const page = await post(stage, enrolling.browser, `${enrolling.path}/organisation`, { ...typedOrganisation, navn })
  assert.equal(page.status, 200)
})

test('an enrolment is signed with MitID Erhverv: what was shown is kept, sealed and had as a PDF', async () => {
  const enrolling = await begin(stage)
  const check = await fillIn(stage, enrolling)
  assert.match(textOf(check), /Lægerne ved Åen I\/S .*99 01 00 10 .*SOR-kode 990100000000101 .*Henrik Bach Lindholm/)
  await enrolling.browser.press(check, 'Send til underskrift')
  // Pressed once more in a window that stood open.
  await enrolling.browser.press(check, 'Send til underskrift')
  assert.equal((await mailsTo(signerMail)).length, 1)
  const { browser, page } = await openToSign(stage, henrik)
  assert.match(textOf(page), /Du er logget ind som Henrik Bach Lindholm for CVR-nummer 99010010/)
  const withoutTick = await browser.press(page, 'Skriv under')
  assert.equal(withoutTick.status, 422)
  assert.match(textOf(withoutTick), /Sæt kryds, hvis du må skrive under for Lægerne ved Åen/)
  for (let time = 0; time < 2; time++) assert.match(textOf(await sign(browser, page)), /Du har skrevet under/)
  const row = await rowOf(enrolling)
  assert.equal(row.state, 'signed')
  const signatures = await stage.db
    .selectFrom('enrolment_signature')
    .selectAll()
    .where('enrolment_id', '=', row.id)
    .execute()
  assert.equal(signatures.length, 1)
  const [signature] = signatures
  assert.equal(signature?.name, henrik.name)
  const hash = createHash('sha256')
    .update(signature?.shown ?? '')
    .digest('hex')
  const event = (await stage.events(enrolling.reference)).find(({ action }) => action === 'enrolment.signed')
  assert.match(JSON.stringify(event?.details), new RegExp(hash))
  for (const { agent, address } of [
    { agent: browser, address: '/tilmeld/underskriv/tilmelding.pdf' },
    { agent: enrolling.browser, address: `${enrolling.path}/tilmelding.pdf` },
  ]) {
    const pdf = await agent.get(stage.url + address)
    assert.deepEqual([pdf.status, pdf.type, pdf.body.slice(0, 5)], [200, 'application/pdf', '%PDF-'])
  }
  const progress = await enrolling.browser.get(stage.url + enrolling.path)
  assert.match(textOf(progress), /Den er underskrevet og sendt .*højst 2 dage\. .*skrevet under med MitID Erhverv/)
  assert.equal((await mailsTo(contactMail)).filter(({ content }) => /Vi har fået/.test(content.subject)).length, 1)
})

test('an organisation that has signed one enrolment cannot sign another beside it', async () => {
  const enrolling = await begin(stage)
  await enrolling.browser.press(await fillIn(stage, enrolling), 'Send til underskrift')
  const { browser, page } = await openToSign(stage, henrik)
  const refused = await sign(browser, page)
  assert.equal(refused.status, 409)
  assert.match(textOf(refused), /har skrevet under på en anden tilmelding/)
})

test('whoever is logged in for another CVR number is told so, sees nothing of it, and it is in the log', async () => {
  const enrolling = await begin(stage)
  await enrolling.browser.press(
    await fillIn(stage, enrolling, { organisation: { cvr: anotherCvr } }),
    'Send til underskrift',
  )
  const { page } = await openToSign(stage, henrik)
  assert.equal(page.status, 403)
  assert.match(textOf(page), /for CVR-nummer 99010002, og du er logget ind for 99010010/)
  assert.doesNotMatch(textOf(page), /Åstien/)
  const event = (await stage.events(enrolling.reference)).find(({ action }) => action === 'enrolment.signature-refused')
  assert.deepEqual([event?.outcome, event?.details], ['refused', { why: 'wrong-organisation', cvr: '99010010' }])
  const citizen: TestPerson = {
    kind: 'person',
    uuid: randomUUID(),
    name: henrik.name,
    cpr: '010190-1234'.replace('-', ''),
  }
  const { page: privately } = await openToSign(stage, citizen)
  assert.match(textOf(privately), /Du er logget ind som privatperson/)
})

test('what is corrected while somebody reads is not what they sign, and the old link is dead', async () => {
  const enrolling = await begin(stage)
  const own = { organisation: { cvr: anotherCvr } }
  const signer = { ...henrik, cvr: anotherCvr, uuid: randomUUID() }
  const check = await fillIn(stage, enrolling, own)
  const leading = await enrolling.browser.press(check, 'Jeg skriver selv under nu')
  const { browser, page } = await logInToSign(stage, signer, enrolling.browser, leading)
  const progress = await browser.get(stage.url + enrolling.path)
  await browser.press(progress, 'Send linket')
  const mailed = await linkIn(stage, signerMail, /skriv under/)
  await post(stage, browser, `${enrolling.path}/ret`, {})
  await post(stage, browser, `${enrolling.path}/organisation`, {
    ...typedOrganisation,
    ...own.organisation,
    adresse: 'Ny 1',
  })
  assert.equal((await sign(browser, page)).status, 410)
  assert.equal((await stage.browser().get(mailed)).status, 404)
  const again = await browser.get(`${stage.url}${enrolling.path}/kontrol`)
  await browser.press(again, 'Jeg skriver selv under nu')
  const changed = await sign(browser, page)
  assert.equal(changed.status, 422)
  assert.match(textOf(changed), /rettet, siden du åbnede siden\. .*Ny 1/)
  assert.match(textOf(await sign(browser, changed)), /Du har skrevet under/)
})

test('nobody fills in more than 25 fields, the one who signs included', () => {
  const start = ['navn', 'mail']
  const [services, signature] = [1, 1]
  const typed = [...start, ...Object.keys(typedOrganisation), ...Object.keys(typedPeople)].length + services + signature
  assert.ok(typed <= 25, `${typed}`)
})

test('one that is withdrawn, or that nobody signed in time, is over', async () => {
  const enrolling = await begin(stage)
  const { browser, path } = enrolling
  const sure = await browser.get(`${stage.url}${path}/traek-tilbage`)
  assert.match(textOf(await browser.press(sure, 'Træk tilmeldingen tilbage')), /Den er trukket tilbage/)
  const saved = await post(stage, browser, `${path}/organisation`, typedOrganisation)
  assert.equal(saved.url.pathname, path)
  const late = await begin(stage)
  await stage.db
    .updateTable('enrolment')
    .set({ expires_at: stage.clock.now() })
    .where('reference', '=', late.reference)
    .execute()
  assert.match(textOf(await late.browser.get(stage.url + late.path)), /Den er udløbet/)
  const cases = casePort({ clock: stage.clock, ids: randomIds, desk: serviceDesk })
  const lapsing = { db: stage.db, clock: stage.clock, ids: randomIds, cases }
  for (let time = 0; time < 2; time++) await lapseEnrolments(lapsing)
  assert.equal((await rowOf(late)).state, 'expired')
  assert.equal((await stage.events(late.reference)).filter(({ action }) => action === 'enrolment.expired').length, 1)
  assert.match(textOf(await late.browser.get(stage.url + late.path)), /Det er der sket .*Den udløb/)
  const later = new Date(stage.clock.now().getTime() + 1)
  await stage.db.transaction().execute((trx) => forgetOldEnrolments(trx, later, 100))
  const forgotten = await rowOf(late)
  assert.deepEqual([forgotten.typed, forgotten.contact_email], [{}, ''])
  assert.equal((await late.browser.get(stage.url + late.path)).status, 404)
})
