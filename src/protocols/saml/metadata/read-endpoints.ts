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
        location: readLocation(endpoint.requiredAttribute('Location')),
        responseLocation: responseLocation === undefined ? null : readLocation(responseLocation),
      },
    ]
  })
}

/** Where assertions may be posted to; there must be one, and no two under one number. */
export function readAcsEndpoints(role: XmlElement): AcsEndpoint[] {
  const acs = role.children(ns.md, 'AssertionConsumerService').filter((each) => readBinding(each) === 'post')
  const endpoints = acs.map((each) => ({
    location: readLocation(each.requiredAttribute('Location')),
    index: numberAttribute(each, 'index') ?? refuseMetadata('an AssertionConsumerService has no index'),
    isDefault: booleanAttribute(each, 'isDefault'),
  }))
  if (endpoints.length === 0) refuseMetadata('the service takes no assertions by POST')
  if (new Set(endpoints.map(({ index }) => index)).size < endpoints.length)
    refuseMetadata('two AssertionConsumerServices have the same index')
  // The first marked as default, else the first not marked otherwise, else the first (SAML metadata §2.2.3).
  const chosen =
    endpoints.find(({ isDefault }) => isDefault === true) ??
    endpoints.find(({ isDefault }) => isDefault === undefined) ??
    endpoints[0]
  return endpoints.map((each) => ({ ...each, isDefault: each === chosen }))
}

function readBinding(endpoint: XmlElement): Binding | undefined {
  const uri = endpoint.requiredAttribute('Binding')
  return (['redirect', 'post'] as const).find((binding) => bindingUris[binding] === uri)
}

/** An absolute https address in ASCII, kept to the letter; http only for this very machine. Never `javascript:`. */
function readLocation(location: string): string {
  if (!/^https?:\/\/[!-~]+$/i.test(location) || !URL.canParse(location))
    refuseMetadata('an address is not an absolute https URL')
  const { protocol, hostname, username, password, hash } = new URL(location)
  if (protocol !== 'https:' && !isLoopbackHost(hostname))
    refuseMetadata(`the address at ${hostname} does not begin with https://`)
  if (username || password || hash) refuseMetadata(`the address at ${hostname} carries a password or a fragment`)
  return location
}
