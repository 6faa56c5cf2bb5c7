/** What the parties of the sandbox know of SEB: what its metadata says, as any other party would. */
import type { KeyObject } from 'node:crypto'
import { Problem } from '../../src/base/problem.ts'
import type { AcsEndpoint, Endpoint, PartyKey } from '../../src/protocols/saml/metadata/party-metadata.ts'
import { readMetadata } from '../../src/protocols/saml/metadata/read-metadata.ts'
import { encryptionKey, signingKeys } from '../../src/protocols/saml/metadata/read-party-keys.ts'
import { preferRedirect } from '../../src/protocols/saml/party.ts'
import { chooseEncryption } from '../../src/protocols/saml/xml/choose-encryption.ts'
import type { EncryptionRecipient } from '../../src/protocols/saml/xml/encrypt-element.ts'

export interface KnownSeb {
  /** Towards services. */
  identityProvider: SebSide & { singleSignOn: URL }
  /** Towards identity providers. */
  service: SebSide & { acs: readonly AcsEndpoint[]; encryption: EncryptionRecipient }
}

interface SebSide {
  entityId: string
  signingKeys: readonly KeyObject[]
  singleLogout: Endpoint
}

/** Throws where SEB's metadata lacks what a party needs. */
export function readSeb(documents: { idp: string; sp: string }, now: Date): KnownSeb {
  const idp = readMetadata(documents.idp, { now })
  const sp = readMetadata(documents.sp, { now })
  if (!idp.identityProvider || !sp.service) throw lacking('a role')
  const singleSignOn = preferRedirect(idp.identityProvider.singleSignOn) ?? missing('SingleSignOnService')
  return {
    identityProvider: {
      entityId: idp.entityId,
      signingKeys: signingKeys(idp.identityProvider.keys),
      singleSignOn: new URL(singleSignOn.location),
      singleLogout: preferRedirect(idp.identityProvider.singleLogout) ?? missing('SingleLogoutService'),
    },
    service: {
      entityId: sp.entityId,
      signingKeys: signingKeys(sp.service.keys),
      acs: sp.service.acs,
      encryption: recipient(sp.service.keys),
      singleLogout: preferRedirect(sp.service.singleLogout) ?? missing('SingleLogoutService'),
    },
  }
}

function recipient(keys: readonly PartyKey[]): EncryptionRecipient {
  const key = encryptionKey(keys) ?? missing('an encryption key')
  const methods = chooseEncryption(key.encryptionMethods) ?? missing('a usable EncryptionMethod')
  return { publicKey: key.publicKey, methods }
}

function missing(what: string): never {
  throw lacking(what)
}

const lacking = (what: string) => new Problem('configuration', `SEB’s own metadata lacks ${what}`)
