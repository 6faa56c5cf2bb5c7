/**
 * What SAML calls each thing SEB knows of a person: OIOSAML 3 attribute profiles, and the Danish health sector's common
 * SAML attributes 0.9. The short names on the left are the ones used in the program.
 */

const eid = 'https://data.gov.dk/model/core/eid/'
const professional = `${eid}professional/`
const nsis = 'https://data.gov.dk/concept/core/nsis/'
const health = 'dk:healthcare:saml:attribute:'

export const attributeNames = {
  specVersion: 'https://data.gov.dk/model/core/specVersion',
  loa: `${nsis}loa`,
  ial: `${nsis}ial`,
  aal: `${nsis}aal`,

  fullName: `${eid}fullName`,
  firstName: `${eid}firstName`,
  lastName: `${eid}lastName`,
  alias: `${eid}alias`,
  email: `${eid}email`,
  cprNumber: `${eid}cprNumber`,
  cprUuid: `${eid}cprUuid`,
  age: `${eid}age`,
  dateOfBirth: `${eid}dateOfBirth`,
  pid: `${eid}person/pid`,

  professionalUuid: `${professional}uuid/persistent`,
  rid: `${professional}rid`,
  cvr: `${professional}cvr`,
  orgName: `${professional}orgName`,
  productionUnit: `${professional}productionUnit`,
  seNumber: `${professional}seNumber`,
  authorizedToRepresent: `${professional}authorizedToRepresent`,

  privileges: `${eid}privilegesIntermediate`,
  bootstrapToken: `${eid}bootstrapToken`,

  healthSpecVersion: 'https://healthcare.data.gov.dk/model/core/specVersion',
  hasUserAuthorization: `${health}HasUserAuthorization`,
  userAuthorizations: `${health}UserAuthorizations`,
} as const

export type AttributeKey = keyof typeof attributeNames

/** What `specVersion` says in every OIOSAML 3 assertion, whatever its minor version. */
export const oiosaml3SpecVersion = 'OIO-SAML-3.0'

export const attributeNameFormats = {
  uri: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
  basic: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
} as const

/** The NameFormat an attribute carries: `uri` in OIOSAML 3, `basic` for the health attributes, which are older. */
export function nameFormatOf(key: AttributeKey): string {
  return attributeNames[key].startsWith(health) ? attributeNameFormats.basic : attributeNameFormats.uri
}

const keysByName: ReadonlyMap<string, AttributeKey> = new Map(
  Object.entries(attributeNames).map(([key, name]) => [name, key as AttributeKey]),
)

/** The short name of an attribute, or nothing when SEB has no use for it. */
export function attributeKey(name: string): AttributeKey | undefined {
  return keysByName.get(name)
}
