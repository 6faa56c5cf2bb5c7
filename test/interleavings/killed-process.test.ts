/**
 * SEB is killed while two administrators approve the same requests and a third removes roles under review: what was said yes to stands,
 * once; the rest never was.
 */
import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test } from 'node:test'
import { sql } from 'kysely'
import { fromRoot } from '../../src/base/root.ts'
import { openStorage } from '../../src/storage/database.ts'
import { chanceFrom } from '../histories/random-histories.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

const kills = Number(process.env['SEB_KILLS'] ?? 2)
const chance = chanceFrom(20_261_125)

test(`kill -9 of SEB among approvals and answers to a review, ${kills} times: one grant, one event, one notice and one mail each, or nothing of it`, async (t) => {
  for (let kill = 0; kill < kills; kill += 1) {
    await using stack = new AsyncDisposableStack()
    const directory = join(await temporaryDirectory(stack, 'seb'), 'database')
    const acknowledged = await approveUntilKilled(directory, { after: 1 + chance.upTo(30), later: chance.upTo(20) })
    const storage = await openStorage({ engine: 'embedded', directory })
    stack.defer(() => storage.close())
    const { rows } = await sql<Row>`
      select request.id, request.state, request.given_assignment_id is not null as given,
        (select count(*)::integer from role_assignment held where held.account_id = request.account_id) as assignments,
        (select count(*)::integer from access_request_step where request_id = request.id and step = 'approved') as steps,
        (select count(*)::integer from audit_event where action = 'access-request.approved'
          and details ->> 'request' = request.id::text) as decided,
        (select count(*)::integer from audit_event where action = 'role-assignment.added'
          and details ->> 'request' = request.id::text) as added,
        (select count(*)::integer from notice where subject_account_id = request.account_id) as notices
      from access_request request`.execute(storage.db)
    const approved = rows.filter(({ state }) => state === 'approved')
    for (const { id: _, state, ...traces } of rows)
      assert.deepEqual(traces, state === 'approved' ? once : nothing, `a request that is ${state}`)
    const { rows: items } = await sql<Item>`
      select item.assignment_id as id, item.decision, held.withdrawn_at is not null as withdrawn,
        held.unanswered_from is null as answered,
        (select count(*)::integer from audit_event where action = 'role-assignment.withdrawn'
          and object_id = item.assignment_id::text) as events,
        (select count(*)::integer from notice where kind = 'role.withdrawn' and subject_account_id = item.account_id) as notices
      from review_item item join role_assignment held on held.id = item.assignment_id`.execute(storage.db)
    const removed = items.filter(({ decision }) => decision === 'removed')
    for (const { id: _, decision, ...traces } of items)
      assert.deepEqual(traces, decision === 'removed' ? gone : stays, `a role that is ${decision}`)
    const stand = [...approved, ...removed].map(({ id }) => id)
    const lost = acknowledged.filter((id) => !stand.includes(id))
    assert.deepEqual(lost, [], 'what was said yes to stands')
    const mails = await sql<{ count: number }>`select count(*)::integer as count from mail
      where kind <> 'review.begun'`.execute(storage.db)
    assert.equal(mails.rows[0]?.count, stand.length, 'a mail for each that was approved or removed')
    t.diagnostic(
      `${acknowledged.length} said yes to, ${approved.length} of ${rows.length} approved, ${removed.length} removed`,
    )
  }
})

type Row = { id: string; state: string } & Record<keyof typeof once, unknown>
const once = { given: true, assignments: 1, steps: 1, decided: 1, added: 1, notices: 1 }
const nothing = { given: false, assignments: 0, steps: 0, decided: 0, added: 0, notices: 0 }

type Item = { id: string; decision: string | null } & Record<keyof typeof gone, unknown>
const gone = { withdrawn: true, answered: true, events: 1, notices: 1 }
const stays = { withdrawn: false, answered: false, events: 0, notices: 0 }

/** The ids that SEB had said yes to before it was killed: so many, and a little later. */
async function approveUntilKilled(directory: string, when: { after: number; later: number }): Promise<string[]> {
  const child = spawn(process.execPath, [fromRoot('dist/test/interleavings/seb-to-kill.js'), directory], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const gone = new Promise((resolve) => child.once('exit', resolve))
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: child.stdout })) {
    const [, id] = /^(?:approved|removed) (\S+)$/.exec(line) ?? []
    if (id !== undefined) acknowledged.push(id)
    if (acknowledged.length < when.after) continue
    // In the middle of whatever comes next.
    for (let turn = 0; turn < when.later; turn += 1) await new Promise(setImmediate)
    child.kill('SIGKILL')
  }
  await gone
  return acknowledged
}
