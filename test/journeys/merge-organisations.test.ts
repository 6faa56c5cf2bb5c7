/** One organisation is merged into another: people and units move, and no role leaks from one to the other. (Security D12) */
import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { after, test } from 'node:test'
import { beginReview } from '../../src/reviews/begin-review.ts'
import { daysAfter } from '../../src/reviews/review.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { anna, clinicCvr, otherCvr, sor } from '../support/clinic.ts'
import { textOf } from '../support/clinic-stage.ts'
import { gitte, openManagementStage } from '../support/management-stage.ts'
import { notifyDeps } from '../support/notify-deps.ts'
import type { TestPerson } from '../support/test-provider.ts'

const uuid = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`
const dan: TestPerson = { ...anna, uuid: uuid('3'), name: 'Dan Ege' }
const frida: TestPerson = { ...anna, uuid: uuid('4'), name: 'Frida Hav', cvr: otherCvr }
const laege = { service: 'medicine', role: 'laege', scopes: { enhed: [sor] }, reason: 'made up' }
const stage = await openManagementStage({
  organisations: [
    { cvr: otherCvr, name: 'Fjordby Kommune', kind: 'municipality', units: [{ key: 'klinik', name: 'Taken' }] },
  ],
  grants: [{ cvr: otherCvr, service: 'medicine', ceilings: { sor: [sor] } }],
  people: [
    {
      key: 'anna',
      name: anna.name,
      accounts: [
        {
          cvr: clinicCvr,
          key: 'anna',
          unit: 'klinik',
          professionalUuid: anna.uuid,
          rid: '77',
          administrator: { level: 'chief' },
        },
      ],
    },
    {
      key: 'dan',
      name: dan.name,
      accounts: [
        { cvr: clinicCvr, key: 'dan', unit: 'klinik', professionalUuid: dan.uuid, assignments: [laege] },
        { cvr: otherCvr, key: 'dan', professionalUuid: dan.uuid },
      ],
    },
    {
      key: 'eva',
      name: 'Eva Fog',
      accounts: [
        {
          cvr: clinicCvr,
          key: 'eva',
          professionalUuid: uuid('5'),
          status: 'ended',
          unit: 'klinik',
          assignments: [{ ...laege, scopes: { enhed: ['999900000000099'] } }],
        },
      ],
    },
  ],
})
after(() => stage.close())
const { open, post, fill, eventsOf } = stage
const organisations = '/forvaltning/organisationer'
const merge = `${organisations}/${stage.clinicId}/laeg-sammen/${stage.municipalityId}`
const manage = () => stage.enter(gitte, 'systemforvaltning')
const inMunicipality = (person: TestPerson) => ({ ...person, cvr: otherCvr, orgName: 'Fjordby Kommune' })
const accountsOf = (key: string) =>
  stage.db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['account.id', 'organisation_id', 'status', 'rid', 'unit_id'])
    .where('person.key', '=', key)
    .execute()

const terms = { unitIds: null, serviceIds: null, onlySensitive: false, silence: 'suspend', origin: 'chief' } as const
const deadline = daysAfter(stage.clock.now(), 20)
const review = { id: randomUUID(), name: 'Under way', ...terms, deadline, batchId: null }
await inOrganisation(stage.db, stage.clinicId, (trx) =>
  beginReview(notifyDeps(stage.clock), trx, stage.clinicId, null, review),
)

test('the receiving organisation is found by name, and needs somebody who can decide about those who come', async () => {
  const browser = await manage()
  const choose = await open(browser, `${organisations}/${stage.clinicId}/laeg-sammen?soeg=fjordby`)
  assert.match(textOf(choose), /Fjordby Kommune , 99999902 Vælg/)
  const orphaned = await open(browser, merge)
  assert.match(textOf(orphaned), /ingen overbrugeradministrator, der kan handle/)
  assert.doesNotMatch(textOf(orphaned), /Læg organisationerne sammen/)
  assert.equal((await open(browser, `${organisations}/${stage.clinicId}/laeg-sammen/${stage.clinicId}`)).status, 404)
})

test('what moves, what ends and who loses what is said first, and nothing happens with another effect', async () => {
  await stage.apply({
    people: [
      {
        key: 'frida',
        name: frida.name,
        accounts: [{ cvr: otherCvr, key: 'frida', professionalUuid: frida.uuid, administrator: { level: 'chief' } }],
      },
    ],
  })
  const browser = await manage()
  const question = textOf(await open(browser, merge))
  // Anna's role in referrals, and Dan's in medicine: he has an account in the municipality.
  assert.match(question, /2 personer mister 2 rettigheder/)
  assert.match(question, /flytter til Fjordby Kommune: 2\. .*i forvejen: 1\. .*1 rettighed hos 1 person følger med/)
  assert.match(question, /Region Broen taler kun for Lægerne ved Broen/)
  assert.equal((await post(browser, merge, { set: 'x' })).status, 422)
  assert.equal((await accountsOf('anna'))[0]?.organisation_id, stage.clinicId)
})

test('sent twice it happens once, and both organisations’ logs tell of it', async () => {
  const browser = await manage()
  const question = await open(browser, merge)
  for (let time = 0; time < 2; time++)
    assert.match(textOf(await fill(browser, question, {})), /Fjordby Kommune .*Organisationerne er lagt sammen/)
  assert.equal((await eventsOf('organisation.merged')).length, 1)
  assert.equal((await eventsOf('organisation.received')).length, 1)
  assert.equal((await eventsOf('account.moved')).length, 2)
  const page = textOf(await open(browser, `${organisations}/${stage.clinicId}`))
  assert.match(page, /Lukket .*Lagt sammen med Fjordby Kommune/)
  assert.doesNotMatch(page, /Åbn organisationen igen/)
  assert.equal((await open(browser, `${organisations}/${stage.clinicId}/aabn`)).status, 404)
})

test('who moved has in the receiving organisation only what it has been granted, and a later grant wakes nothing', async () => {
  const moved = inMunicipality(anna)
  assert.equal((await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, anna)).status, 403)
  assert.equal((await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, moved)).forms.length, 1)
  await stage.apply({ grants: [{ cvr: otherCvr, service: 'referrals' }] })
  assert.equal((await stage.logIn(stage.browser(), stage.referrals, stage.nemlogin, moved)).status, 403)
})

test('who was in both keeps what the receiving organisation has decided, and nothing from the other', async () => {
  const both = await accountsOf('dan')
  assert.deepEqual(both.map(({ organisation_id, status }) => [organisation_id === stage.clinicId, status]).sort(), [
    [false, 'active'],
    [true, 'ended'],
  ])
  assert.equal((await stage.logIn(stage.browser(), stage.medicine, stage.nemlogin, inMunicipality(dan))).status, 403)
})

test('a RID number stays behind, units move with free keys, and who administered one does not administer the other', async () => {
  const [moved] = await accountsOf('anna')
  assert.deepEqual([moved?.organisation_id, moved?.rid], [stage.municipalityId, null])
  const units = await stage.db.selectFrom('unit').select(['id', 'key', 'organisation_id']).execute()
  assert.ok(units.every(({ organisation_id }) => organisation_id === stage.municipalityId))
  assert.ok(units.some(({ id, key }) => id === key && id === moved?.unit_id))
  const browser = await stage.enter(inMunicipality(anna))
  assert.equal((await open(browser, '/admin/administratorer')).status, 404)
  assert.match(textOf(await open(await stage.enter(frida), '/admin/medarbejdere')), /Anna Bro/)
})

test('a review that was under way is called off: nobody there answers any more, and silence stops nothing that followed', async () => {
  const items = await stage.db
    .selectFrom('review_item')
    .select('decision')
    .where('review_id', '=', review.id)
    .groupBy('decision')
    .execute()
  assert.deepEqual(items, [{ decision: 'called-off' }])
  const stops = await stage.db
    .selectFrom('role_assignment')
    .select('id')
    .where('unanswered_from', 'is not', null)
    .where('withdrawn_at', 'is', null)
    .execute()
  assert.deepEqual(stops, [])
  assert.equal((await eventsOf('review.called-off')).length, 1)
})

test('a document leaves what has been merged closed', async () => {
  await stage.apply({
    organisations: [{ cvr: clinicCvr, name: 'Lægerne ved Broen', kind: 'general-practice', status: 'active' }],
  })
  const { status } = await stage.db
    .selectFrom('organisation')
    .select('status')
    .where('id', '=', stage.clinicId)
    .executeTakeFirstOrThrow()
  assert.equal(status, 'closed')
})
