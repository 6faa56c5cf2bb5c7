/**
 * Turns a verified Response from an identity provider into SEB's own terms: OIOSAML 3 attributes become names, every way of
 * writing a level becomes a level, and what does not fit the profile is refused. (protocols.md A3 S5–S9, A5, D)
 */
import { type AssuranceLevel, lowestAssurance } from '../../base/assurance.ts'
import type { PrivilegeGroup } from '../../brokering/attributes/claims.ts'
import type { Answer, LogInKind, UpstreamRefusal } from '../../brokering/authentication.ts'
import type { IdentityProvider } from '../../organisations/identity-provider.ts'
import type { AttributeName } from '../../services/attribute.ts'
import { MessageRefused } from './message-refused.ts'
import { attributeNameOf, oioAttributes, oiosaml3SpecVersion, samlAttributeNames } from './oio/attribute-names.ts'
import {
  assuranceFromAttribute,
  assuranceFromClassRef,
  assuranceFromLegacyLevel,
  looksLikeAssurance,
} from './oio/nsis.ts'
import { readPrivileges } from './oio/read-privileges.ts'
import { samlProvider } from './party.ts'
import type { UnverifiedResponse } from './response/peek-response.ts'
import { readResponse, type SuccessfulResponse } from './response/read-response.ts'
import { type SamlDeps, samlAddress } from './saml-deps.ts'
import type { Status } from './status.ts'

export function readAnswer(
  deps: SamlDeps,
  response: UnverifiedResponse,
  identityProvider: IdentityProvider,
  question: { messageId: string; logInKind: LogInKind },
): Answer {
  const { settings } = identityProvider
  const read = readResponse(response, {
    issuer: identityProvider.entityId,
    keys: samlProvider(identityProvider).signingKeys,
    decryptionKeys: deps.keys.decryption.flatMap((pair) => pair?.privateKey ?? []),
    acsUrl: samlAddress(deps, 'acs').href,
    audience: deps.spEntityId,
    inResponseTo: question.messageId,
    now: deps.clock.now(),
    requireEncryption: settings.requireEncryption,
    allowCbc: settings.allowCbc,
  })
  if (read.outcome === 'no-success') return refusedBy(read.status)
  const kind = kindOf(read.nameId.value) ?? question.logInKind
  if (kind !== question.logInKind) {
    return { outcome: 'refused', why: 'wrong-log-in-kind', detail: `asked for ${question.logInKind}, answered ${kind}` }
  }
  requireProfile(read, kind)
  const assurance = assuranceOf(read, settings.acceptLegacyAssuranceLevel)
  const { cpr, attributes } = ownAttributes(read)
  return {
    outcome: 'authenticated',
    authentication: {
      kind,
      subject: read.nameId,
      sessionIndex: read.sessionIndex,
      assurance,
      identityAssurance: optionalLevel(read, oioAttributes.ial),
      authenticatorAssurance: optionalLevel(read, oioAttributes.aal),
      authenticatedAt: read.authnInstant.toISOString(),
      sessionNotOnOrAfter: read.sessionNotOnOrAfter?.toISOString() ?? null,
      authorities: read.authenticatingAuthorities,
      attributes,
      privileges: settings.privileges === 'merge' ? privilegesOf(read) : [],
      cpr,
    },
    once: {
      issuer: identityProvider.entityId,
      messageIds: [...new Set([read.responseId, read.assertionId])],
      until: read.notOnOrAfter,
    },
  }
}

/** What an identity provider's own no means to the person (SAML core §3.2.2.2). */
function refusedBy({ top, second }: Status): Answer {
  const detail = second ? `${top}/${second}` : top
  return { outcome: 'refused', why: whyOf(top, second), detail: `status ${detail}` }
}

function whyOf(top: Status['top'], second: Status['second']): UpstreamRefusal {
  switch (second) {
    case 'AuthnFailed':
    case 'RequestDenied':
      return 'cancelled'
    case 'NoAuthnContext':
      return 'level-too-low'
    case 'NoPassive':
      return 'no-passive'
    case 'NoAvailableIDP':
      return 'provider-down'
    default:
      return top === 'Responder' ? 'provider-down' : 'answer-wrong'
  }
}

const subjectPrefixes: Readonly<Record<LogInKind, string>> = {
  professional: 'https://data.gov.dk/model/core/eid/professional/',
  person: 'https://data.gov.dk/model/core/eid/person/',
}

