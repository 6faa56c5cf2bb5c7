/**
 * Metadata that SEB read before and that came back in a document, which anybody may have written: held to all that XML is held to
 * when a party is registered.
 */

import type { Endpoint, PartyKey, PartyMetadata } from './party-metadata.ts'
import { chooseDefaultAcs, requireAcs, requireLocation } from './read-endpoints.ts'
import type { MetadataQuestion } from './read-metadata.ts'
import { requireEntityId, requireUnexpired } from './read-metadata.ts'
import { readCertificate, requireSigningKey } from './read-party-keys.ts'
import { refuseMetadata } from './refuse-metadata.ts'

/** The same metadata; throws as `readMetadata` does. */
export function checkKeptMetadata(kept: PartyMetadata, { now, entityId }: MetadataQuestion): PartyMetadata {
  const { identityProvider, service, validUntil } = kept
  if (entityId !== undefined && entityId !== kept.entityId) refuseMetadata('other-entity')
  if (!identityProvider && !service) refuseMetadata('no-role')
  return {
    ...kept,
    entityId: requireEntityId(kept.entityId),
    validUntil: validUntil === null ? null : requireUnexpired(readDate(validUntil), now).toISOString(),
    identityProvider: identityProvider && checkIdentityProvider(identityProvider, now),
    service: service && checkService(service, now),
  }
}

function checkIdentityProvider(role: NonNullable<PartyMetadata['identityProvider']>, now: Date) {
  if (role.singleSignOn.length === 0) refuseMetadata('no-sign-on')
  checkEndpoints([...role.singleSignOn, ...role.singleLogout])
  return { ...role, keys: checkKeys(role.keys, 'IDPSSODescriptor', now) }
}

function checkService(role: NonNullable<PartyMetadata['service']>, now: Date) {
  checkEndpoints(role.singleLogout)
  for (const { location } of role.acs) requireLocation(location)
  return {
    ...role,
    acs: chooseDefaultAcs(requireAcs(role.acs)),
    keys: checkKeys(role.keys, 'SPSSODescriptor', now),
  }
}

function checkEndpoints(endpoints: readonly Endpoint[]): void {
  for (const { location, responseLocation } of endpoints) {
    requireLocation(location)
    if (responseLocation !== null) requireLocation(responseLocation)
  }
}

function checkKeys(keys: readonly PartyKey[], name: string, now: Date): PartyKey[] {
  const checked = keys.map((key) => ({ ...key, certificate: readCertificate(key.certificate, now) }))
  requireSigningKey(checked, name)
  return checked
}

function readDate(text: string): Date {
  const date = new Date(text)
  return Number.isNaN(date.getTime()) ? refuseMetadata('expired', { at: text }) : date
}
