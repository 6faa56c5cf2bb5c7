/** Takes a signed paper in: kept encrypted, and the enrolment moved to where system management sees it, together. */
import { queueMail } from '../mail/queue-mail.ts'
import type { Trx } from '../storage/database.ts'
import { handedInMail } from './enrolment.mail.ts'
import { moveEnrolment } from './enrolment-state.ts'
import { lockEnrolment, usualDays } from './enrolments.store.ts'
import { type Mover, move } from './move-enrolment.ts'
import { keepPaper } from './papers/keep-paper.ts'
import type { PaperKind } from './papers/uploaded-kind.ts'
import { type TellingDeps, tellHandedIn } from './tell-staff.ts'

export type PaperDeps = TellingDeps & { paperKey: Uint8Array }

export type Receiving = 'received' | 'too-many' | 'not-now'

export async function receivePaper(
  deps: PaperDeps,
  trx: Trx,
  wanted: { id: string; paper: { kind: PaperKind; bytes: Uint8Array }; by: Exclude<Mover, { kind: 'nobody' }> },
): Promise<Receiving> {
  const { id, paper, by } = wanted
  const now = deps.clock.now()
  const enrolment = await lockEnrolment(trx, id, now)
  if (!enrolment || !moveEnrolment(enrolment, 'receive-paper', now).moved) return 'not-now'
  const handler = { personId: 'personId' in by ? by.personId : null, source: by.source }
  const kept = await keepPaper(deps, trx, enrolment, paper, handler)
  if ('refused' in kept) return kept.refused
  await move(deps, trx, enrolment, 'receive-paper', by, { details: { kind: paper.kind } })
  // A form of several pages is news once.
  if (enrolment.handedIn === null) {
    await queueMail(deps, trx, [handedInMail(deps, enrolment, { signedBy: null, days: await usualDays(trx) })])
    await tellHandedIn(deps, trx, enrolment, 'paper')
  }
  return 'received'
}
