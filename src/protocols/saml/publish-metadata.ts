/** SEB's two metadata documents, as it publishes them. They change only with the settings and the keys. */
import { attributeNames } from '../../services/attribute.ts'
import type { OwnMetadata } from './metadata/own-metadata.ts'
import { writeIdpMetadata } from './metadata/write-idp-metadata.ts'
import { writeSpMetadata } from './metadata/write-sp-metadata.ts'
import { type SamlDeps, samlAddress } from './saml-deps.ts'

const name = { da: 'Sundhedsvæsenets Elektroniske Brugerstyring', en: 'The Danish health sector’s shared log-in' }
const descriptions = {
  da: 'Fælles log-in og brugerstyring for sundhedsvæsenets systemer',
  en: 'Shared log-in and user administration for the health sector’s systems',
}

/** What SEB gives onwards but no identity provider may say is not asked of them. */
const onlyFromSeb = ['sor', 'ydernummer', 'hasUserAuthorization', 'userAuthorizations', 'privileges']

export function publishMetadata(deps: SamlDeps): { idp: string; sp: string } {
  const { keys, publicUrl, desk } = deps
  const common: Omit<OwnMetadata, 'entityId' | 'singleLogout'> = {
    keys,
    names: { da: 'SEB', en: 'SEB' },
    descriptions,
    organisation: { names: name, displayNames: name, urls: { da: publicUrl.href, en: publicUrl.href } },
    contacts: [{ type: 'technical', company: 'SEB', mail: desk.mail, phone: desk.phone }],
  }
  return {
    idp: writeIdpMetadata({
      ...common,
      entityId: deps.idpEntityId,
      singleLogout: samlAddress(deps, 'idpSingleLogout'),
      singleSignOn: samlAddress(deps, 'singleSignOn'),
      errorUrl: publicUrl,
      attributes: attributeNames,
    }),
    sp: writeSpMetadata({
      ...common,
      entityId: deps.spEntityId,
      singleLogout: samlAddress(deps, 'spSingleLogout'),
      acs: samlAddress(deps, 'acs'),
      attributes: attributeNames.filter((attribute) => !onlyFromSeb.includes(attribute)),
    }),
  }
}
