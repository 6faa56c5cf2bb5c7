/** The document that operators write, as a whole: what `seb apply` reads, and what its JSON Schema is made from. */
import { z } from 'zod'
import { administratorDocument, functionsDocument, staffDocument } from '../access/appointments/appointment-document.ts'
import { assignmentDocument } from '../access/assignment-document.ts'
import { bundleDocument } from '../access/bundle-document.ts'
import { conflictDocument } from '../access/conflicts/conflict-document.ts'
import { grantDocument } from '../access/grant-document.ts'
import { identityProviderDocument } from '../organisations/identity-provider-document.ts'
import { organisationDocument } from '../organisations/organisation-document.ts'
import { accountDocument, personDocument } from '../people/person-document.ts'
import { serviceDocument } from '../services/service-document.ts'

const accountWithAccess = accountDocument.extend({
  administrator: administratorDocument,
  functions: functionsDocument,
  assignments: z.array(assignmentDocument).default([]),
})
const personWithAccounts = personDocument.extend({
  accounts: z.array(accountWithAccess).default([]),
  staff: z.array(staffDocument).default([]).describe('What the person does for SEB itself.'),
})

/** The lists of the document, in the order in which they are planned and written. */
export const documentLists = {
  organisations: organisationDocument,
  identityProviders: identityProviderDocument,
  services: serviceDocument,
  conflicts: conflictDocument,
  grants: grantDocument,
  bundles: bundleDocument,
  people: personWithAccounts,
} as const

export type ListName = keyof typeof documentLists

export const configurationDocument = z.strictObject({
  $schema: z.string().optional().describe('Address of the JSON Schema, for editors.'),
  exported: z
    .literal(true)
    .optional()
    .describe(
      'Written by `seb export`: values that no longer fit the role they were given for are told of in a note, and taken.',
    ),
  organisations: z.array(organisationDocument).default([]),
  identityProviders: z.array(identityProviderDocument).default([]),
  services: z.array(serviceDocument).default([]),
  conflicts: z.array(conflictDocument).default([]).describe('Roles that one person may not hold together.'),
  grants: z.array(grantDocument).default([]).describe('Which organisations may use which services.'),
  bundles: z.array(bundleDocument).default([]).describe('Roles that belong together for a kind of work.'),
  people: z.array(personWithAccounts).default([]),
})

/** What an operator or a tool may write. */
export type ConfigurationDocument = z.input<typeof configurationDocument>

/** What comes out when it has been read. */
export type Part<Name extends ListName> = z.output<(typeof documentLists)[Name]>
