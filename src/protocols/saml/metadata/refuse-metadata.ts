/** How metadata that cannot be used is turned down: by a code for the pages, and in words for whoever reads a log or runs a command. */
import { Problem } from '../../../base/problem.ts'
import type { MetadataFault } from '../../../services/metadata-reading.ts'

const unless = 'Without it, settings.encryptAssertion must be false'

/** What the XML reader refuses has words of its own. */
type Refusal = Exclude<
  MetadataFault,
  'not-xml' | 'doctype' | 'encoding' | 'too-large' | 'xml-not-allowed' | 'xml-value' | 'entity-id-taken'
>

const words: Record<Refusal, string> = {
  'no-entity': 'holds no EntityDescriptor',
  'several-entities': 'tells of {count} parties; say which entity id is meant',
  'other-entity': 'does not tell of the entity id asked for',
  'entity-id-missing': 'the EntityDescriptor has no entityID',
  'entity-id-malformed': 'the entity id is not an absolute URI of at most 1024 characters',
  'no-role': 'tells of neither a SAML 2.0 identity provider nor a SAML 2.0 service',
  'several-roles': 'holds {count} {name} for SAML 2.0',
  'not-a-service': 'this is the metadata of an identity provider, not of a service',
  expired: 'was valid until {at}',
  'no-sign-on': 'the identity provider takes requests neither by Redirect nor by POST',
  'acs-missing': 'the service takes no assertions by POST',
  'acs-no-index': 'an AssertionConsumerService has no index',
  'acs-same-index': 'two AssertionConsumerServices have the same index',
  'address-malformed': 'an address is not an absolute https URL',
  'address-not-https': 'the address at {host} does not begin with https://',
  'address-with-secret': 'the address at {host} carries a password or a fragment',
  'certificates-together': 'a KeyDescriptor holds several certificates; each key needs its own',
  'certificate-not-base64': 'a certificate is not base64',
  'certificate-unreadable': 'a certificate cannot be read',
  'certificate-expired': 'the certificate with serial number {serial} expired on {date}',
  'key-weak': 'the certificate with serial number {serial} cannot be used: {weakness}',
  'key-use-unknown': 'a KeyDescriptor has an unknown use',
  'signing-key-missing': '{name} holds no certificate for signing',
  'encryption-key-missing': `the service has no RSA key that its answers can be encrypted for. ${unless}`,
  'encryption-unknown': `the service takes none of what SEB encrypts with: AES-GCM, and RSA-OAEP with MGF1 and SHA-1 or SHA-256. ${unless}`,
}

export class MetadataRefused extends Problem {
  readonly refusal: Refusal
  readonly values: Readonly<Record<string, string>>

  constructor(refusal: Refusal, values: Readonly<Record<string, string>>, cause: unknown) {
    const text = words[refusal].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
    super('configuration', `metadata: ${text}`, { cause })
    this.refusal = refusal
    this.values = values
  }
}

/** Throws. */
export function refuseMetadata(
  refusal: Refusal,
  values: Readonly<Record<string, string>> = {},
  cause?: unknown,
): never {
  throw new MetadataRefused(refusal, values, cause)
}
