/** A role that an account has, as an operator writes it. */
import { z } from 'zod'
import { fromPart, hoursPart, keyPart, untilPart } from '../organisations/document-parts.ts'

export const assignmentDocument = z.strictObject({
  service: keyPart.describe('Key of the service.'),
  role: keyPart.describe('Key of the role.'),
  key: z
    .union([z.literal(''), keyPart])
    .default('')
    .describe('Only where an account has the same role more than once, with different scopes.'),
  scopes: z
    .record(z.string(), z.array(z.string().min(1)).min(1))
    .default({})
    .describe('By key of the role’s scope, its values.'),
  bundle: keyPart
    .optional()
    .describe(
      'Key of the bundle it was given with: it is shown and taken back with the others of it. Omitted: left as it is.',
    ),
  from: fromPart,
  until: untilPart,
  hours: hoursPart,
  reason: z.string().max(1000).default(''),
})

export type AssignmentDocument = z.output<typeof assignmentDocument>
