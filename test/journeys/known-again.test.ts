/** How a log-in is known to be a person: what is registered, what is linked at the first log-in, and what may change. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { samlAttributeNames } from '../../src/protocols/saml/oio/attribute-names.ts'
import { anna, clinicCvr } from '../support/clinic.ts'
import { fieldsFor, openClinicStage } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'

const stage = await openClinicStage()
after(() => stage.close())
const { region, nemlogin } = stage
const medicine = await stage.service('known-again')

const uuid = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`
const [former, present] = [uuid('1'), uuid('2')]
const jens = (professionalUuid: string, rid?: string): TestPerson => ({
  ...anna,
  uuid: professionalUuid,
  name: 'Jens Krog',
  attributes: rid ? { [samlAttributeNames.rid]: [rid] } : {},
})

await stage.apply({
  services: [
    {
      key: medicine.key,
      names: { da: 'Prøve', en: 'Trial' },
      shortName: 'Prøve',
      audience: 'professional',
      lowestAssurance: 'Substantial',
      access: 'account',
      identityProviders: ['region', 'nemlogin'],
      metadata: { inline: medicine.metadata },
    },
  ],
  grants: [{ cvr: clinicCvr, service: medicine.key }],
  people: [
    { key: 'kaja', name: 'Kaja Lund', accounts: [{ cvr: clinicCvr, key: 'kaja', rid: '4343' }] },
    {
      key: 'jens',
      name: 'Jens Krog',
      accounts: [{ cvr: clinicCvr, key: 'jens', professionalUuid: former, rid: '4242' }],
    },
  ],
})

async function nameOf(person: TestPerson, provider = nemlogin): Promise<string> {
  const page = await stage.logIn(stage.browser(), medicine, provider, person)
  return (await medicine.read(fieldsFor(page, medicine))).nameID
}

const linked = async () =>
  (await stage.events()).filter(({ action }) => action === 'identity.linked').map(({ details }) => details)

test('the first log-in is linked to the account that the organisation registered, and told of in the audit', async () => {
  const name = await nameOf(jens(former))
  assert.deepEqual((await linked()).at(-1), { identityProvider: 'nemlogin', ground: 'professional-uuid' })
  const count = (await linked()).length
  assert.equal(await nameOf(jens(former)), name)
  assert.equal((await linked()).length, count, 'known from now on')
})

test('a UUID that changed is followed where CVR and RID agree, and the service knows the person again', async () => {
  const name = await nameOf(jens(former))
  assert.equal(await nameOf(jens(present, '4242')), name)
  assert.deepEqual((await linked()).at(-1), { identityProvider: 'nemlogin', ground: 'rid' })
  assert.equal(await nameOf(jens(present)), name, 'from then on without the RID')
})

test('somebody registered by RID alone is found by it, and the audit names that ground', async () => {
  const attributes = { [samlAttributeNames.rid]: ['4343'], [samlAttributeNames.professionalUuid]: [] }
  await nameOf({ ...anna, uuid: uuid('4'), name: 'Kaja Lund', attributes })
  assert.deepEqual((await linked()).at(-1), { identityProvider: 'nemlogin', ground: 'rid' })
})

test('the same RID in another organisation is somebody else', async () => {
  const other = { ...jens(uuid('3'), '4242'), cvr: '99999902', orgName: 'Fjordby Kommune' }
  const page = await stage.logIn(stage.browser(), medicine, nemlogin, other)
  assert.equal(page.status, 403)
})

test('a person is the same to a service whichever way they log in', async () => {
  const name = await nameOf(jens(present))
  assert.equal(await nameOf(jens(present), region), name)
})
