/** Who administers and who works for SEB itself, as an operator writes them. */
import { z } from 'zod'
import { cvrPart, endPart, keyPart } from '../../organisations/document-parts.ts'

const limitPart = z.array(keyPart).min(1).nullable().default(null)

export const administratorDocument = z
  .strictObject({
    level: z.enum(['chief', 'administrator']),
    units: limitPart.describe('Keys of the only units of the organisation that are administered. Omitted: all.'),
    services: limitPart.describe('Keys of the only services whose roles may be given. Omitted: all.'),
    until: endPart,
    reason: z.string().max(1000).optional().describe('Why; shown to administrators. Omitted: left as it is.'),
  })
  .refine(
    ({ level, units, services }) => level === 'administrator' || (units === null && services === null),
    'a chief administrator has the whole organisation: leave out units and services',
  )
  .optional()
  .describe('Appoints the account an administrator of its organisation. Omitted: left as it is.')

export const functionsDocument = z
  .array(z.enum(['security-officer', 'signatory']))
  .default([])
  .describe('Functions in the organisation that the account is given.')

export const staffDocument = z
  .strictObject({
    capacity: z.enum(['system-management', 'service-desk', 'service-owner', 'auditor']),
    service: keyPart.nullable().default(null).describe('Key of the service, for its owner.'),
    cvr: cvrPart.nullable().default(null).describe('CVR number of the only organisation that an auditor audits.'),
    until: endPart,
  })
  .refine(({ capacity, service }) => (capacity === 'service-owner') === (service !== null), {
    path: ['service'],
    message: 'is for a service owner, and a service owner needs it',
  })
  .refine(({ capacity, cvr }) => capacity === 'auditor' || cvr === null, {
    path: ['cvr'],
    message: 'is for an auditor only',
  })

export type AdministratorDocument = NonNullable<z.output<typeof administratorDocument>>
export type FunctionsDocument = z.output<typeof functionsDocument>
export type StaffDocument = z.output<typeof staffDocument>
