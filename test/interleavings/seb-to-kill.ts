/**
 * SEB whole, over HTTP, on the embedded engine in the directory given: two administrators approve the same requests at once, in
 * opposite orders, and whatever SEB has said yes to is written out, until somebody kills it.
 */
import { randomIds } from '../../src/base/ids.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
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
const ids: string[] = []
for (let number = 0; number < people; number += 1) {
  const [person, key] = [randomIds.uuid(), `employee-${number}`]
  const named = { name: key, email: `${key}@example.dk`, language: 'da' as const }
  await insertRows(stage.db, 'person', [{ id: person, created_at: now, ...named }])
  await insertRows(stage.db, 'account', [
    {
      id: randomIds.uuid(),
      person_id: person,
      organisation_id,
      unit_id,
      key,
      status: 'active',
      valid_from: now,
      created_at: now,
    },
  ])
  ids.push(await stage.ask(key))
}
const [one, other] = [await stage.enter(erik), await stage.enter(frida)]
process.stdout.write('begins\n')

async function approve(browser: typeof one, order: readonly string[]): Promise<void> {
  for (const id of order) {
    const page = await stage.post(browser, `/admin/anmodninger/${id}`, { version: '1' })
    if (page.url.searchParams.get('udfoert') === 'approved') process.stdout.write(`approved ${id}\n`)
  }
}
await Promise.all([approve(one, ids), approve(other, ids.toReversed())])
process.stdout.write('ends\n')
