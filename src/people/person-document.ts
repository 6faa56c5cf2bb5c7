/** A person with authorisations, known log-ins and accounts, as an operator writes them. Assignments belong to `access`. */
import { z } from 'zod'
import { cvrPart, fromPart, hoursPart, keyPart, namePart, untilPart } from '../organisations/document-parts.ts'
import { cprPattern } from './cpr.ts'

const authorisationDocument = z.strictObject({
  code: z
    .string()
    .regex(/^[0-9A-Z]{5}$/, 'must be 5 digits and capital letters')
    .describe('Authorisation code.'),
  educationCode: z.string().regex(/^\d{4}$/, 'must be 4 digits in quotes'),
  educationType: namePart.describe('The profession in words, such as Læge.'),
  from: fromPart,
  until: untilPart,
})

const identityDocument = z.strictObject({
  identityProvider: keyPart.describe('Key of the identity provider.'),
  subject: z.string().min(1).max(512).describe('The person’s name as that provider writes it, to the letter.'),
  kind: z.enum(['professional', 'person']).default('professional'),
  remove: z.literal(true).optional().describe('Cuts the link: this log-in is no longer known to be this person.'),
})

export const accountDocument = z.strictObject({
  cvr: cvrPart,
  key: keyPart.describe('The organisation’s own name for the account, such as a user name.'),
  unit: keyPart.nullable().default(null).describe('Key of the unit in the organisation.'),
  professionalUuid: z
    .guid()
    .toLowerCase()
    .nullable()
    .optional()
    .describe('UUID of the MitID Erhverv identity. Omitted: left as it is, since SEB may learn it at a log-in.'),
  rid: z.string().min(1).max(64).nullable().optional().describe('RID number. Omitted: left as it is.'),
  status: z.enum(['requested', 'active', 'suspended', 'ended']).default('active'),
  from: fromPart,
  until: untilPart,
  hours: hoursPart,
})

export const personDocument = z.strictObject({
  key: keyPart,
  name: namePart,
  email: z.email().nullable().default(null),
  language: z.enum(['da', 'en']).default('da'),
  cpr: z
    .string()
    .regex(cprPattern, 'must be 10 digits in quotes, the first six a date')
    .transform((text) => text.replace('-', ''))
    .optional()
    .describe('CPR number; sealed before it is stored and never shown. Omitted: left as it is.'),
  authorisations: z.array(authorisationDocument).default([]),
  identities: z.array(identityDocument).default([]),
})

export type PersonDocument = z.output<typeof personDocument>
export type AccountDocument = z.output<typeof accountDocument>
