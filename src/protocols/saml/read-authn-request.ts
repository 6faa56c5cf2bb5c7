/** Reads an AuthnRequest that is already proven to come from the service whose entity id is expected. */
import { assuranceLevels } from '../../base/assurance.ts'
import type { LogInKind } from '../../brokering/authentication.ts'
import type { AuthnRequest, NameIdPolicy, RequestedContext, Scoping } from './authn-request.ts'
import { type ExpectedMessage, readHead } from './message-head.ts'
import { MessageRefused } from './message-refused.ts'
import { assuranceFromClassRef, logInKindFromClassRef, looksLikeAssurance } from './oio/nsis.ts'
import { booleanAttribute, numberAttribute } from './typed-attributes.ts'
import { ns } from './xml/namespaces.ts'
import type { XmlElement } from './xml/xml-element.ts'

/**
 * `request` is what `verified` of `bindings/receive.ts` returned. Conditions are accepted and not heeded, since NemLog-in
 * sends its audience there; Extensions and a Subject with a login hint are not heeded either.
 */
export function readAuthnRequest(request: XmlElement, expected: ExpectedMessage): AuthnRequest {
  if (!request.is(ns.samlp, 'AuthnRequest')) throw new MessageRefused('request-malformed', 'not an AuthnRequest')
  const head = readHead(request, expected)
  const replyTo = {
    url: request.attribute('AssertionConsumerServiceURL') ?? null,
    index: numberAttribute(request, 'AssertionConsumerServiceIndex') ?? null,
    binding: request.attribute('ProtocolBinding') ?? null,
  }
  if (replyTo.index !== null && (replyTo.url !== null || replyTo.binding !== null))
    throw new MessageRefused('request-malformed', 'reply address both by number and by name') // SAML core §3.4.1
  return {
    ...head,
    replyTo,
    forceAuthn: booleanAttribute(request, 'ForceAuthn') ?? false,
    isPassive: booleanAttribute(request, 'IsPassive') ?? false,
    context: readContext(request.optionalChild(ns.samlp, 'RequestedAuthnContext')),
    nameIdPolicy: readNameIdPolicy(request.optionalChild(ns.samlp, 'NameIDPolicy')),
    scoping: readScoping(request.optionalChild(ns.samlp, 'Scoping')),
    attributeListIndex: numberAttribute(request, 'AttributeConsumingServiceIndex') ?? null,
  }
}

const comparisons: readonly string[] = ['exact', 'minimum', 'maximum', 'better']

/**
 * A level may only be asked for as a minimum ([OIO-SP-06]); references to the kind of log-in may stand beside it and are
 * not compared ([OIO-SP-07]). Several levels mean the lowest of them (SAML core §3.3.2.2.1). A level nobody knows is
 * refused rather than passed by.
 */
function readContext(context: XmlElement | undefined): RequestedContext {
  if (context === undefined) return { assurance: null, logInKinds: null, others: [] }
  const comparison = context.attribute('Comparison') ?? 'exact'
  if (!comparisons.includes(comparison)) throw new MessageRefused('request-malformed', 'Comparison')
  const classRefs = context.children(ns.saml, 'AuthnContextClassRef').map(({ text }) => text.trim())

  const levels = classRefs.filter(looksLikeAssurance).map((classRef) => {
    const level = assuranceFromClassRef(classRef)
    if (level === undefined) throw new MessageRefused('request-malformed', 'unknown level of assurance')
    return level
  })
  if (levels.length > 0 && comparison !== 'minimum')
    throw new MessageRefused('request-malformed', 'a level of assurance needs Comparison="minimum"')
  const kinds = classRefs.map(logInKindFromClassRef).filter((kind): kind is LogInKind => kind !== undefined)
  return {
    assurance: assuranceLevels.find((level) => levels.includes(level)) ?? null,
    logInKinds: kinds.length > 0 ? [...new Set(kinds)] : null,
    others: classRefs.filter((classRef) => !looksLikeAssurance(classRef) && !logInKindFromClassRef(classRef)),
  }
}

function readNameIdPolicy(policy: XmlElement | undefined): NameIdPolicy | null {
  if (policy === undefined) return null
  return {
    format: policy.attribute('Format') ?? null,
    spNameQualifier: policy.attribute('SPNameQualifier') ?? null,
    allowCreate: booleanAttribute(policy, 'AllowCreate') ?? false,
  }
}

function readScoping(scoping: XmlElement | undefined): Scoping {
  const list = scoping?.optionalChild(ns.samlp, 'IDPList')
  return {
    proxyCount: (scoping && numberAttribute(scoping, 'ProxyCount')) ?? null,
    identityProviders:
      list?.children(ns.samlp, 'IDPEntry').map((entry) => entry.requiredAttribute('ProviderID')) ?? null,
    requesterIds: scoping?.children(ns.samlp, 'RequesterID').map(({ text }) => text.trim()) ?? [],
  }
}
