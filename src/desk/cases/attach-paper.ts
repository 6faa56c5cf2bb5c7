/** Keeps a paper that came by mail with the enrolment it is of: once, with its entry and its event, in one transaction. */
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import { type Ids, rowOfForm } from '../../base/ids.ts'
import type { Db } from '../../storage/database.ts'
import type { Desk } from '../../web/desk.ts'
import type { Language } from '../../web/languages.ts'
import { findAttachment } from '../mail-in/mails-in.store.ts'
import { openAttachment } from '../mail-in/seal-attachment.ts'
import type { Case } from './case.ts'
import { after } from './case-state.ts'
import { referencesIn } from './case-token.ts'
import { becomeCaseOf, entryIsThere, insertEntries, lockCase, saveCase } from './cases.store.ts'
import type { EnrolmentPort, PaperEnrolment } from './enrolment-port.ts'

export interface AttachDeps {
  db: Db
  clock: Clock
  ids: Ids
  desk: Desk
  attachmentKey: Uint8Array
  enrolments: EnrolmentPort
}

export type Attached =
  | { outcome: 'done' }
  | { outcome: 'gone' }
  /** Not named in the case, decided, or not where it takes papers. */
  | { outcome: 'not-now' }
  | { outcome: 'refused'; sentence: string }

/** By what a case says which enrolment it is about: its CVR number, and what its mail’s subject was to hold. */
export function namedIn({ cvr, subject }: Pick<Case, 'cvr' | 'subject'>): { cvr: string | null; references: string[] } {
  return { cvr, references: referencesIn(subject) }
}

function isNamed({ cvr, reference }: PaperEnrolment, named: ReturnType<typeof namedIn>): boolean {
  return cvr === named.cvr || named.references.includes(reference)
}

export async function attachPaper(
  deps: AttachDeps,
  wanted: {
    caseId: string
    attachmentId: string
    enrolmentId: string
    by: { personId: string; source: string }
    language: Language
  },
): Promise<Attached> {
  const { caseId, attachmentId, enrolmentId, by, language } = wanted
  const kept = await findAttachment(deps.db, caseId, attachmentId)
  if (!kept) return { outcome: 'gone' }
  const bytes = openAttachment(deps.attachmentKey, kept.id, kept.sealed)
  // Outside the transaction: looking through a file takes its time.
  const paper = await deps.enrolments.check({ name: kept.name, bytes }, language)
  if ('refused' in paper) return { outcome: 'refused', sentence: paper.refused }
  return deps.db.transaction().execute(async (trx) => {
    const entryId = rowOfForm(attachmentId, enrolmentId)
    if (await entryIsThere(trx, entryId)) return { outcome: 'done' }
    // Before the case, as whoever decides it locks them.
    const enrolment = await deps.enrolments.lockForPaper(trx, enrolmentId)
    const found = await lockCase(trx, caseId)
    if (!found) return { outcome: 'gone' }
    if (await entryIsThere(trx, entryId)) return { outcome: 'done' }
    if (!enrolment || !isNamed(enrolment, namedIn(found))) return { outcome: 'not-now' }
    // Handing it in opens a case, unless this one is it.
    const isItsCase = await becomeCaseOf(trx, found.id, enrolment)
    const done = await deps.enrolments.keep(trx, { enrolmentId, paper, by, language })
    if (done !== 'kept') return { outcome: 'refused', sentence: done.refused }
    const noted = after(found, { kind: 'note' }, { now: deps.clock.now(), desk: deps.desk }) ?? found
    const changed = isItsCase ? { ...noted, kind: 'enrolment' as const, cvr: enrolment.cvr } : noted
    await saveCase(trx, changed)
    const details = {
      attached: { attachment: kept.id, name: kept.name, enrolment: enrolment.reference },
      ...(changed.kind === found.kind ? {} : { kind: { from: found.kind, to: changed.kind } }),
      ...(changed.cvr === found.cvr ? {} : { cvr: { from: found.cvr, to: changed.cvr } }),
    }
    await insertEntries(trx, [
      { id: entryId, caseId, at: changed.updatedAt, kind: 'changed', authorId: by.personId, words: '', details },
    ])
    await recordEvents(deps, trx, [
      {
        action: 'desk-case.paper-attached',
        outcome: 'success',
        actor: { kind: 'person', id: by.personId },
        source: by.source,
        organisationId: found.organisationId ?? undefined,
        object: { kind: 'desk-case', id: caseId },
        details: { reference: found.reference, enrolment: enrolment.reference, attachment: kept.id },
      },
    ])
    return { outcome: 'done' }
  })
}
