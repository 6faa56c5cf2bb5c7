/** The words of the document that is signed, English. */
import type { DocumentText } from './document.da.ts'

export const en: DocumentText = {
  title: 'Enrolment in SEB: {organisation}',
  organisation: 'Organisation',
  name: 'Name',
  cvr: 'CVR number',
  address: 'Address',
  unit: 'Unit',
  noUnits: 'No units written',
  sor: 'SOR code {number}',
  pNumber: 'P-number {number}',
  ydernummer: 'Provider number {number}',
  people: 'People',
  officer: 'Security officer',
  chief: 'Chief administrator',
  signer: 'Signed by',
  phone: 'telephone {number}',
  services: 'Services',
  service: 'Service',
  promises: {
    lead: 'With the signature {organisation} answers for:',
    items: {
      one: 'that only those who need a service in their work get access to it',
      two: 'that access is taken away when an employee leaves or gets other work',
      three: 'that there is always at least one chief administrator',
    },
  },
  signature: 'Signature',
  blank: {
    lines: { one: 'Name in capital letters', two: 'Position', three: 'Date', four: 'Signature' },
    handIn: {
      one: 'Scan or photograph all pages, and send them on the page of the enrolment in SEB, or by mail to {mail}. Write SEB {reference} in the subject.',
    },
  },
  signed: {
    by: 'Signed by',
    at: 'Time',
    how: 'How',
    logIn: 'Log-in with MitID Erhverv for CVR number {cvr}, through SEB',
    hash: 'Checksum of the document (SHA-256)',
  },
}
