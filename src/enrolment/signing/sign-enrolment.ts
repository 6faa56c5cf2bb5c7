/** Whether this log-in may sign, and signing: what was shown is kept word for word, and its hash goes into the sealed log. */
import type { LogIn } from '../../access/viewer.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import { findOrganisation } from '../../organisations/find-organisation.ts'
import { hashToken } from '../../people/sessions.store.ts'
import type { Trx } from '../../storage/database.ts'
import type { EnrolDeps } from '../begin-enrolment.ts'
import { handedInMail } from '../enrolment.mail.ts'
import type { EnrolmentFacts } from '../enrolment-facts.ts'
import { isOver } from '../enrolment-state.ts'
import {
  addSignature,
  type Enrolment,
  hasSignedAnother,
  lockEnrolment,
  type Signature,
  usualDays,
} from '../enrolments.store.ts'
import { hashFacts, writeFacts } from '../hash-facts.ts'
import { move } from '../move-enrolment.ts'
import { type TellingDeps, tellHandedIn } from '../tell-staff.ts'

/** Why nothing can be signed, whoever logs in. */
export type NotOpen = 'not-ready' | 'already-signed' | 'over'

/** Why this log-in cannot. */
export type NotThisLogIn = 'private-log-in' | 'not-mitid' | 'wrong-organisation'

export type SignProblem = NotOpen | NotThisLogIn | 'unknown' | 'signed-elsewhere' | 'already-enrolled'

/** Null: it waits for a signature. */
export function whyNotOpen({ state }: Pick<Enrolment, 'state'>): NotOpen | null {
  if (state === 'awaiting-signature') return null
  if (isOver(state)) return 'over'
  return state === 'draft' || state === 'checked' ? 'not-ready' : 'already-signed'
}

/** The CVR number comes from the log-in and nowhere else: it must be the one that is enrolled. */
export function whyNotThisLogIn({ session, cvr }: LogIn, enrolled: string | null): NotThisLogIn | null {
  if (cvr === null) return 'private-log-in'
  if (session.provider.kind !== 'nemlog-in') return 'not-mitid'
  return cvr === enrolled ? null : 'wrong-organisation'
}

/** Somebody of another organisation opened what only its own may sign. */
export async function recordWrongSigner(
  deps: EnrolDeps,
  trx: Trx,
  { id, reference }: Enrolment,
  { logIn, source, why }: { logIn: LogIn; source: string; why: NotThisLogIn },
): Promise<void> {
  await recordEvents(deps, trx, [
    {
      action: 'enrolment.signature-refused',
      outcome: 'refused',
      actor: actorOf(logIn),
      object: { kind: 'enrolment', id },
      reference,
      source,
      details: { why, cvr: logIn.cvr },
    },
  ])
}

function actorOf({ session }: LogIn) {
  const id = session.person?.id
  return id === undefined ? ({ kind: 'unknown' } as const) : ({ kind: 'person', id } as const)
}

export type Signing =
  | { outcome: 'signed'; enrolment: Enrolment }
  | { outcome: 'problem'; problem: SignProblem }
  /** What was shown is not what stands now. */
  | { outcome: 'changed' }

/** `shownHash`: of what the page showed. Sent twice, it is one signature. */
export async function signEnrolment(
  deps: TellingDeps,
  trx: Trx,
  wanted: {
    enrolmentId: string
    logIn: LogIn
    name: string
    shownHash: string
    describe: (enrolment: Enrolment) => EnrolmentFacts
    source: string
  },
): Promise<Signing> {
  const { logIn, name, shownHash, source } = wanted
  const now = deps.clock.now()
  const enrolment = await lockEnrolment(trx, wanted.enrolmentId, now)
  if (!enrolment) return { outcome: 'problem', problem: 'unknown' }
  const notOpen = whyNotOpen(enrolment)
  if (notOpen) return { outcome: 'problem', problem: notOpen }
  const notThis = whyNotThisLogIn(logIn, enrolment.cvr)
  if (notThis) {
    await recordWrongSigner(deps, trx, enrolment, { logIn, source, why: notThis })
    return { outcome: 'problem', problem: notThis }
  }
  const cvr = enrolment.cvr ?? ''
  if (await findOrganisation(trx, cvr)) return { outcome: 'problem', problem: 'already-enrolled' }
  if (await hasSignedAnother(trx, cvr, enrolment.id)) return { outcome: 'problem', problem: 'signed-elsewhere' }
  const shown = writeFacts(wanted.describe(enrolment))
  if (hashFacts(shown) !== shownHash) return { outcome: 'changed' }
  await addSignature(trx, signatureOf(deps, { enrolment, logIn, name, shown }))
  const personId = logIn.session.person?.id ?? null
  await move(
    deps,
    trx,
    enrolment,
    'sign',
    { kind: 'signatory', personId, source },
    { details: { cvr, shownHash, identityProvider: logIn.session.identityProviderId } },
  )
  const days = await usualDays(trx)
  await queueMail(deps, trx, [handedInMail(deps, enrolment, { signedBy: name, days })])
  await tellHandedIn(deps, trx, enrolment, 'signed')
  return { outcome: 'signed', enrolment }
}

function signatureOf(
  { clock, ids }: EnrolDeps,
  { enrolment, logIn, name, shown }: { enrolment: Enrolment; logIn: LogIn; name: string; shown: string },
): Signature {
  const { session, cvr } = logIn
  const { subject, attributes } = session.authentication
  const lasting = attributes.professionalUuid?.[0] ?? attributes.rid?.[0] ?? subject.value
  return {
    id: ids.uuid(),
    enrolment_id: enrolment.id,
    at: clock.now(),
    shown,
    shown_hash: hashFacts(shown),
    name,
    cvr: cvr ?? '',
    identity_provider_id: session.identityProviderId,
    log_in_hash: hashToken(JSON.stringify([session.identityProviderId, lasting, cvr])),
  }
}
