/** Who administers and who works for SEB itself, as an operator writes them. */
import { z } from 'zod'
import { beginningPart, cvrPart, endingPart, endPart, keyPart } from '../../organisations/document-parts.ts'
import { isTooLong } from './stand-in-rules.ts'

const limitPart = z.array(keyPart).min(1).nullable().default(null)

/** Whether both days could be read: what is wrong with one of them is told already. */
function hasDays({ value }: { value: unknown }): boolean {
  if (typeof value !== 'object' || value === null) return false
  return 'from' in value && value.from instanceof Date && 'until' in value && value.until instanceof Date
}

const standInDocument = z
  .strictObject({
    account: keyPart.describe('Key of the account in the same organisation that steps in; another person’s.'),
    from: beginningPart,
    until: endingPart,
    lendsRights: z
      .boolean()
      .default(false)
      .describe(
        'Lends whoever steps in what the absent one may do in those days, except to appoint administrators. `false`: they must be an administrator who may do as much already.',
      ),
    ended: z.literal(true).optional().describe('Called off, or stopped before its time.'),
  })
  .refine(({ from, until }) => from < until, { path: ['until'], when: hasDays, message: 'ends before it begins' })
  .refine(({ from, until }) => !isTooLong({ validFrom: from, validUntil: until }), {
    path: ['until'],
    when: hasDays,
    message: 'is more than a year later: appoint another administrator instead',
  })

export const administratorDocument = z
  .strictObject({
    level: z.enum(['chief', 'administrator']),
    units: limitPart.describe('Keys of the only units of the organisation that are administered. Omitted: all.'),
    services: limitPart.describe('Keys of the only services whose roles may be given. Omitted: all.'),
    until: endPart,
    reason: z.string().max(1000).optional().describe('Why; shown to administrators. Omitted: left as it is.'),
    standIns: z
      .array(standInDocument)
      .default([])
      .describe('Who steps in while the administrator is away; one at a time. One that is left out stays.'),
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
export type StandInDocument = z.output<typeof standInDocument>
export type FunctionsDocument = z.output<typeof functionsDocument>
export type StaffDocument = z.output<typeof staffDocument>
