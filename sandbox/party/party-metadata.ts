/** The metadata of the parties, written by the same code as SEB's own. */
import type { KeyPair } from '../../src/protocols/keys/key-pair.ts'
import type { OwnMetadata } from '../../src/protocols/saml/metadata/own-metadata.ts'
import { writeIdpMetadata } from '../../src/protocols/saml/metadata/write-idp-metadata.ts'
import { writeSpMetadata } from '../../src/protocols/saml/metadata/write-sp-metadata.ts'
import { providerPath, sandboxPaths, servicePath } from '../addresses.ts'
import { type ProviderKey, providers } from '../data/providers.ts'
import { type ServiceKey, services } from '../data/services.ts'
import type { Texts } from '../texts.ts'

export function providerMetadata(key: ProviderKey, publicUrl: URL, keyPair: KeyPair): string {
  const provider = providers[key]
  const path = providerPath(key)
  return writeIdpMetadata({
    ...common(provider.names, provider.about, publicUrl),
    entityId: new URL(path.metadata, publicUrl).href,
    // A provider decrypts nothing, and its metadata publishes no key to encrypt for.
    keys: { signing: [keyPair], decryption: [keyPair] },
    singleSignOn: new URL(path.singleSignOn, publicUrl),
    singleLogout: new URL(path.singleLogout, publicUrl),
    errorUrl: new URL(path.page, publicUrl),
    attributes: ['fullName', 'firstName', 'lastName', 'email', 'cpr', 'cvr', 'orgName', 'professionalUuid', 'rid'],
  })
}

export function serviceMetadata(key: ServiceKey, publicUrl: URL, keyPair: KeyPair): string {
  const service = services[key]
  const path = servicePath(key)
  return writeSpMetadata({
    ...common(service.names, service.descriptions, publicUrl),
    entityId: new URL(path.metadata, publicUrl).href,
    keys: { signing: [keyPair], decryption: [keyPair] },
    acs: new URL(path.acs, publicUrl),
    singleLogout: new URL(path.singleLogout, publicUrl),
    attributes: service.asks,
  })
}

function common(
  names: Texts,
  descriptions: Texts,
  publicUrl: URL,
): Pick<OwnMetadata, 'names' | 'descriptions' | 'organisation' | 'contacts'> {
  const address = new URL(sandboxPaths.overview, publicUrl).href
  return {
    names,
    descriptions,
    organisation: { names, displayNames: names, urls: { da: address, en: address } },
    contacts: [{ type: 'technical', company: 'SEB-sandkassen (opdigtet)', mail: 'sandkasse@seb-demo.example' }],
  }
}
