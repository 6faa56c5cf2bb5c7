/** The words about metadata, English. */
import type { MetadataText } from './text.da.ts'

export const en: MetadataText = {
  checkTitle: 'Check my metadata',
  checkLead:
    'Paste the SAML metadata of the service, or choose the file. SEB reads it and says what is wrong and what is good. Nothing is saved.',
  changeTitle: 'New metadata for {service}',
  changeLead:
    'If a key is to be changed, add the new one beside the old. Remove the old one when the service has changed over.',
  fetchedToday: 'Today SEB fetches metadata every hour from {address}. If you give some here, that ends.',
  field: 'Metadata (XML)',
  fieldHint: 'Begins with <md:EntityDescriptor or the like.',
  file: 'Or choose the file',
  fileHint: 'If a file is chosen, that is what is read.',
  check: 'Check',
  save: 'Save the new metadata',
  ask: 'Send change request',
  cancel: 'Cancel',
  again: 'See what it would change',
  mistakes: 'It is not saved',
  notSent: 'The change request is not sent',
  empty: 'Paste metadata, or choose a file.',
  nothingChanged: 'This is the metadata that SEB has.',
  changedMeanwhile: 'Somebody else gave other metadata while you looked. See what it would change now.',
  lookFirst: 'See what it would change before you save.',
  verdictGood: 'The metadata can be used.',
  verdictRemarks: 'The metadata can be used, but see the remarks.',
  verdictBad: 'The metadata cannot be used as it is.',
  faults: 'Must be corrected',
  remarks: 'Should be looked at',
  merits: 'Is fine',
  findings: {
    'not-xml': 'It is not XML that can be read. Is all of it there, from the first < to the last >?',
    doctype:
      'There is a DOCTYPE in the file. SEB does not take one, since it can be abused. Remove the line with <!DOCTYPE.',
    encoding: 'The file is not written in UTF-8. Save it as UTF-8.',
    'too-large':
      'The file is too large or has too many parts. Send the metadata of this one service only, at most 1 MB.',
    'xml-not-allowed': 'The file has something that SEB does not take in metadata ({detail}).',
    'xml-value': 'A value in the file is missing or wrongly written ({detail}).',
    'no-entity': 'There is no EntityDescriptor in the file, so it tells of nobody.',
    'several-entities': 'The file tells of {count} parties. Send only the one that is the service.',
    'other-entity': 'The file tells of another party.',
    'entity-id-missing': 'There is no entityID: the name of the service in SAML.',
    'entity-id-malformed':
      'The entityID of the service is not an absolute URI without spaces of at most 1024 characters.',
    'no-role': 'The file does not tell of a SAML 2.0 service (SPSSODescriptor).',
    'several-roles': 'The file has {count} {name}. There must be one.',
    'not-a-service': 'This is the metadata of an identity provider, not of a service.',
    expired: 'The metadata was valid until {at} only. Make new.',
    'no-sign-on': 'There is no address to log in at.',
    'acs-missing': 'There is no address that takes answers with HTTP-POST (AssertionConsumerService).',
    'acs-no-index': 'An AssertionConsumerService has no number (index).',
    'acs-same-index': 'Two AssertionConsumerServices have the same number (index).',
    'address-malformed': 'An address is not a whole https address.',
    'address-not-https':
      'The address at {host} does not begin with https://. Answers about people are only sent encrypted.',
    'address-with-secret': 'The address at {host} has a password or a # in it.',
    'certificates-together': 'A KeyDescriptor has several certificates. Give each key its own KeyDescriptor.',
    'certificate-not-base64': 'A certificate is not written in base64.',
    'certificate-unreadable': 'A certificate cannot be read.',
    'certificate-expired': 'The certificate with serial number {serial} expired on {date}.',
    'key-weak':
      'The key in the certificate with serial number {serial} is {key}. That is too weak: use RSA of at least 2048 bits or P-256.',
    'key-use-unknown': 'A KeyDescriptor has a use that is neither signing nor encryption.',
    'signing-key-missing': 'There is no key for signing, so SEB cannot see that requests are the service’s.',
    'encryption-key-missing': 'There is no RSA key for encryption, so answers cannot be encrypted to the service.',
    'encryption-unknown': 'The service wants none of the encryptions that SEB uses: AES-GCM with RSA-OAEP.',
    'entity-id-taken': 'Another service in SEB has the same entityID: {service}.',
    'certificate-expires-soon':
      'The certificate with serial number {serial} expires on {date}. Add a new one beside it in good time.',
    ends: 'The metadata is valid until {date} only. After that nobody can log in.',
    'name-id-format': 'It asks for the name format {formats}. SEB sends persistent or transient.',
    'requests-unsigned':
      'It does not say that requests are signed (AuthnRequestsSigned="true"). SEB takes only signed ones.',
    'assertions-unsigned':
      'It does not say that answers must be signed (WantAssertionsSigned="true"), as OIOSAML requires. SEB always signs.',
    'log-out-missing': 'There is no address for log-out, so the service stays open when people log out elsewhere.',
    'attributes-missing':
      'It does not say what the service asks to be told (AttributeConsumingService). It gets all that is agreed.',
    'entity-id': 'The service is called {entityId}.',
    'signing-key': 'Key for signing, valid until {date} (serial number {serial}).',
    'encryption-key': 'Key for encryption, valid until {date} (serial number {serial}).',
    acs: 'Takes answers at {address}.',
    'log-out': 'Can log out at {address}.',
    attributes: 'Asks for {count} kinds of information.',
  },
}
