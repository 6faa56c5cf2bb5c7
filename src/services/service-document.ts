/** A service with what it may be told and the roles it offers, as an operator writes it. */
import { z } from 'zod'
import {
  assurancePart,
  cvrPart,
  keyPart,
  logInKindsPart,
  metadataPart,
  namePart,
  namesPart,
  textsPart,
} from '../organisations/document-parts.ts'
import { attributeNames } from './attribute.ts'
import { roleDocument } from './role-document.ts'
import { serviceSettings } from './service-settings.ts'

const agreedAttribute = z.strictObject({
  name: z.enum(attributeNames),
  legalBasis: z.string().min(1).describe('The law or agreement that lets the service have it.'),
})

export const serviceDocument = z.strictObject({
  key: keyPart,
  names: namesPart,
  shortName: namePart.describe('The name in menus and in the browser’s tab.'),
  description: textsPart,
  address: z
    .url({ protocol: /^https?$/ })
    .nullable()
    .default(null)
    .describe('Where people open it.'),
  owner: cvrPart.nullable().default(null).describe('CVR number of the organisation that answers for it.'),
  contact: z.string().min(1).nullable().default(null).describe('Who is asked when something is wrong with it.'),
  audience: z.enum(['citizen', 'professional', 'both']),
  environment: z.enum(['test', 'production']).default('production'),
  lowestAssurance: assurancePart.describe('The lowest level of assurance it takes (NSIS).'),
  access: z
    .enum(['role', 'account', 'authenticated'])
    .describe('What a person must have: a role in it, an account in an organisation that has it, or only a log-in.'),
  logInKinds: logInKindsPart
    .optional()
    .describe('On behalf of a workplace, as a private person, or both. Omitted: as the audience says.'),
  critical: z.boolean().default(false).describe('Whether patient care depends on it.'),
  enabled: z.boolean().default(true).describe('`false` stops every log-in to it.'),
  identityProviders: z.array(keyPart).default([]).describe('Keys of the identity providers that are activated for it.'),
  attributes: z.array(agreedAttribute).default([]).describe('What it may be told about a person, and on what basis.'),
  roles: z.array(roleDocument).default([]),
  metadata: metadataPart,
  settings: z.strictObject(serviceSettings.shape).prefault({}),
})

export type ServiceDocument = z.output<typeof serviceDocument>
