/** Roles that one person may not hold together in one organisation, as an operator writes it. */
import { z } from 'zod'
import { keyPart, textsPart, whenObject } from '../../organisations/document-parts.ts'

const shortName = z.string().min(1).max(100)

export const conflictDocument = z
  .strictObject({
    key: keyPart,
    service: keyPart
      .nullable()
      .default(null)
      .describe(
        'Key of the service whose rule it is; all of its roles are of that service then. Omitted: system management’s.',
      ),
    names: z.strictObject({ da: shortName, en: shortName }),
    why: textsPart.describe('Why, as administrators are told: Danish and English.'),
    atMost: z.int().min(1).default(1).describe('How many of the roles one person may hold at the same time.'),
    effect: z
      .enum(['blocked', 'with-reason'])
      .describe('Whether nobody is given more, or only with a reason and an end.'),
    ended: z.boolean().optional().describe('A rule that has ended is asked by nobody. Omitted: left as it is.'),
    roles: z.array(z.strictObject({ service: keyPart, role: keyPart })).min(2),
  })
  .refine(({ atMost, roles }) => atMost < roles.length, {
    path: ['atMost'],
    when: whenObject,
    message: 'must be less than the number of roles, or it forbids nothing',
  })

export type ConflictDocument = z.output<typeof conflictDocument>
