/** The kinds of organisations as addresses name them: words in addresses are Danish. */
import { type OrganisationKind, organisationKinds } from '../organisations/organisation.store.ts'

export const kindWords: Readonly<Record<OrganisationKind, string>> = {
  region: 'region',
  municipality: 'kommune',
  hospital: 'hospital',
  'general-practice': 'almen-praksis',
  specialist: 'speciallaege',
  dentist: 'tandlaege',
  pharmacy: 'apotek',
  'private-provider': 'privat-leverandoer',
  authority: 'myndighed',
  supplier: 'leverandoer',
}

export function kindOf(word: string | undefined): OrganisationKind | null {
  return organisationKinds.find((kind) => kindWords[kind] === word) ?? null
}
