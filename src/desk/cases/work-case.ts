/** What the desk does in a case: once however often its form is sent, never over what somebody else has done, and always told of in the case and in the log. */
import { recordEvents } from '../../audit/record-events.ts'
import { withoutCprNumbers } from '../../base/cpr-in-text.ts'
import { rowOfForm } from '../../base/ids.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { Desk } from '../../web/desk.ts'
import { deskNotices } from '../desk-notices.ts'
import { answerMail } from './case.mail.ts'
import type { Case, Priority } from './case.ts'
import { after, type Deed } from './case-state.ts'
import { entryIsThere, findCaseFacts, insertEntries, lockCase, saveCase } from './cases.store.ts'
import { casePath } from './cases-paths.ts'

export type WorkDeps = NotifyDeps & { db: Db; desk: Desk }

export interface Work {
  caseId: string
  /** What the page was filled from. A note is added whatever has happened since. */
  version: number
  deed:
    | Exclude<Deed, { kind: 'receive' | 'sort' }>
    | { kind: 'sort'; priority: Priority; caseKind: Case['kind']; cvr: string | null }
  /** The form’s own number. */
  formId: string
  words: string
  /** Whom system management is to appoint, and what the desk has seen that says so. */
  proof?: { name: string; accountId: string | null; how: string }
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
    const changed = after(found, await wholeDeed(trx, deed), { now: deps.clock.now(), desk: deps.desk })
    if (!changed) return { outcome: 'meanwhile', found }
    await saveCase(trx, changed)
    await write(deps, trx, { work, entryId, found, changed })
    return { outcome: 'done', found: changed }
  })
}

/** The organisation of a CVR number is looked up where it is written. */
async function wholeDeed(trx: Trx, deed: Work['deed']): Promise<Deed> {
  if (deed.kind !== 'sort') return deed
  const { cvr, ...sorting } = deed
  const { organisation } = await findCaseFacts(trx, { organisationId: null, cvr, serviceId: null })
  return { ...sorting, organisation: { organisationId: organisation?.id ?? null, cvr } }
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
  const details = {
    ...differs,
    ...(work.proof && { proof: work.proof }),
    ...(mailId && { mail: mailId, to: changed.asker.email }),
  }
  await insertEntries(trx, [
    { id: entryId, caseId: changed.id, at: changed.updatedAt, kind, authorId: by.personId, words, details },
  ])
  await recordEvents(deps, trx, [
    {
      action: `desk-case.${eventOf[deed.kind] satisfies 'assigned' | 'handed-over' | 'noted' | 'answered' | 'held' | 'resumed' | 'resolved' | 'reopened' | 'sorted'}`,
      outcome: 'success',
      actor: { kind: 'person', id: by.personId },
      source: by.source,
      organisationId: changed.organisationId ?? undefined,
      object: { kind: 'desk-case', id: changed.id },
      details: { reference: changed.reference, ...differs, ...(work.proof && { proof: work.proof.how }) },
    },
  ])
  if (deed.kind === 'hand-over')
    await notify(deps, trx, [
      notice(deskNotices['desk-case.handed-over'], {
        toStaff: 'system-management',
        organisationId: changed.organisationId,
        path: casePath(changed.id),
        exceptPersonId: by.personId,
      }),
    ])
}

const eventOf = {
  assign: 'assigned',
  'hand-over': 'handed-over',
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
