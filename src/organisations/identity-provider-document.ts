/** An identity provider, as an operator writes it. */
import { z } from 'zod'
import {
  assurancePart,
  cvrPart,
  keyPart,
  listPart,
  logInKindsPart,
  metadataPart,
  namesPart,
  whenObject,
} from './document-parts.ts'
import { identityProviderSettings } from './identity-provider-settings.ts'

export const identityProviderDocument = z
  .strictObject({
    key: keyPart,
    kind: z.enum(['nemlog-in', 'local']).describe('NemLog-in, or the log-in of a region, municipality or other.'),
    profile: z.enum(['oiosaml-3']).default('oiosaml-3').describe('The dialect it speaks.'),
    names: namesPart,
    category: z
      .enum(['national', 'region', 'municipality', 'private', 'other'])
      .describe('Where people look for it in the list.'),
    region: z.string().min(1).nullable().default(null).describe('Name of the region it is in, for search.'),
    municipality: z.string().min(1).nullable().default(null).describe('Name of the municipality it is in, for search.'),
    aliases: listPart.describe('Other names that people know it by.'),
    keywords: listPart.describe('Other words that should find it.'),
    highestAssurance: assurancePart.describe(
      'The level it is notified at (NSIS). What it states above is cut down to it.',
    ),
    allowedCvrs: z
      .array(cvrPart)
      .min(1)
      .nullable()
      .default(null)
      .describe('The organisations it may speak for. Needed for a local provider; omitted for NemLog-in: any.'),
    logInKinds: logInKindsPart
      .optional()
      .describe(
        'On behalf of a workplace, as a private person, or both. Omitted: both for NemLog-in, else professional.',
      ),
    enabled: z.boolean().default(true).describe('`false` takes it away from everyone at once.'),
    metadata: metadataPart,
    settings: z.strictObject(identityProviderSettings.shape).prefault({}),
  })
  .refine((provider) => provider.kind !== 'local' || provider.allowedCvrs, {
    path: ['allowedCvrs'],
    when: whenObject,
    message: 'must list the organisations that a local provider may speak for',
  })

export type IdentityProviderDocument = z.output<typeof identityProviderDocument>
