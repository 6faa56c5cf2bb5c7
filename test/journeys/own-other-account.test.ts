/** Somebody with two accounts in one organisation decides about neither of them. (Domain model, invariant 2) */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { accountId, appoint } from '../support/administration.ts'
import { anna, clinicCvr } from '../support/clinic.ts'
import { openManagementStage } from '../support/management-stage.ts'

const stage = await openManagementStage({
  people: [
    {
      key: 'anna',
      name: anna.name,
      accounts: [
        { cvr: clinicCvr, key: 'anna', professionalUuid: anna.uuid },
        { cvr: clinicCvr, key: 'anna-vikar', status: 'suspended' },
      ],
    },
  ],
})
after(() => stage.close())
await appoint(stage, await accountId(stage, 'anna'), { level: 'chief' })
const other = await accountId(stage, 'anna-vikar')

test('a chief administrator can neither reopen nor hand over their own other account, by any form', async () => {
  const browser = await stage.enter(anna)
  const employee = `/admin/medarbejdere/${other}`
  assert.equal((await stage.open(browser, employee)).status, 200)
  for (const deed of ['aabn', 'afslut', 'flyt', 'ret']) {
    const answer = await stage.post(browser, `${employee}/${deed}`, { begrundelse: 'Fordi', enhed: '' })
    assert.equal(answer.status, 404, deed)
  }
  const row = await stage.db.selectFrom('account').select('status').where('id', '=', other).executeTakeFirstOrThrow()
  assert.equal(row.status, 'suspended')
})
