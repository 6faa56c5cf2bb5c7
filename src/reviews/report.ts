/**
 * What came of a review, signed with the key of the audit: whoever has it can verify it without SEB (tools/verify-review.mjs).
 * One line: the report as the very text that was signed, and the signature.
 */
import { type KeyObject, sign } from 'node:crypto'
import type { ReviewItem } from './items.store.ts'
import type { Review } from './review.ts'
import { standingOf } from './review-state.ts'

export interface ReportSigner {
  privateKey: KeyObject
  /** Its public half, as heads of the audit name it: SPKI in base64url. */
  key: string
}

export interface ReportOf {
  organisation: { cvr: string; name: string }
  review: Review
  items: readonly ReviewItem[]
  now: Date
}

/** Keeps the signature from being taken for one over anything else. */
const purpose = 'seb review report 1\n'

export function signedReport({ privateKey, key }: ReportSigner, of: ReportOf): string {
  const text = JSON.stringify({ ...reportOf(of), key })
  const signature = sign(null, Buffer.from(purpose + text), privateKey).toString('base64url')
  return `{"report":${text},"signature":${JSON.stringify(signature)}}\n`
}

/** Roles, services and units by the names they have when the report is made. */
function reportOf({ organisation, review, items, now }: ReportOf) {
  const { id, name, onlySensitive, deadline, silence, origin, startedAt, startedBy, removesAt } = review
  const standings = items.map((item) => standingOf({ ...item, ...review }, now))
  return {
    format: 1,
    madeAt: now,
    organisation: { cvr: organisation.cvr, name: organisation.name },
    review: { id, name, startedAt, startedBy, origin, onlySensitive, deadline, silence, removesAt },
    counts: Object.fromEntries([...Map.groupBy(standings, (one) => one)].map(([one, all]) => [one, all.length])),
    items: items.map((item, at) => ({
      assignment: item.id,
      name: item.name,
      unit: item.unitName,
      service: item.serviceDa,
      role: item.roleDa,
      scopes: item.scopes,
      from: item.validFrom,
      until: item.validUntil,
      ...(item.hours && { hours: item.hours }),
      stoodOut: item.reasons,
      standing: standings[at],
      answeredBy: item.decidedBy,
      answeredAt: item.decidedAt,
    })),
  }
}
