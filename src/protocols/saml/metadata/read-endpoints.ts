/** Reads the addresses in a party's metadata: those for the bindings SEB speaks, and only such as a browser may be sent to. */
import { booleanAttribute, numberAttribute } from '../typed-attributes.ts'
import { ns } from '../xml/namespaces.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { type AcsEndpoint, type Binding, bindingUris, type Endpoint } from './party-metadata.ts'
import { isLoopbackHost } from './public-address.ts'
import { refuseMetadata } from './refuse-metadata.ts'

/** The endpoints of one service, in the order of the document. */
export function readEndpoints(role: XmlElement, name: 'SingleSignOnService' | 'SingleLogoutService'): Endpoint[] {
  return role.children(ns.md, name).flatMap((endpoint) => {
    const binding = readBinding(endpoint)
    if (binding === undefined) return []
    const responseLocation = endpoint.attribute('ResponseLocation')
    return [
      {
        binding,
        location: requireLocation(endpoint.requiredAttribute('Location')),
        responseLocation: responseLocation === undefined ? null : requireLocation(responseLocation),
      },
    ]
  })
}

/** Where assertions may be posted to; there must be one, and no two under one number. */
export function readAcsEndpoints(role: XmlElement): AcsEndpoint[] {
  return chooseDefaultAcs(requireAcs(acsElements(role).map(readAcsEndpoint)))
}

export function requireAcs<Acs extends { index: number }>(endpoints: readonly Acs[]): readonly Acs[] {
  if (endpoints.length === 0) refuseMetadata('acs-missing')
  if (new Set(endpoints.map(({ index }) => index)).size < endpoints.length) refuseMetadata('acs-same-index')
  return endpoints
}

/** One of them is the default. */
export function chooseDefaultAcs(
  endpoints: readonly { location: string; index: number; isDefault: boolean | undefined }[],
): AcsEndpoint[] {
  // The first marked as default, else the first not marked otherwise, else the first (SAML metadata §2.2.3).
  const chosen =
    endpoints.find(({ isDefault }) => isDefault === true) ??
    endpoints.find(({ isDefault }) => isDefault === undefined) ??
    endpoints[0]
  return endpoints.map((each) => ({ ...each, isDefault: each === chosen }))
}

/** Those for POST: other ways are not SEB's. */
export function acsElements(role: XmlElement): XmlElement[] {
  return role.children(ns.md, 'AssertionConsumerService').filter((each) => readBinding(each) === 'post')
}

export function readAcsEndpoint(each: XmlElement) {
  return {
    location: requireLocation(each.requiredAttribute('Location')),
    index: numberAttribute(each, 'index') ?? refuseMetadata('acs-no-index'),
    isDefault: booleanAttribute(each, 'isDefault'),
  }
}

function readBinding(endpoint: XmlElement): Binding | undefined {
  const uri = endpoint.requiredAttribute('Binding')
  return (['redirect', 'post'] as const).find((binding) => bindingUris[binding] === uri)
}

/** An absolute https address in ASCII, kept to the letter; http only for this very machine. Never `javascript:`. */
export function requireLocation(location: string): string {
  if (!/^https?:\/\/[!-~]+$/i.test(location) || !URL.canParse(location)) refuseMetadata('address-malformed')
  const { protocol, hostname, username, password, hash } = new URL(location)
  if (protocol !== 'https:' && !isLoopbackHost(hostname)) refuseMetadata('address-not-https', { host: hostname })
  if (username || password || hash) refuseMetadata('address-with-secret', { host: hostname })
  return location
}
