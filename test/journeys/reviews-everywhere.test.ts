/** System management asks many organisations for a review at once; each is begun by itself, and its own administrators answer. */
import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { after, test } from 'node:test'
import { randomIds } from '../../src/base/ids.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import { beginBatches } from '../../src/reviews/begin-due.ts'
import { reviewsText } from '../../src/reviews/text.ts'
import { anna, birgit, clinicCvr, sor } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage({
  people: [
    {
      key: 'anna',
      name: anna.name,
      accounts: [
        {
          cvr: clinicCvr,
          key: 'anna',
          professionalUuid: anna.uuid,
          administrator: { level: 'chief' },
          assignments: [{ service: 'medicine', role: 'laege', scopes: { enhed: [sor] }, reason: 'made up' }],
        },
      ],
    },
    {
      key: 'birgit',
      name: birgit.name,
      accounts: [{ cvr: clinicCvr, key: 'birgit', administrator: { level: 'chief' } }],
    },
  ],
})
after(() => stage.close())
const { db, clock, url } = stage
const deps = { db, clock, ids: randomIds, mailKey: mailKeyFrom(randomBytes(32)), publicUrl: new URL(url) }
const list = '/forvaltning/kontrol'
const path = `${list}/ny`
const reviews = () => db.selectFrom('review').select(['organisation_id', 'origin']).execute()
const management = await stage.enter(birgit, 'systemforvaltning')

test('what is wrong stands beside what was typed, and nobody is asked', async () => {
  const page = await stage.fill(management, await stage.open(management, path), { navn: '', art: 'pharmacy' })
  assert.equal(page.status, 422)
  assert.ok(textOf(page).includes(reviewsText.da.begin.mistakes.name))
  const none = await stage.fill(management, await stage.open(management, path), { art: 'pharmacy' })
  assert.match(textOf(none), /Der er ingen aktive organisationer af den slags/)
  assert.deepEqual(await db.selectFrom('review_batch').select('id').execute(), [])
})

test('asked for once, however often the form is sent, it is begun once in each organisation by whichever process', async () => {
  const form = await stage.open(management, path)
  const asked = await stage.fill(management, form, { navn: 'Kontrol af alle' })
  await stage.fill(management, form, { navn: 'Kontrol af alle' })
  assert.match(textOf(asked), /Kontrol af alle .*0 af 2 organisationer er startet/)
  await Promise.all([beginBatches(deps), beginBatches(deps)])
  await beginBatches(deps)
  assert.deepEqual(await reviews(), [{ organisation_id: stage.clinicId, origin: 'system-management' }])
  assert.match(
    textOf(await stage.open(management, list)),
    /2 af 2 organisationer er startet 1 havde ingen roller at kontrollere/,
  )
  const events = await stage.eventsOf('review.asked')
  assert.equal(events.length, 1)
})

test('the organisation’s own administrators answer, and system management sees none of it', async () => {
  const [review] = await db.selectFrom('review').select('id').execute()
  assert.equal((await stage.open(management, `/admin/kontrol/${review?.id}`)).status, 404)
  const chief = await stage.enter(anna)
  assert.match(textOf(await stage.open(chief, '/admin/kontrol')), /Kontrol af alle/)
})

test('whoever does not manage SEB finds no such page', async () => {
  assert.equal((await stage.open(await stage.enter(anna), path)).status, 404)
})

test('an organisation that is closed before its review has begun gets none: nobody there could answer', async () => {
  const asked = await stage.fill(management, await stage.open(management, path), {
    navn: 'For sent',
    tavshed: 'suspend',
  })
  assert.match(textOf(asked), /For sent .*0 af 2 organisationer er startet/)
  await db.updateTable('review_item').set({ decision: 'called-off', decided_at: clock.now() }).execute()
  await db.updateTable('role_assignment').set({ unanswered_from: null }).execute()
  const status = (to: 'closed' | 'active') =>
    db.updateTable('organisation').set({ status: to }).where('id', '=', stage.clinicId).execute()
  await status('closed')
  await beginBatches(deps)
  await status('active')
  assert.match(textOf(await stage.open(management, list)), /For sent .*2 af 2 organisationer er startet/)
  assert.equal((await reviews()).length, 1)
  const stops = await db.selectFrom('role_assignment').select('id').where('unanswered_from', 'is not', null).execute()
  assert.deepEqual(stops, [])
})
