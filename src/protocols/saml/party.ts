/** What a registered party's metadata means at run time: keys made ready, endpoints chosen. Made once for each reading of the row. */
import type { KeyObject } from 'node:crypto'
import type { IdentityProvider } from '../../organisations/identity-provider.ts'
import type { AttributeName } from '../../services/attribute.ts'
import type { Service } from '../../services/service.ts'
import { type AcsEndpoint, type Endpoint, storedIdentityProvider, storedService } from './metadata/party-metadata.ts'
import { encryptionKey, signingKeys } from './metadata/read-party-keys.ts'
import { attributeNameOf } from './oio/attribute-names.ts'
import { chooseEncryption } from './xml/choose-encryption.ts'
import type { EncryptionRecipient } from './xml/encrypt-element.ts'

export interface SamlProvider {
  signingKeys: readonly KeyObject[]
  singleSignOn: readonly Endpoint[]
  singleLogout: readonly Endpoint[]
}

/** One list of attributes in a service's metadata, under SEB's own names. */
export interface AskedAttributes {
  index: number
  isDefault: boolean
  names: readonly AttributeName[]
}

export interface SamlService {
  signingKeys: readonly KeyObject[]
  /** Null where the service published no key that SEB can encrypt for. */
  encryption: EncryptionRecipient | null
  acs: readonly AcsEndpoint[]
  singleLogout: readonly Endpoint[]
  attributeLists: readonly AskedAttributes[]
}

const providers = new WeakMap<IdentityProvider, SamlProvider>()
const services = new WeakMap<Service, SamlService>()

export function samlProvider(identityProvider: IdentityProvider): SamlProvider {
  const known = providers.get(identityProvider)
  if (known) return known
  const { keys, singleSignOn, singleLogout } = storedIdentityProvider(identityProvider.metadata)
  const made = { signingKeys: signingKeys(keys), singleSignOn, singleLogout }
  providers.set(identityProvider, made)
  return made
}

export function samlService(service: Service): SamlService {
  const known = services.get(service)
  if (known) return known
  const { keys, acs, singleLogout, attributeLists } = storedService(service.metadata)
  const key = encryptionKey(keys)
  const methods = key && chooseEncryption(key.encryptionMethods)
  const made: SamlService = {
    signingKeys: signingKeys(keys),
    encryption: key && methods ? { publicKey: key.publicKey, methods } : null,
    acs,
    singleLogout,
    attributeLists: attributeLists.map(({ index, isDefault, attributes }) => ({
      index,
      isDefault,
      names: attributes.flatMap(({ name }) => attributeNameOf(name) ?? []),
    })),
  }
  services.set(service, made)
  return made
}

/** What a service means that does not say by number: its default, else its first (SAML metadata §2.4.4.2). */
export function usualList(lists: readonly AskedAttributes[]): AskedAttributes | null {
  return lists.find(({ isDefault }) => isDefault) ?? lists[0] ?? null
}

/** By Redirect where the party takes it, since that needs no page in between; else by POST. */
export function preferRedirect(endpoints: readonly Endpoint[]): Endpoint | null {
  return endpoints.find(({ binding }) => binding === 'redirect') ?? endpoints[0] ?? null
}
