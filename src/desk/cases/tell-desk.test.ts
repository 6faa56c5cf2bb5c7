/** The on-call rule: outside the desk's hours only what patient care hangs on is told at once. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { notifyDeps } from '../../../test/support/notify-deps.ts'
import { testClock } from '../../../test/support/test-clock.ts'
import { openTestDatabase } from '../../../test/support/test-database.ts'
import type { NewCase } from '../../access/admin/case-port.ts'
import { randomIds } from '../../base/ids.ts'
import { serviceDesk } from '../../web/desk.ts'
import { openCase } from './open-case.ts'
import { tellDesk } from './tell-desk.job.ts'

/** A Friday evening before a weekend: 20.00 in Denmark. */
const friday = new Date('2026-11-27T19:00:00Z')
const { db, close } = await openTestDatabase()
after(close)
const clock = testClock(friday)
const deps = { ...notifyDeps(clock), db, desk: serviceDesk }
const personId = randomIds.uuid()
await db
  .insertInto('person')
  .values({ id: personId, key: 'dina', name: 'Dina Desk', email: 'dina@seb-demo.example', created_at: friday })
  .execute()
await db
  .insertInto('staff_appointment')
  .values({
    id: randomIds.uuid(),
    person_id: personId,
    capacity: 'service-desk',
    appointed_by: 'test',
    appointed_at: friday,
  })
  .execute()
const service = async (key: string, critical: boolean) => {
  const id = randomIds.uuid()
  await db
    .insertInto('service')
    .values({
      ...{ id, key, protocol: 'seb', entity_id: `https://${key}.example`, name_da: key, name_en: key, short_name: key },
      ...{
        audience: 'professional',
        lowest_assurance: 'Low',
        access: 'account',
        log_in_kinds: ['professional'],
        critical,
      },
      ...{ metadata: '{}', settings: '{}', metadata_read_at: friday },
    })
    .execute()
  return id
}
const [medicine, register] = [await service('fmk-online', true), await service('register', false)]
const open = (kind: NewCase['kind'], serviceId: string) =>
  db.transaction().execute((trx) =>
    openCase(deps, trx, {
      ...{ kind, serviceId, subject: 'Kan ikke logge ind', words: 'Intet sker.', source: 'form' },
      ...{ name: 'Mie', email: null, phone: '12 34 56 78', language: 'da' },
    }),
  )
const told = async () =>
  (await db.selectFrom('notice').select('kind').orderBy('kind').execute()).map(({ kind }) => kind)

test('at night the one on call is told of an incident on a critical service, and of nothing else', async () => {
  await open('log-in-trouble', medicine)
  await open('other', medicine)
  await open('log-in-trouble', register)
  await Promise.all([tellDesk(deps), tellDesk(deps)])
  assert.deepEqual(await told(), ['desk-case.urgent'])
  const urgent = await db.selectFrom('desk_case').select('priority').where('told_at', 'is not', null).execute()
  assert.deepEqual(urgent, [{ priority: 1 }])
})

test('the rest is told when the desk opens, on Monday at 8, once', async () => {
  clock.moveMinutes(59 * 60)
  await tellDesk(deps)
  assert.equal((await told()).length, 1)
  clock.moveMinutes(60)
  await tellDesk(deps)
  await tellDesk(deps)
  assert.deepEqual(await told(), ['desk-case.opened', 'desk-case.opened', 'desk-case.urgent'])
})
