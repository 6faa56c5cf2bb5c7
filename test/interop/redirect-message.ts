/** Reads the SAML message that an address of the redirect binding carries. */
import { inflateRawSync } from 'node:zlib'

/** The XML of the message under `parameter`, or undefined when the address carries none. */
export function redirectMessage(url: URL, parameter: 'SAMLRequest' | 'SAMLResponse'): string | undefined {
  const message = url.searchParams.get(parameter)
  return message === null ? undefined : inflateRawSync(Buffer.from(message, 'base64')).toString('utf8')
}
