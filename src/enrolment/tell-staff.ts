/** Tells those who decide that it is their turn: a case at the desk, which one is enough for, and a message to system management. */
import type { CaseOutcome, CasePort } from '../access/admin/case-port.ts'
import type { Clock } from '../base/clock.ts'
import { notice } from '../notices/notice-kind.ts'
import { notify } from '../notices/notify.ts'
import type { Trx } from '../storage/database.ts'
import { fillText } from '../web/fill.ts'
import { formatReference } from '../web/format.ts'
import type { EnrolDeps } from './begin-enrolment.ts'
import { enrolmentNotices } from './enrolment-notices.ts'
import { decidePath } from './enrolment-paths.ts'
import { anotherWaits, type Enrolment, wasHandedIn } from './enrolments.store.ts'
import { peopleOf } from './typed-enrolment.ts'

export type TellingDeps = EnrolDeps & { cases: CasePort }

/** However many enrolments there are of one number, they are one case until all are decided. */
export function caseOfCvr(cvr: string | null): string {
  return `enrolment of ${cvr}`
}

/** The desk works in Danish. */
const words = {
  subject: 'Tilmelding af {organisation}',
  signed: 'Tilmelding {reference} er underskrevet i SEB.',
  paper: 'Tilmelding {reference} er underskrevet på papir.',
}

export async function tellHandedIn(
  deps: TellingDeps,
  trx: Trx,
  enrolment: Enrolment,
  how: 'signed' | 'paper',
): Promise<void> {
  const { id, reference, contact, language, cvr, typed } = enrolment
  const { signer } = peopleOf(typed.people)
  const path = decidePath(id)
  await deps.cases.open(trx, {
    kind: 'enrolment',
    subject: fillText(words.subject, { organisation: typed.organisation.name }),
    words: fillText(words[how], { reference: formatReference(reference) }),
    name: contact.name,
    email: contact.email,
    phone: signer.phone,
    language,
    cvr,
    path,
    once: caseOfCvr(cvr),
  })
  await tellManagement(deps, trx, enrolment, 'enrolment.handed-in')
}

/** One that was handed in is over: its case is solved, where no other of the same number waits. */
export async function settleOver(
  deps: { cases: CasePort; clock: Clock },
  trx: Trx,
  { id, cvr }: Pick<Enrolment, 'id' | 'cvr'>,
  over: { outcome: CaseOutcome; organisationId?: string | undefined },
): Promise<void> {
  if (cvr === null || !(await wasHandedIn(trx, id))) return
  const goesOn = () => anotherWaits(trx, { id, cvr }, deps.clock.now())
  await deps.cases.settle(trx, { once: caseOfCvr(cvr), ...over, goesOn })
}

export async function tellManagement(
  deps: EnrolDeps,
  trx: Trx,
  { id, reference }: Enrolment,
  kind: keyof typeof enrolmentNotices,
): Promise<void> {
  await notify(deps, trx, [
    notice(enrolmentNotices[kind], {
      toStaff: 'system-management',
      organisationId: null,
      path: decidePath(id),
      facts: { reference: formatReference(reference) },
    }),
  ])
}
