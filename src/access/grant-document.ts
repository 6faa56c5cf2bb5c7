/** What an organisation is let use of a service, as an operator writes it. */
import { z } from 'zod'
import { cvrPart, fromPart, keyPart, untilPart } from '../organisations/document-parts.ts'
import { scopeKinds } from '../services/role-document.ts'

export const grantDocument = z.strictObject({
  cvr: cvrPart,
  service: keyPart.describe('Key of the service.'),
  roles: z
    .array(keyPart)
    .nullable()
    .default(null)
    .describe('Keys of the roles it may hand out. Omitted: all; an empty list: none.'),
  ceilings: z
    .partialRecord(z.enum(scopeKinds), z.array(z.string().min(1)))
    .default({})
    .describe('By kind of scope, the only values that the organisation may use.'),
  from: fromPart,
  until: untilPart,
})

export type GrantDocument = z.output<typeof grantDocument>
