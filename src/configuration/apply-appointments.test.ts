/** Organisations, people and numbers here are made up. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { applyText, testApplyDeps } from '../../test/support/apply-text.ts'
import { openTestDatabase } from '../../test/support/test-database.ts'
import type { Storage } from '../storage/database.ts'
import type { ApplyDeps } from './apply-document.ts'

let storage: Storage
let deps: ApplyDeps

before(async () => {
  storage = await openTestDatabase()
  deps = testApplyDeps(storage.db)
})
after(() => storage.close())

const base = `
organisations:
  - cvr: '99999991'
    name: Prøvekommunen
    kind: municipality
    units:
      - { key: east, name: Øst }
      - { key: west, name: Vest }
services:
  - key: medicine
    names: { da: Medicinkort, en: Medication Record }
    shortName: Medicin
    audience: professional
    lowestAssurance: Substantial
    access: role
    metadata: { inline: '<m entityID="https://medicine.example"/>' }
`
const chief = 'administrator: { level: chief }'
const limited = 'administrator: { level: administrator, units: [east], services: [medicine] }'

function people(anna: string, bo: string, staff: string): string {
  return `
people:
  - key: anna
    name: Anna Prøve
    accounts: [{ cvr: '99999991', key: ANNA, functions: [signatory], ${anna} }]
  - key: bo
    name: Bo Prøve
    accounts: [{ cvr: '99999991', key: BO, ${bo} }]
    staff: [${staff}]
`
}
const owner = '{ capacity: service-owner, service: medicine }, { capacity: auditor, cvr: "99999991" }'

test('a document appoints administrators, functions and staff, and applied again it changes nothing', async () => {
  const text = base + people(chief, limited, owner)
  const { output } = await applyText(deps, text)
  for (const line of [
    '+ administrator 99999991/ANNA',
    '+ administrator 99999991/BO',
    '+ function 99999991/ANNA signatory',
    '+ staff bo service-owner medicine',
    '+ staff bo auditor 99999991',
  ])
    assert.ok(output.split('\n').includes(line), `${line} in ${output}`)
  assert.equal((await applyText(deps, text)).output, 'Nothing to change.')
})

test('a change of limits is told by the names that operators write', async () => {
  const wider = 'administrator: { level: administrator, units: [east, west] }'
  assert.equal(
    (await applyText(deps, people(chief, wider, owner))).output,
    `~ administrator 99999991/BO units: + "west"
~ administrator 99999991/BO services: ["medicine"] → none
Applied: 0 added, 1 changed, 0 removed.`,
  )
})

test('an account whose entry says nothing of administration keeps what it has', async () => {
  assert.equal((await applyText(deps, people('rid: null', 'rid: null', ''))).output, 'Nothing to change.')
})

test('limits that cannot be are told where they stand, and nothing is changed', async () => {
  const wrong = 'administrator: { level: chief, units: [east] }'
  assert.match((await applyText(deps, people(wrong, limited, ''))).output, /administrator: a chief administrator has/)
  const nowhere = 'administrator: { level: administrator, units: [north], services: [nothing] }'
  const { output } = await applyText(deps, people(chief, nowhere, '{ capacity: service-owner }'))
  assert.match(output, /staff\[0\].service: is for a service owner/)
  const { output: other } = await applyText(deps, people(chief, nowhere, ''))
  assert.match(other, /units\[0\]: there is no unit of 99999991 "north"/)
  assert.match(other, /services\[0\]: there is no service "nothing"/)
})

test('an administrator who was removed in SEB stays removed, and the operator is told', async () => {
  await storage.db
    .updateTable('administrator_appointment')
    .set({ ended_at: new Date('2026-05-01') })
    .where('level', '=', 'administrator')
    .execute()
  assert.equal(
    (await applyText(deps, people(chief, limited, owner))).output,
    '! administrator 99999991/BO was removed in SEB and stays removed\nNothing to change.',
  )
})
