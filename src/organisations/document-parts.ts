/** The smallest parts of the document that operators write: keys, CVR numbers, names in two languages, dates. */
import { z } from 'zod'
import { dayOrInstantPattern, readBeginning, readEnd } from '../base/danish-time.ts'

export const keyPart = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._@:-]{0,127}$/u, 'must be 1 to 128 letters, digits and ._@:-')
  .describe('The name that this file and SEB know it by. Never shown to people who log in; never changed.')

export const cvrPart = z
  .string()
  .regex(/^\d{8}$/, 'must be 8 digits in quotes')
  .describe('CVR number.')

export const namePart = z.string().min(1).max(256)

export const namesPart = z.strictObject({ da: namePart, en: namePart }).describe('Shown to people: Danish and English.')

export const textsPart = z
  .strictObject({ da: z.string().default(''), en: z.string().default('') })
  .prefault({})
  .describe('A sentence or two in plain words, Danish and English.')

export const listPart = z.array(z.string().min(1)).default([])

export const assurancePart = z.enum(['Low', 'Substantial', 'High'])

export const logInKindsPart = z.array(z.enum(['professional', 'person'])).min(1)

const datePart = z
  .string()
  .regex(dayOrInstantPattern, 'must be a day such as 2026-11-23, or an instant such as 2026-11-23T08:00:00+01:00')

/** Omitted: from now on when it is new, as it is when it is there already. */
export const fromPart = datePart
  .transform((text, context) => dateOr(readBeginning(text), context))
  .optional()
  .describe('From this day (in Denmark) or instant. Omitted: from the moment it is added; left alone when it is there.')

export const untilPart = datePart
  .transform((text, context) => dateOr(readEnd(text), context))
  .nullable()
  .default(null)
  .describe('To the end of this day (in Denmark), or until this instant. Omitted: with no end.')

/** The end of what a person may also end in SEB: a file that does not speak of it leaves it alone. */
export const endPart = datePart
  .transform((text, context) => dateOr(readEnd(text), context))
  .nullable()
  .optional()
  .describe('To the end of this day (in Denmark), or until this instant; null: with no end. Omitted: left as it is.')

/** Of what has both ends from the beginning, and is known by the day it begins. */
export const beginningPart = datePart
  .transform((text, context) => dateOr(readBeginning(text), context))
  .describe('From this day (in Denmark) or instant.')

export const endingPart = datePart
  .transform((text, context) => dateOr(readEnd(text), context))
  .describe('To the end of this day (in Denmark), or until this instant.')

/** For checks across fields: they are made also when another field is wrong, so that all mistakes are told at once. */
export const whenObject = ({ value }: { value: unknown }): boolean => typeof value === 'object' && value !== null

function dateOr(date: Date | null, context: z.RefinementCtx): Date {
  if (date) return date
  context.addIssue({ code: 'custom', message: 'there is no such day or time' })
  return z.NEVER
}

/**
 * Metadata of a party, by one of three ways. What it says is read by the protocol; here it is only where to find it.
 */
export const metadataPart = z
  .strictObject({
    file: z.string().min(1).optional().describe('Path of an XML file, from the folder of this document.'),
    inline: z.string().min(1).optional().describe('The XML itself.'),
    address: z
      .url()
      .optional()
      .describe('Where it is fetched from: when the document is applied, and every hour after that.'),
    read: z
      .looseObject({ entityId: z.string().min(1) })
      .optional()
      .describe(
        'What SEB has read out of it, as `seb export` writes it; with `address`, where it is fetched from later.',
      ),
    entityId: z.string().min(1).optional().describe('The party that is meant, where the metadata tells of several.'),
  })
  .refine(
    ({ file, inline, address, read }) =>
      [file, inline, read ?? address].filter((one) => one !== undefined).length === 1,
    'must have exactly one of file, inline and address, or read as an export has it',
  )
  .describe('SAML metadata of the party, by exactly one of file, inline and address; or read, as an export has it.')

export type MetadataSource = z.output<typeof metadataPart>

/** What a protocol has read out of metadata: opaque but for the name of the party. */
export interface ReadMetadata {
  entityId: string
}

const timePart = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time such as 15:00')

/** The hours of the week that something holds in. */
export const hoursPart = z
  .array(
    z.strictObject({
      days: z.array(z.int().min(1).max(7)).min(1).describe('Days of the week: 1 is Monday.'),
      from: timePart,
      until: timePart.describe('Not after `from`: on the day after. The same as `from`: a whole day.'),
    }),
  )
  .min(1)
  .max(21)
  .nullable()
  .optional()
  .describe('The only hours of the week that it holds in, by clocks in Denmark. Null: always. Omitted: left as it is.')
