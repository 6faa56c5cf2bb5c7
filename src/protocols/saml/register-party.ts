/** Reads the metadata of a party that an operator registers, and refuses what SEB could not log anybody in with. */
import { Problem } from '../../base/problem.ts'
import type { PartyMetadata } from './metadata/party-metadata.ts'
import { readMetadata } from './metadata/read-metadata.ts'

/** Throws a Problem in words for the operator. */
export function readRegistration(
  xml: Uint8Array,
  party: 'identity-provider' | 'service',
  now: Date,
  entityId?: string,
): PartyMetadata {
  const metadata = readMetadata(xml, entityId === undefined ? { now } : { now, entityId })
  if (party === 'identity-provider' && !metadata.identityProvider) {
    throw new Problem('configuration', 'this is the metadata of a service, not of an identity provider')
  }
  if (party === 'service' && !metadata.service) {
    throw new Problem('configuration', 'this is the metadata of an identity provider, not of a service')
  }
  return metadata
}
