/** Roles that belong together for a kind of work in an organisation, as an operator writes them. */
import { z } from 'zod'
import { cvrPart, keyPart } from '../organisations/document-parts.ts'

const bundledRole = z.strictObject({
  service: keyPart.describe('Key of the service.'),
  role: keyPart.describe('Key of the role.'),
  scopes: z
    .record(z.string(), z.union([z.literal('unit'), z.array(z.string().min(1)).min(1)]))
    .default({})
    .describe(
      'By key of the role’s scope, its values; or `unit`: the number of the unit that the employee belongs to.',
    ),
})

export const bundleDocument = z.strictObject({
  cvr: cvrPart,
  key: keyPart,
  name: z.string().min(1).max(100).describe('The kind of work it is for.'),
  description: z.string().max(500).default(''),
  deleted: z
    .boolean()
    .optional()
    .describe('A deleted bundle is given to nobody; those who have it keep the roles. Omitted: left as it is.'),
  roles: z.array(bundledRole),
})

export type BundleDocument = z.output<typeof bundleDocument>
