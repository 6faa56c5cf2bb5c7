/** What the desk does in a case: once however often its form is sent, never over what somebody else has done, and always told of in the case and in the log. */
import { recordEvents } from '../../audit/record-events.ts'
import { withoutCprNumbers } from '../../base/cpr-in-text.ts'
import { rowOfForm } from '../../base/ids.ts'
import { type MailDeps, queueMail } from '../../mail/queue-mail.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { Desk } from '../../web/desk.ts'
import { answerMail } from './case.mail.ts'
import type { Case } from './case.ts'
import { after, type Deed } from './case-state.ts'
import { entryIsThere, insertEntries, lockCase, saveCase } from './cases.store.ts'

export type WorkDeps = MailDeps & { db: Db; desk: Desk }

export interface Work {
  caseId: string
  /** What the page was filled from. A note is added whatever has happened since. */
  version: number
  deed: Exclude<Deed, { kind: 'receive' }>
  /** The form’s own number. */
  formId: string
  words: string
  by: { personId: string; source: string }
}

export type Worked =
  | { outcome: 'done'; found: Case }
  /** Somebody else was first: as it stands now. */
  | { outcome: 'meanwhile'; found: Case }
  /** There is nowhere to write to. */
  | { outcome: 'no-address'; found: Case }
  | { outcome: 'gone' }

export function workOnCase(deps: WorkDeps, work: Work): Promise<Worked> {
  return deps.db.transaction().execute(async (trx) => {
    const found = await lockCase(trx, work.caseId)
    if (!found) return { outcome: 'gone' }
    const entryId = rowOfForm(work.formId, work.by.personId, work.caseId)
    if (await entryIsThere(trx, entryId)) return { outcome: 'done', found }
    const { deed } = work
    if (deed.kind !== 'note' && found.version !== work.version) return { outcome: 'meanwhile', found }
    if (deed.kind === 'write' && found.asker.email === null) return { outcome: 'no-address', found }
    const changed = after(found, deed, { now: deps.clock.now(), desk: deps.desk })
    if (!changed) return { outcome: 'meanwhile', found }
    await saveCase(trx, changed)
    await write(deps, trx, { work, entryId, found, changed })
    return { outcome: 'done', found: changed }
  })
}

/** The entry, the mail where there is one, and the event. */
async function write(
  deps: WorkDeps,
  trx: Trx,
  { work, entryId, found, changed }: { work: Work; entryId: string; found: Case; changed: Case },
): Promise<void> {
  const { deed, by } = work
  const words = withoutCprNumbers(work.words)
  const [mailId] = deed.kind === 'write' ? await queueMail(deps, trx, [answerMail(deps.desk, changed, words)]) : []
  const kind = deed.kind === 'write' ? 'sent' : deed.kind === 'note' ? 'note' : 'changed'
  const differs = differencesOf(found, changed)
  const details = { ...differs, ...(mailId && { mail: mailId, to: changed.asker.email }) }
  await insertEntries(trx, [
    { id: entryId, caseId: changed.id, at: changed.updatedAt, kind, authorId: by.personId, words, details },
  ])
  await recordEvents(deps, trx, [
    {
      action: `desk-case.${eventOf[deed.kind] satisfies 'assigned' | 'noted' | 'answered' | 'held' | 'resumed' | 'resolved' | 'reopened' | 'sorted'}`,
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      source: by.source,
      organisationId: changed.organisationId ?? undefined,
      object: { kind: 'desk-case', id: changed.id },
      details: { reference: changed.reference, ...differs },
    },
  ])
}

const eventOf = {
  assign: 'assigned',
  note: 'noted',
  write: 'answered',
  hold: 'held',
  resume: 'resumed',
  resolve: 'resolved',
  reopen: 'reopened',
  sort: 'sorted',
} as const

/** What a deed changed that people see: from and to. */
function differencesOf(found: Case, changed: Case): Record<string, { from: unknown; to: unknown }> {
  const told = ['state', 'priority', 'kind', 'assigneeId', 'cvr', 'organisationId'] as const
  return Object.fromEntries(
    told
      .filter((name) => found[name] !== changed[name])
      .map((name) => [name, { from: found[name], to: changed[name] }]),
  )
}
