/** What is wrong with what somebody wrote of what they need, field by field. */
import {
  type CheckedAssignment,
  checkAssignment,
  type FieldMistake,
  readTypedAssignment,
  type TypedAssignment,
} from '../../access/admin/assign/check-assignment.ts'
import { hasCprNumber } from '../../base/cpr-in-text.ts'
import { readMailAddress } from '../../base/mail-address.ts'
import { withoutUnprintable } from '../../base/plain-text.ts'
import type { FormFields } from '../../web/form.ts'
import { type DraftFacts, isHeldAlready } from './draft-facts.ts'

export const longestReason = 500

export type OwnMistake = 'reason-missing' | 'reason-too-long' | 'reason-cpr' | 'email-wrong' | 'already-held'

/** As typed: what a failed form shows again, all of it. */
export interface TypedNeed {
  terms: TypedAssignment
  reason: string
  email: string
}

export interface NeedMistakes {
  terms: FieldMistake[]
  own: { field: 'hvorfor' | 'mail' | 'fra'; mistake: OwnMistake }[]
}

export interface Need {
  /** Null: an account without a role. */
  terms: CheckedAssignment | null
  reason: string
  email: string | null
}

export function readNeed(form: FormFields, { assignable, units }: DraftFacts): TypedNeed {
  const reason = withoutUnprintable(form.get('hvorfor') ?? '').trim()
  const nothing = { scopes: {}, from: '', until: '', hours: [], reason: '' }
  const terms = assignable ? readTypedAssignment(form, assignable, units) : nothing
  return { terms: { ...terms, reason: '' }, reason, email: (form.get('mail') ?? '').trim().slice(0, 320) }
}

export function checkNeed(facts: DraftFacts, { terms, reason, email }: TypedNeed, now: Date): Need | NeedMistakes {
  const { assignable } = facts
  const own: NeedMistakes['own'] = []
  const reasonMistake = wrongReason(reason)
  if (reasonMistake) own.push({ field: 'hvorfor', mistake: reasonMistake })
  const address = readMailAddress(email)
  if (email !== '' && address === null) own.push({ field: 'mail', mistake: 'email-wrong' })
  const checking = assignable ? checkAssignment(assignable, { ...terms, reason: 'looked at above' }, { now }) : null
  if (checking?.ok && isHeldAlready(facts, checking.assignment)) own.push({ field: 'fra', mistake: 'already-held' })
  const wrongTerms = checking && !checking.ok ? checking.mistakes : []
  if (own.length > 0 || wrongTerms.length > 0) return { terms: wrongTerms, own }
  return { terms: checking?.ok ? checking.assignment : null, reason, email: address }
}

export function isMistaken(checked: Need | NeedMistakes): checked is NeedMistakes {
  return 'own' in checked
}

/** Of a reason, a question or an answer: others read it, and it stands in the log. */
export function wrongReason(reason: string): 'reason-missing' | 'reason-too-long' | 'reason-cpr' | null {
  if (reason === '') return 'reason-missing'
  if (reason.length > longestReason) return 'reason-too-long'
  return hasCprNumber(reason) ? 'reason-cpr' : null
}
