/**
 * The few facts that a peer without a metadata reader of its own must be told, picked out by pattern.
 * This is metadata that the test itself just fetched; nothing is decided by it.
 */

const redirect = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect'

/** Where an identity provider takes requests by the redirect binding. */
export function signInLocation(metadata: string): string {
  return locationOf(metadata, 'SingleSignOnService', redirect)
}

/** Where an endpoint of this name and binding is. */
export function locationOf(metadata: string, element: string, binding: string): string {
  for (const [tag] of metadata.matchAll(new RegExp(`<(?:\\w+:)?${element}\\b[^>]*>`, 'g'))) {
    if (tag.includes(`"${binding}"`)) return /\bLocation="([^"]+)"/.exec(tag)?.[1]?.replaceAll('&amp;', '&') ?? ''
  }
  throw new Error(`no ${element} for ${binding} in the metadata`)
}

/** The certificates that an identity provider may sign with, or a service: base64 bodies. */
export function signingCertificates(metadata: string, role: Role): string[] {
  return certificates(metadata, role, 'signing')
}

/** The certificates to encrypt for. */
export function encryptionCertificates(metadata: string, role: Role): string[] {
  return certificates(metadata, role, 'encryption')
}

/** Fetches metadata from where a party publishes it, as whoever registers it by hand would. */
export async function trustedFrom(address: string): Promise<{ entityId: string; metadata: string }> {
  const answer = await fetch(address)
  const metadata = await answer.text()
  const entityId = /\bentityID="([^"]+)"/.exec(metadata)?.[1]
  if (!answer.ok || entityId === undefined) throw new Error(`no metadata at ${address}: ${metadata.slice(0, 500)}`)
  return { entityId, metadata }
}

type Role = 'IDPSSODescriptor' | 'SPSSODescriptor'

function certificates(metadata: string, role: Role, use: 'signing' | 'encryption'): string[] {
  const other = use === 'signing' ? 'encryption' : 'signing'
  const [, descriptor = ''] = new RegExp(`<(?:\\w+:)?${role}\\b([\\s\\S]*?)</(?:\\w+:)?${role}>`).exec(metadata) ?? []
  const keys = [...descriptor.matchAll(/<(?:\w+:)?KeyDescriptor\b([^>]*)>([\s\S]*?)<\/(?:\w+:)?KeyDescriptor>/g)]
  return keys
    .filter(([, attributes = '']) => !attributes.includes(`"${other}"`))
    .flatMap(([, , inner = '']) =>
      [...inner.matchAll(/<(?:\w+:)?X509Certificate>([^<]+)</g)].map(([, body = '']) => body),
    )
    .map((body) => body.replace(/\s/g, ''))
}
