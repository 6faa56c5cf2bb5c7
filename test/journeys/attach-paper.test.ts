/** The signed paper of an enrolment comes by mail, and the desk attaches it: from the case it came in. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { openCase } from '../../src/desk/cases/open-case.ts'
import { insertAttachments } from '../../src/desk/mail-in/mails-in.store.ts'
import { sealAttachment } from '../../src/desk/mail-in/seal-attachment.ts'
import { serviceDesk } from '../../src/web/desk.ts'
import { anna, birgit } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { begin, fillIn, newCvr, png } from '../support/enrolling.ts'
import { openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage()
after(() => stage.close())
const { db, clock } = stage
const desk = await stage.enter(birgit, 'servicedesk')
const list = '/forvaltning/tilmeldinger'

/** As a mail with the CVR number in its subject leaves it. */
async function mailedCase(
  cvr: string | null,
  bytes: Uint8Array,
  subject = `SEB ${cvr}`,
): Promise<{ path: string; attachment: string; id: string }> {
  const asked = { kind: 'other', subject, words: 'Se bilag.', name: 'Kontakt', phone: '', cvr } as const
  const [entryId, attachment] = [randomIds.uuid(), randomIds.uuid()]
  const { id } = await db.transaction().execute(async (trx) => {
    const mail = { ...asked, email: 'kontakt@laegernevedaaen.example', language: 'da', source: 'mail' } as const
    const opened = await openCase({ clock, ids: randomIds, desk: serviceDesk }, trx, mail, { entry: 'follows' })
    const received = { id: entryId, case_id: opened.id, at: clock.now(), kind: 'received' as const }
    await trx.insertInto('desk_entry').values(received).execute()
    const sealed = sealAttachment(stage.attachmentKey, attachment, bytes)
    const file = { id: attachment, entryId, name: 'underskrift.png', kind: 'png' as const, size: bytes.length, sealed }
    await insertAttachments(trx, [file])
    return opened
  })
  return { id, path: `/desk/sager/${id}`, attachment }
}
const enrolmentOf = (reference: string) =>
  db.selectFrom('enrolment').select(['id', 'state']).where('reference', '=', reference).executeTakeFirstOrThrow()
const countOf = async (table: 'enrolment_paper' | 'desk_case') =>
  Number(
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('count'))
        .executeTakeFirstOrThrow()
    ).count,
  )

test('the desk attaches what came by mail to the enrolment: once, and the case is that of the enrolment from then on', async () => {
  const enrolling = await begin(stage)
  const subject = `Underskrevet: SEB ${enrolling.reference.slice(0, 4)} ${enrolling.reference.slice(4)}`
  const { path, id, attachment } = await mailedCase(null, png, subject)
  assert.doesNotMatch(textOf(await stage.open(desk, path)), /Læg ved tilmeldingen/)
  const check = await fillIn(stage, enrolling)
  await enrolling.browser.press(check, 'Skriv under på papir')
  const page = await stage.open(desk, path)
  for (let time = 0; time < 2; time++) {
    const form = page.forms.find(({ action }) => action.pathname.endsWith(attachment)) ?? assert.fail(textOf(page))
    const done = await desk.submit(form)
    assert.match(textOf(done), /Papiret er lagt ved tilmeldingen\./)
    assert.match(textOf(done), /underskrift\.png er lagt ved tilmelding [0-9A-Z]{4}/)
    assert.doesNotMatch(textOf(done), /Læg ved tilmeldingen/)
  }
  const enrolment = await enrolmentOf(enrolling.reference)
  assert.equal(enrolment.state, 'paper-received')
  assert.deepEqual([await countOf('enrolment_paper'), await countOf('desk_case')], [1, 1])
  const standing = await db.selectFrom('desk_case').select(['kind', 'path', 'cvr']).executeTakeFirstOrThrow()
  assert.deepEqual(standing, { kind: 'enrolment', path: `${list}/${enrolment.id}`, cvr: newCvr })
  assert.equal((await stage.eventsOf('desk-case.paper-attached')).length, 1)
  assert.equal((await stage.eventsOf('enrolment-paper.added')).length, 1)
  assert.match(textOf(await enrolling.browser.get(stage.url + enrolling.path)), /Vi har fået det underskrevne papir/)

  const manager = await stage.enter(birgit, 'systemforvaltning')
  const decide = await stage.open(manager, `${list}/${enrolment.id}`)
  assert.match(textOf(decide), /Underskrevet på papir/)
  await stage.post(manager, `${list}/${enrolment.id}/afvis`, {
    ...(decide.forms.find(({ action }) => action.pathname.endsWith('/afvis'))?.fields ?? {}),
    begrundelse: 'I er ikke en klinik.',
  })
  assert.match(textOf(await stage.open(desk, path)), /Løst af SEB: tilmeldingen er afvist\./)
  const late = await stage.post(desk, `${path}/bilag/${attachment}`, { tilmelding: enrolment.id })
  // It was done before: sent again, it is still done.
  assert.equal(late.status, 200)
  assert.equal(
    (await db.selectFrom('desk_case').select('state').where('id', '=', id).executeTakeFirst())?.state,
    'resolved',
  )
})

test('what is no paper is refused with why, and so is an enrolment of another number or one that takes none', async () => {
  const cvr = '99010126'
  const enrolling = await begin(stage)
  const check = await fillIn(stage, enrolling, { organisation: { cvr } })
  await enrolling.browser.press(check, 'Skriv under på papir')
  const { id: enrolmentId } = await enrolmentOf(enrolling.reference)
  const script = await mailedCase(cvr, Buffer.from('<script>alert(1)</script>'))
  const refused = await stage.post(desk, `${script.path}/bilag/${script.attachment}`, { tilmelding: enrolmentId })
  assert.equal(refused.status, 422)
  assert.match(refused.body, new RegExp(`href="#bilag-${script.attachment}"`))
  assert.match(textOf(refused), /Filen hedder noget med PDF, JPEG eller PNG, men er noget andet/)
  const other = await mailedCase('99010134', png)
  for (const tilmelding of [enrolmentId, randomIds.uuid(), 'x', '']) {
    const page = await stage.post(desk, `${other.path}/bilag/${other.attachment}`, { tilmelding })
    assert.equal(page.status, 422, tilmelding)
    assert.match(textOf(page), /Tilmeldingen tager ikke imod papirer nu/)
  }
  assert.equal((await enrolmentOf(enrolling.reference)).state, 'awaiting-signature')
  assert.equal(await countOf('enrolment_paper'), 1)
  const employee = await stage.enter(anna)
  const asked = await stage.post(employee, `${script.path}/bilag/${script.attachment}`, { tilmelding: enrolmentId })
  assert.equal(asked.status, 404)
})
