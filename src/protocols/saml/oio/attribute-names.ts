/**
 * What SAML calls each thing that may be told about a person: the attribute profiles of OIOSAML 3, and the Danish health
 * sector's common SAML attributes 0.9.
 */
import type { AttributeName } from '../../../services/attribute.ts'

const eid = 'https://data.gov.dk/model/core/eid/'
const professional = `${eid}professional/`
const nsis = 'https://data.gov.dk/concept/core/nsis/'
const health = 'dk:healthcare:saml:attribute:'

/** SEB's own names on the left. No published profile has an attribute for the two marked as SEB's. */
export const samlAttributeNames: Readonly<Record<AttributeName, string>> = {
  fullName: `${eid}fullName`,
  firstName: `${eid}firstName`,
  lastName: `${eid}lastName`,
  alias: `${eid}alias`,
  email: `${eid}email`,
  cpr: `${eid}cprNumber`,
  cprUuid: `${eid}cprUuid`,
  age: `${eid}age`,
  dateOfBirth: `${eid}dateOfBirth`,
  cvr: `${professional}cvr`,
  orgName: `${professional}orgName`,
  professionalUuid: `${professional}uuid/persistent`,
  rid: `${professional}rid`,
  productionUnit: `${professional}productionUnit`,
  seNumber: `${professional}seNumber`,
  sor: 'urn:dk:gov:saml:sorIdentifier', // SEB's: the URN that privilege constraints use
  ydernummer: 'urn:dk:sundhed:seb:ydernummer', // SEB's
  authorizedToRepresent: `${professional}authorizedToRepresent`,
  privileges: `${eid}privilegesIntermediate`,
  hasUserAuthorization: `${health}HasUserAuthorization`,
  userAuthorizations: `${health}UserAuthorizations`,
}

/** Attributes that speak of the log-in and the message rather than of the person. */
export const oioAttributes = {
  specVersion: 'https://data.gov.dk/model/core/specVersion',
  loa: `${nsis}loa`,
  ial: `${nsis}ial`,
  aal: `${nsis}aal`,
  /** `OIO-SAML-H-3.0` from local identity providers of the health sector. */
  healthSpecVersion: 'https://healthcare.data.gov.dk/model/core/specVersion',
  /** OIOSAML 2's levels 1 to 4, which NemLog-in still sends for some log-ins. */
  legacyAssuranceLevel: 'dk:gov:saml:attribute:AssuranceLevel',
} as const

/** What `specVersion` says in every OIOSAML 3 assertion, whatever its minor version. */
export const oiosaml3SpecVersion = 'OIO-SAML-3.0'

const attributeNameFormats = {
  uri: 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri',
  basic: 'urn:oasis:names:tc:SAML:2.0:attrname-format:basic',
} as const

/** The NameFormat an attribute carries: `uri` in OIOSAML 3, `basic` for the health attributes, which are older. */
export function nameFormatOf(samlName: string): string {
  return samlName.startsWith('dk:') ? attributeNameFormats.basic : attributeNameFormats.uri
}

const namesBySamlName: ReadonlyMap<string, AttributeName> = new Map(
  Object.entries(samlAttributeNames).map(([name, samlName]) => [samlName, name as AttributeName]),
)

/** SEB's own name for an attribute, or nothing when SEB has no use for it. */
export function attributeNameOf(samlName: string): AttributeName | undefined {
  return namesBySamlName.get(samlName)
}
