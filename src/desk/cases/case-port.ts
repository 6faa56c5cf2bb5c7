/** The service desk, as other rooms see it. */
import type { CasePort } from '../../access/admin/case-port.ts'
import { after } from './case-state.ts'
import { insertEntries, lockMissing, saveCase } from './cases.store.ts'
import { type OpenCaseDeps, openCase } from './open-case.ts'
import { settleCase } from './settle-case.ts'

export function casePort(deps: OpenCaseDeps): CasePort {
  return {
    open: (trx, newCase) => openCase(deps, trx, newCase),
    settle: (trx, settled) => settleCase(deps, trx, settled),
    chiefAppointed: async (trx, { organisationId, byPersonId }) => {
      const now = deps.clock.now()
      for (const found of await lockMissing(trx, organisationId)) {
        // It waited for this: now the desk has something to say.
        const changed = after(found, { kind: 'receive' }, { now, desk: deps.desk })
        if (changed) await saveCase(trx, changed)
        const details = { told: 'chief-appointed' }
        await insertEntries(trx, [
          {
            id: deps.ids.uuid(),
            caseId: found.id,
            at: now,
            kind: 'changed',
            authorId: byPersonId,
            words: '',
            details,
          },
        ])
      }
    },
  }
}
