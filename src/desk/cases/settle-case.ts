/** Notes in an open case what became of what it waits for, and solves it: in the transaction of the answer, so neither stands alone. */
import type { Settled } from '../../access/admin/case-port.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Trx } from '../../storage/database.ts'
import { after } from './case-state.ts'
import { insertEntries, lockOnce, saveSolved } from './cases.store.ts'
import type { OpenCaseDeps } from './open-case.ts'

export async function settleCase(deps: OpenCaseDeps, trx: Trx, settled: Settled): Promise<void> {
  const { once, outcome, organisationId, goesOn } = settled
  const now = deps.clock.now()
  const found = await lockOnce(trx, once)
  if (!found) return
  const isSolved = !(goesOn && (await goesOn()))
  const changed = after(found, { kind: isSolved ? 'resolve' : 'note' }, { now, desk: deps.desk })
  if (!changed) return
  await saveSolved(trx, changed, organisationId ?? null)
  const state = isSolved ? { state: { from: found.state, to: changed.state } } : {}
  await insertEntries(trx, [
    {
      id: deps.ids.uuid(),
      caseId: found.id,
      at: now,
      kind: 'changed',
      // Nobody of the desk solved it: SEB did, when the matter itself was decided.
      authorId: null,
      words: '',
      details: { ...state, told: outcome },
    },
  ])
  await recordEvents(deps, trx, [
    {
      action: isSolved ? 'desk-case.resolved' : 'desk-case.noted',
      outcome: 'success',
      actor: { kind: 'system' },
      organisationId: organisationId ?? found.organisationId ?? undefined,
      object: { kind: 'desk-case', id: found.id },
      details: { reference: found.reference, told: outcome, ...state },
    },
  ])
}
