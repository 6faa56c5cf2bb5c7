/** A role of a service with the data scopes it takes, as an operator writes it. */
import { z } from 'zod'
import {
  assurancePart,
  keyPart,
  listPart,
  namesPart,
  textsPart,
  untilPart,
  whenObject,
} from '../organisations/document-parts.ts'
import { longestPattern, longestValue, type PatternMistake, readScopePattern } from './scope-pattern.ts'

export const scopeKinds = ['sor', 'ydernummer', 'p-number', 'municipality', 'list', 'text'] as const

/** The OIO BPP constraint that carries the values, where the kind of scope has one of its own. */
export const constraintNames: Partial<Record<(typeof scopeKinds)[number], string>> = {
  sor: 'urn:dk:gov:saml:sorIdentifier',
  ydernummer: 'urn:dk:sundhed:seb:ydernummer',
  'p-number': 'urn:dk:gov:saml:productionUnitIdentifier',
  municipality: 'urn:dk:sundhed:seb:municipality',
}

/** Three days and nights: longer is no emergency, but something to ask for. */
export const longestEmergencyHours = 72

const uri = z.string().regex(/^[a-z][a-z0-9+.-]*:\S+$/i, 'must be a URI')

const scopeDocument = z
  .strictObject({
    key: keyPart,
    kind: z.enum(scopeKinds).describe('What the values are. `list`: one of `allowedValues`; `text`: by `pattern`.'),
    names: namesPart,
    required: z.boolean().default(true),
    many: z.boolean().default(false).describe('Whether it takes several values.'),
    allowedValues: z.array(z.string().min(1)).min(1).nullable().default(null),
    pattern: z
      .string()
      .superRefine((text, context) => {
        const reading = readScopePattern(text)
        if (!reading.ok) context.addIssue({ code: 'custom', message: patternMistakes[reading.mistake] })
      })
      .nullable()
      .default(null)
      .describe(
        'Pattern that a whole value must match, as a regular expression of a small kind: characters, `[…]`, `\\d \\w \\s \\p{…}`, `.`, groups, `|`, `? * + {n,m}`.',
      ),
    constraintName: uri
      .optional()
      .describe('The OIO BPP constraint that carries the values. Needed for `list` and `text`, known for the others.'),
  })
  .refine((scope) => scope.kind !== 'list' || scope.allowedValues, {
    path: ['allowedValues'],
    when: whenObject,
    message: 'must be given for a scope of kind list',
  })
  .refine((scope) => scope.constraintName ?? constraintNames[scope.kind], {
    path: ['constraintName'],
    when: whenObject,
    message: 'must be given for a scope of kind list or text',
  })
  .transform((scope) => ({ ...scope, constraintName: scope.constraintName ?? constraintNames[scope.kind] ?? '' }))

export const roleDocument = z.strictObject({
  key: keyPart,
  names: namesPart,
  descriptions: textsPart,
  privileges: z.array(uri).min(1).describe('What the service is told when a person has the role.'),
  privilegeScope: z
    .enum(['cvr', 'p-number', 'authorisation'])
    .default('cvr')
    .describe('What the privileges hold within (OIO BPP): the organisation, the production unit, the authorisation.'),
  sensitive: z.boolean().default(false),
  lowestAssurance: assurancePart,
  requiredEducationCodes: listPart.describe('The person must be authorised with one of these. Empty: no demand.'),
  longestDays: z.int().positive().nullable().default(null).describe('The longest an assignment may last.'),
  emergencyHours: z
    .int()
    .min(1)
    .max(longestEmergencyHours)
    .nullable()
    .default(null)
    .describe('How many hours an employee may have it in an emergency without asking. `null`: not at all.'),
  requestable: z.boolean().default(true).describe('Whether an employee may ask for it.'),
  status: z
    .enum(['draft', 'active', 'retired'])
    .default('active')
    .describe('`draft`: cannot be given to anybody yet. `retired`: ends it for everyone at once.'),
  until: untilPart.describe('The last day (in Denmark) that it holds for anybody. Omitted: with no end.'),
  replacedBy: keyPart.nullable().default(null).describe('Key of the role of the same service that takes its place.'),
  scopes: z.array(scopeDocument).default([]),
})

export type RoleDocument = z.output<typeof roleDocument>

const patternMistakes: Record<PatternMistake, string> = {
  syntax: 'is not a regular expression',
  unsupported:
    'holds something a scope cannot use: no anchors (a whole value is matched), no looking ahead or back, no references',
  'too-long': `is too long: at most ${longestPattern} characters, for values of at most ${longestValue}`,
}