/** The kind of identity that a NameID of OIOSAML 3 names; a local provider may name its users otherwise (L5). */
function kindOf(nameId: string): LogInKind | null {
  if (nameId.startsWith(subjectPrefixes.professional)) return 'professional'
  return nameId.startsWith(subjectPrefixes.person) ? 'person' : null
}

function requireProfile({ attributes }: SuccessfulResponse, kind: LogInKind): void {
  if (only(attributes, oioAttributes.specVersion) !== oiosaml3SpecVersion)
    throw new MessageRefused('attribute-malformed', 'specVersion')
  if (kind === 'professional' && !only(attributes, samlAttributeNames.orgName))
    throw new MessageRefused('attribute-malformed', 'orgName')
}

/**
 * The lowest of all that is said: level, identity, authenticator and context. A level of the whole is never above its parts
 * (NSIS §3.4), and one that nobody knows is none (G33).
 */
function assuranceOf(read: SuccessfulResponse, acceptLegacy: boolean): AssuranceLevel {
  const stated = optionalLevel(read, oioAttributes.loa) ?? (acceptLegacy ? legacyLevel(read) : null)
  if (stated === null) throw new MessageRefused('assurance-missing')
  const parts = [optionalLevel(read, oioAttributes.ial), optionalLevel(read, oioAttributes.aal), contextLevel(read)]
  return lowestAssurance(stated, ...parts.filter((part) => part !== null))
}

/** White space around a URI means nothing (XML Schema §4.3.6). */
function contextLevel({ authnContextClassRef }: SuccessfulResponse): AssuranceLevel | null {
  const classRef = authnContextClassRef?.trim() ?? ''
  if (!looksLikeAssurance(classRef)) return null
  const level = assuranceFromClassRef(classRef)
  if (!level) throw new MessageRefused('assurance-malformed', 'AuthnContextClassRef')
  return level
}

function optionalLevel({ attributes }: SuccessfulResponse, name: string): AssuranceLevel | null {
  const value = only(attributes, name)
  if (value === undefined) return null
  const level = assuranceFromAttribute(value)
  if (!level) throw new MessageRefused('assurance-malformed', name)
  return level
}

/** OIOSAML 2's level, from a provider that is set to be believed in it (S9). */
function legacyLevel({ attributes }: SuccessfulResponse): AssuranceLevel | null {
  const value = only(attributes, oioAttributes.legacyAssuranceLevel)
  return (value && assuranceFromLegacyLevel(value)) || null
}

/** The value of an attribute that has at most one: two would let the reader choose (A20). */
function only(attributes: SuccessfulResponse['attributes'], name: string): string | undefined {
  const values = attributes.get(name) ?? []
  if (values.length > 1) throw new MessageRefused('attribute-malformed', `${name} more than once`)
  return values[0]
}

function privilegesOf({ attributes }: SuccessfulResponse): readonly PrivilegeGroup[] {
  const sent = only(attributes, samlAttributeNames.privileges)
  return sent === undefined ? [] : readPrivileges(sent)
}

const manyValued: readonly AttributeName[] = ['email', 'authorizedToRepresent']
const uuids: readonly AttributeName[] = ['professionalUuid', 'cprUuid']
const longestValue = 256

function ownAttributes({ attributes }: SuccessfulResponse) {
  const own: Partial<Record<AttributeName, readonly string[]>> = {}
  let cpr: string | null = null
  for (const [samlName, values] of attributes) {
    const name = attributeNameOf(samlName)
    if (!name || values.length === 0) continue
    // Dropped by the pipeline with a line that says so, but only when they have come this far by name.
    if (name === 'privileges' || name === 'userAuthorizations') continue
    if (values.length > 1 && !manyValued.includes(name))
      throw new MessageRefused('attribute-malformed', `${name} more than once`)
    if (values.some((value) => value.length > longestValue))
      throw new MessageRefused('attribute-malformed', `${name} is too long`)
    if (name === 'cpr') cpr = readCpr(values[0])
    else own[name] = uuids.includes(name) ? values.map(readUuid) : values
  }
  return { cpr, attributes: own }
}

function readCpr(value: string | undefined): string {
  if (value === undefined || !/^[0-9]{10}$/.test(value)) throw new MessageRefused('attribute-malformed', 'cprNumber')
  return value
}

/** `urn:uuid:` or bare, in either case; kept bare and small (A5). */
function readUuid(value: string): string {
  const [, uuid] = /^(?:urn:uuid:)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/i.exec(value) ?? []
  if (!uuid) throw new MessageRefused('attribute-malformed', 'UUID')
  return uuid.toLowerCase()
}
