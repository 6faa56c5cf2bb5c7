/**
 * SEB whole, over HTTP, on the embedded engine in the directory given: two administrators approve the same requests at once, in
 * opposite orders, while the chief administrator removes roles under review, and whatever SEB has said yes to is written out, until
 * somebody kills it.
 */
import { randomIds } from '../../src/base/ids.ts'
import { beginReview } from '../../src/reviews/begin-review.ts'
import { daysAfter } from '../../src/reviews/review.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import { anna } from '../support/clinic.ts'
import { notifyDeps } from '../support/notify-deps.ts'
import { erik, frida, openRequestStage } from '../support/requests.ts'

const people = 40
const [, , directory = ''] = process.argv
const stage = await openRequestStage({}, directory)
const { organisation_id, unit_id } = await stage.db
  .selectFrom('account')
  .select(['organisation_id', 'unit_id'])
  .where('key', '=', 'birgit')
  .executeTakeFirstOrThrow()
const now = stage.clock.now()
const keys = Array.from({ length: people }, (_, number) => `employee-${number}`)
const asking: string[] = []
for (const key of keys) {
  await employ(key)
  asking.push(await stage.ask(key))
}
const reviewed: string[] = []
const { service_id, id: role_id } = await stage.db
  .selectFrom('role')
  .select(['service_id', 'id'])
  .where('id', '=', await stage.roleId('referrals'))
  .executeTakeFirstOrThrow()
for (const key of keys) {
  const account_id = await employ(`reviewed-${key}`)
  const id = randomIds.uuid()
  const given = { key: id, scopes: {}, valid_from: now, given_at: now, assigned_by: 'test', reason: 'made up' }
  await insertRows(stage.db, 'role_assignment', [{ id, account_id, organisation_id, service_id, role_id, ...given }])
  reviewed.push(id)
}
const review = randomIds.uuid()
await inOrganisation(stage.db, organisation_id, (trx) =>
  beginReview(notifyDeps(stage.clock), trx, organisation_id, null, {
    id: review,
    name: 'Made up',
    unitIds: null,
    serviceIds: [service_id],
    onlySensitive: false,
    deadline: daysAfter(now, 20),
    silence: 'suspend',
    origin: 'chief',
    batchId: null,
  }),
)
const [one, other, chief] = [await stage.enter(erik), await stage.enter(frida), await stage.enter(anna)]
process.stdout.write('begins\n')

async function employ(key: string): Promise<string> {
  const [person, account] = [randomIds.uuid(), randomIds.uuid()]
  const named = { name: key, email: `${key}@example.dk`, language: 'da' as const }
  await insertRows(stage.db, 'person', [{ id: person, created_at: now, ...named }])
  const times = { valid_from: now, created_at: now }
  await insertRows(stage.db, 'account', [
    { id: account, person_id: person, organisation_id, unit_id, key, status: 'active', ...times },
  ])
  return account
}

async function approve(browser: typeof one, order: readonly string[]): Promise<void> {
  for (const id of order) {
    const page = await stage.post(browser, `/admin/anmodninger/${id}`, { version: '1' })
    if (page.url.searchParams.get('udfoert') === 'approved') process.stdout.write(`approved ${id}\n`)
  }
}

async function remove(browser: typeof one): Promise<void> {
  for (const id of reviewed) {
    const page = await stage.post(browser, `/admin/kontrol/${review}`, { vist: id, [`rolle-${id}`]: 'remove' })
    if (page.url.searchParams.get('removed') === '1') process.stdout.write(`removed ${id}\n`)
  }
}
await Promise.all([approve(one, asking), approve(other, asking.toReversed()), remove(chief)])
process.stdout.write('ends\n')
