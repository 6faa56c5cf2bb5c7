/** An organisation and its units, as an operator writes them. */
import { z } from 'zod'
import type { OrganisationTable } from '../storage/schema.ts'
import { cvrPart, keyPart, namePart } from './document-parts.ts'

const kinds = [
  'region',
  'municipality',
  'hospital',
  'general-practice',
  'specialist',
  'dentist',
  'pharmacy',
  'private-provider',
  'authority',
  'supplier',
] as const satisfies OrganisationTable['kind'][]

const digits = (pattern: RegExp, text: string) =>
  z.string().regex(pattern, `must be ${text} in quotes`).nullable().default(null)

const unitDocument = z.strictObject({
  key: keyPart,
  parent: keyPart.nullable().default(null).describe('Key of the unit that this one is part of.'),
  name: namePart,
  sor: digits(/^\d{6,18}$/, '6 to 18 digits').describe('SOR code.'),
  pNumber: digits(/^\d{10}$/, '10 digits').describe('P-number.'),
  ydernummer: digits(/^\d{6}$/, '6 digits').describe('Provider number.'),
  municipality: digits(/^\d{3,4}$/, '3 or 4 digits').describe('Municipality code.'),
  region: digits(/^\d{4}$/, '4 digits').describe('Region code.'),
  closed: z
    .boolean()
    .optional()
    .describe('A closed unit is offered nowhere; the employees it had stay. Omitted: left as it is.'),
})

export const organisationDocument = z.strictObject({
  cvr: cvrPart,
  name: namePart,
  kind: z.enum(kinds),
  status: z
    .enum(['applied', 'active', 'closed'])
    .optional()
    .describe('`closed` stops every log-in for it. Omitted: `active` when it is new, left alone when it is there.'),
  mergedInto: cvrPart
    .optional()
    .describe(
      'CVR number of the organisation that has taken its place; it is closed then. Only for one that is new: SEB itself merges, since people and units move.',
    ),
  allowsPrivateLogIn: z
    .boolean()
    .default(false)
    .describe('Whether employees may act for it after a log-in with MitID Privat.'),
  tellsNames: z
    .boolean()
    .optional()
    .describe(
      'Whether its people are told by name who changed or looked at their access; else by function only. Omitted: left as it is, off when it is new.',
    ),
  takesRequests: z
    .boolean()
    .optional()
    .describe(
      'Whether its people may ask for access in SEB, and newcomers to be created. Omitted: left as it is, on when it is new.',
    ),
  chiefsAskForServices: z
    .boolean()
    .optional()
    .describe(
      'Whether its chief administrators may ask for new services, as its security officers and signatories may. Omitted: left as it is, off when it is new.',
    ),
  allowsNoMail: z
    .boolean()
    .optional()
    .describe(
      'Whether its people may choose to get no mail about what they are told in SEB; else the daily mail is the least. Omitted: left as it is, off when it is new.',
    ),
  escalateAfterDays: z
    .int()
    .min(1)
    .max(30)
    .optional()
    .describe(
      'After so many working days a request that nobody has decided is for the chief administrators too. Omitted: left as it is, 3 when it is new.',
    ),
  reviews: z
    .strictObject({
      everyMonths: z.union([z.literal(6), z.literal(12)]).describe('How often a periodic control begins by itself.'),
      answerDays: z.int().min(7).max(90).default(30).describe('How many days there are to answer.'),
      onlySensitive: z.boolean().default(false).describe('Only roles that are marked sensitive.'),
      silence: z
        .enum(['suspend', 'remove'])
        .default('suspend')
        .describe(
          'What happens to roles that nobody has answered for in time: they stop until somebody does (`suspend`), or stop and are removed 14 days later (`remove`).',
        ),
    })
    .nullable()
    .optional()
    .describe('Periodic control that begins by itself; null: none does. Omitted: left as it is, none when it is new.'),
  units: z.array(unitDocument).default([]),
})

export type OrganisationDocument = z.output<typeof organisationDocument>
export type UnitDocument = z.output<typeof unitDocument>
