/** Released claims as OIOSAML 3 attributes. Everything here has passed the release: this only writes. (protocols.md A5, B, C) */
import type { Claims } from '../../brokering/attributes/claims.ts'
import type { Service } from '../../services/service.ts'
import { nameFormatOf, oioAttributes, oiosaml3SpecVersion, samlAttributeNames } from './oio/attribute-names.ts'
import { writeUserAuthorizations } from './oio/user-authorizations.ts'
import { writePrivileges } from './oio/write-privileges.ts'
import type { WrittenAttribute } from './response/write-response.ts'

type TextAttribute = WrittenAttribute & { values: readonly string[] }

export function writtenAttributes({ settings }: Service, claims: Claims): TextAttribute[] {
  const privileges = writePrivileges(claims.privileges, settings.bppVersion)
  const authorisations = writeUserAuthorizations(claims.authorisations, 'base64')
  return [
    attribute(oioAttributes.specVersion, [oiosaml3SpecVersion]),
    attribute(oioAttributes.loa, [claims.assurance]),
    attribute(oioAttributes.ial, optional(claims.identityAssurance)),
    attribute(oioAttributes.aal, optional(claims.authenticatorAssurance)),
    ...[...claims.attributes].map(([name, values]) =>
      attribute(
        samlAttributeNames[name],
        name === 'professionalUuid' || name === 'cprUuid' ? values.map((uuid) => `urn:uuid:${uuid}`) : values,
      ),
    ),
    attribute(samlAttributeNames.userAuthorizations, optional(authorisations)),
    attribute(samlAttributeNames.privileges, optional(privileges)),
  ].filter(({ values }) => values.length > 0)
}

function attribute(name: string, values: readonly string[]): TextAttribute {
  return { name, nameFormat: nameFormatOf(name), values }
}

function optional(value: string | null | undefined): string[] {
  return value === null || value === undefined ? [] : [value]
}
