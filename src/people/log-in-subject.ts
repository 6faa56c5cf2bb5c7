/** Whom a log-in says somebody is, in what finds a person: what the identity provider said, as far as it may be believed. */
import type { LogInSubject } from './find-person.ts'

/** The part of an authentication that says who (brokering/authentication.ts). */
export interface SubjectFacts {
  kind: 'professional' | 'person'
  subject: { value: string; format: string | null }
  attributes: Readonly<Partial<Record<'cvr' | 'professionalUuid' | 'rid' | 'fullName' | 'email', readonly string[]>>>
  cprHash: string | null
  /** By the other pair of keys, while keys are changed. */
  cprOtherHash?: string | null
}

/** SAML core §8.3.8: made for one log-in, perhaps for another person the next time. */
const transient = 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient'

export function logInSubject(
  provider: { id: string; kind: 'nemlog-in' | 'local' },
  { kind, subject, attributes, cprHash, cprOtherHash }: SubjectFacts,
): LogInSubject {
  return {
    identityProviderId: provider.id,
    subject: subject.format === transient ? null : subject.value,
    kind,
    // A private log-in speaks for no organisation, whatever it says.
    cvr: kind === 'professional' ? (attributes.cvr?.[0] ?? null) : null,
    professionalUuid: kind === 'professional' ? (attributes.professionalUuid?.[0] ?? null) : null,
    rid: kind === 'professional' ? (attributes.rid?.[0] ?? null) : null,
    cprHashes: [cprHash, cprOtherHash].flatMap((hash) => hash ?? []),
    cprIdentifies: provider.kind === 'nemlog-in',
  }
}
