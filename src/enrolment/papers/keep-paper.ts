/** Keeps the paper that somebody hands in, and gives it back to those who may read it; each leaves who and when. */
import { createHash } from 'node:crypto'
import type { AuditEvent } from '../../audit/audit-event.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Trx } from '../../storage/database.ts'
import { findPapers, findSealedPaper, insertPaper } from './papers.store.ts'
import { openPaper, sealPaper } from './seal-paper.ts'
import { largestPaper, type PaperKind } from './uploaded-kind.ts'

export interface PaperDeps {
  clock: Clock
  ids: Ids
  paperKey: Uint8Array
}

/** Whoever hands it in or reads it: somebody who is logged in, or whoever holds the link. */
export interface PaperHandler {
  personId: string | null
  source: string
}

export interface OfEnrolment {
  id: string
  reference: string
}

/** A form of a few pages, photographed one by one and perhaps once more. */
const mostPapers = 20
const mostBytes = 3 * largestPaper

/** The enrolment's row is locked, so that two at once are counted. The same page again changes nothing. */
export async function keepPaper(
  deps: PaperDeps,
  trx: Trx,
  enrolment: OfEnrolment,
  paper: { kind: PaperKind; bytes: Uint8Array },
  by: PaperHandler,
): Promise<{ kept: true } | { refused: 'too-many' }> {
  const earlier = await findPapers(trx, enrolment.id)
  const bytes = earlier.reduce((sum, { size }) => sum + size, paper.bytes.length)
  if (earlier.length >= mostPapers || bytes > mostBytes) return { refused: 'too-many' }
  const row = { id: deps.ids.uuid(), enrolmentId: enrolment.id }
  const contentHash = createHash('sha256').update(paper.bytes).digest('hex')
  const id = await insertPaper(trx, {
    ...row,
    kind: paper.kind,
    size: paper.bytes.length,
    contentHash,
    sealed: sealPaper(deps.paperKey, row, paper.bytes),
    keptAt: deps.clock.now(),
    keptBy: by.personId,
  })
  if (id === null) return { kept: true }
  const details = { kind: paper.kind, size: paper.bytes.length, sha256: contentHash }
  await recordEvents(deps, trx, [{ action: 'enrolment-paper.added', ...eventOf(enrolment, id, by), details }])
  return { kept: true }
}

/** Null where the enrolment has no such paper. */
export async function readPaper(
  deps: PaperDeps,
  trx: Trx,
  enrolment: OfEnrolment,
  id: string,
  by: PaperHandler,
): Promise<{ kind: PaperKind; bytes: Buffer } | null> {
  const row = { id, enrolmentId: enrolment.id }
  const found = await findSealedPaper(trx, row)
  if (!found) return null
  await recordEvents(deps, trx, [{ action: 'enrolment-paper.viewed', ...eventOf(enrolment, id, by) }])
  return { kind: found.kind, bytes: openPaper(deps.paperKey, row, found.sealed) }
}

function eventOf({ reference }: OfEnrolment, id: string, { personId, source }: PaperHandler) {
  return {
    outcome: 'success',
    actor: personId === null ? { kind: 'unknown' } : { kind: 'person', id: personId },
    object: { kind: 'enrolment-paper', id },
    reference,
    source,
  } satisfies Omit<AuditEvent, 'action'>
}
