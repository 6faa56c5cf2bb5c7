/**
 * Reads the metadata of a service or an identity provider. It is read as real peers write it: without signature or end
 * date, in any order, with comments. Trust comes from the administrator who registers it, never from the document.
 */
import { readInstant } from '../saml-time.ts'
import { booleanAttribute } from '../typed-attributes.ts'
import { ns } from '../xml/namespaces.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { metadataLimits } from '../xml/scan-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import type { IdentityProviderRole, PartyMetadata, ServiceRole } from './party-metadata.ts'
import { readAcsEndpoints, readEndpoints } from './read-endpoints.ts'
import { readPartyKeys } from './read-party-keys.ts'
import { localised, readAttributeLists, readPresentation, words } from './read-presentation.ts'
import { refuseMetadata } from './refuse-metadata.ts'

export type MetadataQuestion = {
  now: Date
  /** Which party is meant, where the document tells of several. */
  entityId?: string
}

/**
 * Returns what is said of one party. Throws a `Problem` in words for the administrator when the document cannot be used:
 * expired, a key too weak or expired, an address that is not https, no role SEB has a use for.
 */
export function readMetadata(document: Uint8Array | string, { now, entityId }: MetadataQuestion): PartyMetadata {
  const path = findEntity(parseXml(document, metadataLimits), entityId)
  const entity = path.at(-1) ?? refuseMetadata('no-entity')
  const identityProvider = onlyRole(entity, 'IDPSSODescriptor')
  const service = onlyRole(entity, 'SPSSODescriptor')
  if (!identityProvider && !service) refuseMetadata('no-role')
  return {
    entityId: readEntityId(entity),
    validUntil: readValidUntil([...path, identityProvider, service], now),
    organisationNames: localised(entity.optionalChild(ns.md, 'Organization'), ns.md, 'OrganizationDisplayName'),
    identityProvider: identityProvider ? readIdentityProvider(identityProvider, now) : null,
    service: service ? readService(service, now) : null,
  }
}

function readIdentityProvider(role: XmlElement, now: Date): IdentityProviderRole {
  const singleSignOn = readEndpoints(role, 'SingleSignOnService')
  if (singleSignOn.length === 0) refuseMetadata('no-sign-on')
  return {
    keys: readPartyKeys(role, now),
    singleSignOn,
    singleLogout: readEndpoints(role, 'SingleLogoutService'),
    nameIdFormats: words(role, 'NameIDFormat'),
    wantsSignedRequests: booleanAttribute(role, 'WantAuthnRequestsSigned') ?? false,
    presentation: readPresentation(role),
  }
}

function readService(role: XmlElement, now: Date): ServiceRole {
  return {
    keys: readPartyKeys(role, now),
    acs: readAcsEndpoints(role),
    singleLogout: readEndpoints(role, 'SingleLogoutService'),
    nameIdFormats: words(role, 'NameIDFormat'),
    signsRequests: booleanAttribute(role, 'AuthnRequestsSigned') ?? false,
    wantsSignedAssertions: booleanAttribute(role, 'WantAssertionsSigned') ?? false,
    attributeLists: readAttributeLists(role),
    presentation: readPresentation(role),
  }
}

/** The way from the root to the one EntityDescriptor that is meant. */
export function findEntity(root: XmlElement, entityId: string | undefined): readonly XmlElement[] {
  const paths = entityPaths(root)
  const meant = entityId === undefined ? paths : paths.filter((path) => path.at(-1)?.attribute('entityID') === entityId)
  const [only] = meant
  if (only === undefined) refuseMetadata(entityId === undefined || paths.length === 0 ? 'no-entity' : 'other-entity')
  if (meant.length > 1) refuseMetadata('several-entities', { count: String(meant.length) })
  return only
}

function entityPaths(element: XmlElement): XmlElement[][] {
  if (element.is(ns.md, 'EntityDescriptor')) return [[element]]
  if (!element.is(ns.md, 'EntitiesDescriptor')) return []
  return element.elements.flatMap(entityPaths).map((path) => [element, ...path])
}

export function onlyRole(entity: XmlElement, name: 'IDPSSODescriptor' | 'SPSSODescriptor'): XmlElement | undefined {
  const roles = entity
    .children(ns.md, name)
    .filter((role) => role.requiredAttribute('protocolSupportEnumeration').split(/\s+/).includes(ns.samlp))
  if (roles.length > 1) refuseMetadata('several-roles', { count: String(roles.length), name })
  return roles[0]
}

/** An absolute URI of at most 1024 characters (SAML core §8.3.6), in ASCII: no look-alikes, no white space. */
export function readEntityId(entity: XmlElement): string {
  return requireEntityId(entity.attribute('entityID') ?? refuseMetadata('entity-id-missing'))
}

export function requireEntityId(entityId: string): string {
  if (!/^[A-Za-z][A-Za-z0-9+.-]*:[!-~]+$/.test(entityId) || entityId.length > 1024)
    refuseMetadata('entity-id-malformed')
  return entityId
}

export function readValidUntil(elements: readonly (XmlElement | undefined)[], now: Date): string | null {
  const [earliest] = elements
    .flatMap((element) => element?.attribute('validUntil') ?? [])
    .map(readInstant)
    .sort((a, b) => a.getTime() - b.getTime())
  return earliest === undefined ? null : requireUnexpired(earliest, now).toISOString()
}

export function requireUnexpired(validUntil: Date, now: Date): Date {
  if (validUntil <= now) refuseMetadata('expired', { at: validUntil.toISOString() })
  return validUntil
}
