/** Sends an enrolment for signature, answers a question, opens it to be corrected or withdraws it: what whoever holds the link may do. */
import { queueMail } from '../../mail/queue-mail.ts'
import { hashToken } from '../../people/sessions.store.ts'
import type { Trx } from '../../storage/database.ts'
import { signMail } from '../enrolment.mail.ts'
import { signerMark, signLink } from '../enrolment-links.ts'
import type { EnrolmentMove, EnrolmentMoved } from '../enrolment-state.ts'
import { countMailedToSign, type Enrolment, lockEnrolment, setSignLink } from '../enrolments.store.ts'
import { move, type Said } from '../move-enrolment.ts'
import { type TellingDeps, tellManagement } from '../tell-staff.ts'
import { peopleOf } from '../typed-enrolment.ts'

/** How it is to be signed: by somebody who is mailed a link, by whoever is sitting there, or on paper. */
export const waysToSign = ['mail', 'selv', 'papir'] as const

export type WayToSign = (typeof waysToSign)[number]

/** Nobody's mailbox is filled from here: not by one enrolment, nor by many that name the same signatory. */
const mostMailsADay = 5
const oneDay = 86_400_000

/**
 * `isComplete`: nothing lacks in what is typed. `version`: of the page that was pressed on, so that a second press mails nothing more.
 * Null: nothing was done. `too-many`: it waits for a signature, and no more is mailed today.
 */
export async function sendForSignature(
  deps: TellingDeps,
  trx: Trx,
  wanted: {
    id: string
    way: WayToSign
    version: number
    source: string
    isComplete: (enrolment: Enrolment) => boolean
  },
): Promise<Enrolment | 'too-many' | null> {
  const { id, way, version, source } = wanted
  const now = deps.clock.now()
  const by = { kind: 'applicant', source } as const
  const first = await lockEnrolment(trx, id, now)
  if (!first || first.version !== version) return first
  if (first.state === 'draft') {
    if (!wanted.isComplete(first)) return null
    await move(deps, trx, first, 'check', by)
  }
  const checked = await lockEnrolment(trx, id, now)
  if (!checked) return null
  // To sign here and now, or on paper, sends nothing to anybody: the link that was mailed works still.
  if (checked.state === 'awaiting-signature' && way !== 'mail') return checked
  const { signer } = peopleOf(checked.typed.people)
  const to = signerMark(deps.mailKey, signer.email)
  const since = new Date(now.getTime() - oneDay)
  const tooMany = way === 'mail' && (await countMailedToSign(trx, { id, to, since })) >= mostMailsADay
  if (tooMany && checked.state === 'awaiting-signature') return 'too-many'
  const mails = way === 'mail' && !tooMany
  const details = { way, ...(mails && { to }) }
  const moved = await move(deps, trx, checked, 'send-for-signature', by, { details })
  if (moved.moved && mails) {
    const secret = deps.ids.secret()
    await setSignLink(trx, id, hashToken(secret))
    await queueMail(deps, trx, [signMail(checked, signer, signLink(deps.publicUrl, secret))])
  }
  return tooMany ? 'too-many' : lockEnrolment(trx, id, now)
}

/** Everything else they may do: a move and what they say with it. */
export async function moveByApplicant(
  deps: TellingDeps,
  trx: Trx,
  { id, move: kind, said, source }: { id: string; move: EnrolmentMove; said?: Said; source: string },
): Promise<EnrolmentMoved | null> {
  const enrolment = await lockEnrolment(trx, id, deps.clock.now())
  if (!enrolment) return null
  const moved = await move(deps, trx, enrolment, kind, { kind: 'applicant', source }, said)
  if (moved.moved && kind === 'answer') await tellManagement(deps, trx, enrolment, 'enrolment.answered')
  return moved
}
