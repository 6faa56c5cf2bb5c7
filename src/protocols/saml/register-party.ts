/** Reads the metadata of a party that an operator registers, and refuses what SEB could not log anybody in with. */
import { Problem } from '../../base/problem.ts'
import type { ServiceSettings } from '../../services/service-settings.ts'
import { checkKeptMetadata } from './metadata/check-kept-metadata.ts'
import { keptMetadata, type PartyMetadata, type ServiceRole } from './metadata/party-metadata.ts'
import { readMetadata } from './metadata/read-metadata.ts'
import { encryptionKey } from './metadata/read-party-keys.ts'
import { refuseMetadata } from './metadata/refuse-metadata.ts'
import { chooseEncryption } from './xml/choose-encryption.ts'

/** What is registered: its metadata must fit what is set for it. */
export type Registration = {
  /** The party that is meant, where the document tells of several. */
  entityId?: string | undefined
} & ({ party: 'identity-provider' } | { party: 'service'; settings: Pick<ServiceSettings, 'encryptAssertion'> })

/** Throws a Problem in words for the operator. */
export function readRegistration(xml: Uint8Array, registration: Registration, now: Date): PartyMetadata {
  const { entityId } = registration
  return fitting(readMetadata(xml, entityId === undefined ? { now } : { now, entityId }), registration)
}

/**
 * The same for metadata that was read before and kept by an export. What is registered so already has been looked at: time may have
 * passed since, and it stays in use.
 */
export function restoreRegistration(
  read: unknown,
  registration: Registration & { asNow: boolean },
  now: Date,
): PartyMetadata {
  const { entityId, asNow } = registration
  const at = asNow ? beforeAnythingEnds : now
  return fitting(
    checkKeptMetadata(keptMetadata(read), entityId === undefined ? { now: at } : { now: at, entityId }),
    registration,
  )
}

const beforeAnythingEnds = new Date(0)

function fitting(metadata: PartyMetadata, registration: Registration): PartyMetadata {
  if (registration.party === 'identity-provider' && !metadata.identityProvider) {
    throw new Problem('configuration', 'this is the metadata of a service, not of an identity provider')
  }
  if (registration.party === 'service') {
    if (!metadata.service)
      throw new Problem('configuration', 'this is the metadata of an identity provider, not of a service')
    if (registration.settings.encryptAssertion) requireEncryptionKey(metadata.service)
  }
  return metadata
}

/** Told when the service is registered, so that nobody meets it in the middle of a log-in. */
export function requireEncryptionKey({ keys }: Pick<ServiceRole, 'keys'>): void {
  const key = encryptionKey(keys)
  if (!key) refuseMetadata('encryption-key-missing')
  if (!chooseEncryption(key.encryptionMethods)) refuseMetadata('encryption-unknown')
}
