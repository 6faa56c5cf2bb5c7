/** SEB as a SAML identity provider: answers services, says no in their words, logs them out. (OIOSAML 3, protocols.md A2, A6, A8) */
import type { ReleasedClaims } from '../../brokering/attributes/claims.ts'
import type { ServiceProtocol } from '../../brokering/ports.ts'
import type { RefusalReason } from '../../brokering/refusal.ts'
import type { IssuedName } from '../../people/sessions.store.ts'
import type { Service } from '../../services/service.ts'
import { encodePost } from './bindings/post.ts'
import { samlAttributeNames } from './oio/attribute-names.ts'
import { assuranceClassRef } from './oio/nsis.ts'
import { samlService, usualList } from './party.ts'
import { writeErrorResponse, writeResponse } from './response/write-response.ts'
import type { SamlDeps } from './saml-deps.ts'
import { answerLogOut, askToLogOut } from './send-log-out.ts'
import type { Status } from './status.ts'
import { writtenAttributes } from './written-attributes.ts'

export function samlServiceProtocol(deps: SamlDeps): ServiceProtocol {
  const [signWith] = deps.keys.signing
  const envelope = (replyTo: string, inResponseTo: string) => ({
    issuer: deps.idpEntityId,
    acsUrl: replyTo,
    inResponseTo,
    now: deps.clock.now(),
    ids: deps.ids,
  })
  return {
    respond(service, { request }, claims, sessionIndex) {
      const { settings } = service
      const { encryption } = samlService(service)
      if (settings.encryptAssertion && !encryption) throw new Error(`${service.key} has no key to encrypt for`)
      const name = issuedName(deps, service, claims)
      const { xml } = writeResponse(
        envelope(request.replyTo, request.messageId),
        {
          audience: service.entityId,
          nameId: { ...name, nameQualifier: null, spNameQualifier: null },
          authnInstant: new Date(claims.authenticatedAt),
          sessionIndex,
          authnContextClassRef:
            settings.authnContextClassRef === 'nsis'
              ? assuranceClassRef(claims.assurance)
              : settings.authnContextClassRef,
          authenticatingAuthorities: claims.authorities,
          ...(claims.holdsUntil && { sessionNotOnOrAfter: claims.holdsUntil }),
          attributes: writtenAttributes(service, claims),
          lifetimeSeconds: settings.assertionLifetimeSeconds,
        },
        {
          signingKey: signWith,
          encryption: settings.encryptAssertion ? encryption : null,
          signResponse: settings.signResponse,
        },
      )
      return { outbound: post(xml, request.replyTo, request.relayState), name }
    },

    preview(service, claims) {
      const attributes = writtenAttributes(service, claims)
      const privileges = attributes.find(({ name }) => name === samlAttributeNames.privileges)
      return { attributes, privileges: privileges?.values[0] ?? null }
    },

    usuallyAsks: (service) => usualList(samlService(service).attributeLists)?.names ?? null,

    refuse(_service, { request }, { reason }) {
      const xml = writeErrorResponse(envelope(request.replyTo, request.messageId), statuses[reason], signWith)
      return post(xml, request.replyTo, request.relayState)
    },

    logOut(service, { name, sessionIndex }) {
      const subject = { ...name, nameQualifier: null, spNameQualifier: null }
      return askToLogOut(deps, asKnownBy(deps, service), { subject, sessionIndexes: [sessionIndex] })
    },

    answerLogOut: (service, asked, complete) => answerLogOut(deps, asKnownBy(deps, service), asked, complete),
  }
}

function asKnownBy({ idpEntityId }: SamlDeps, service: Service) {
  return { issuer: idpEntityId, endpoints: samlService(service).singleLogout }
}

function post(xml: string, replyTo: string, relayState: string | null) {
  return encodePost({
    parameter: 'SAMLResponse',
    xml,
    destination: new URL(replyTo),
    relayState: relayState ?? undefined,
  })
}

/** A UUID of this person at this service only, in OIOSAML 3's form (I12); a transient one says nothing at all. */
function issuedName(deps: SamlDeps, { settings }: Service, { kind, pairwiseSubject }: ReleasedClaims): IssuedName {
  const transient = settings.nameIdFormat === 'transient'
  const value = transient ? deps.ids.xmlId() : `https://data.gov.dk/model/core/eid/${kind}/uuid/${pairwiseSubject}`
  return { value, format: `urn:oasis:names:tc:SAML:2.0:nameid-format:${settings.nameIdFormat}` }
}

/** What each refusal is called in SAML (core §3.2.2.2). The page has told the person more than a service needs to know. */
const statuses: Readonly<Record<RefusalReason, Status>> = {
  'unknown-organisation': { top: 'Responder', second: 'RequestDenied' },
  'service-not-granted': { top: 'Responder', second: 'RequestDenied' },
  'no-account': { top: 'Responder', second: 'UnknownPrincipal' },
  'account-not-active': { top: 'Responder', second: 'RequestDenied' },
  'role-missing': { top: 'Responder', second: 'RequestDenied' },
  'role-ended': { top: 'Responder', second: 'RequestDenied' },
  'outside-hours': { top: 'Responder', second: 'RequestDenied' },
  'level-too-low': { top: 'Responder', second: 'NoAuthnContext' },
  'provider-not-activated': { top: 'Responder', second: 'NoSupportedIDP' },
  'provider-down': { top: 'Responder', second: 'NoAvailableIDP' },
  'answer-wrong': { top: 'Responder', second: 'AuthnFailed' },
  'organisation-not-allowed': { top: 'Responder', second: 'AuthnFailed' },
  'wrong-log-in-kind': { top: 'Responder', second: 'NoAuthnContext' },
  'cookie-lost': { top: 'Responder', second: 'AuthnFailed' },
  'too-late': { top: 'Responder', second: 'AuthnFailed' },
  'already-answered': { top: 'Responder', second: 'AuthnFailed' },
  cancelled: { top: 'Responder', second: 'AuthnFailed' },
  'no-passive': { top: 'Responder', second: 'NoPassive' },
}
