/** The addresses of system management. Words in addresses are Danish. */
export const managementPaths = {
  organisations: '/forvaltning/organisationer',
  newOrganisation: '/forvaltning/organisationer/ny',
} as const

export function organisationPath(id: string): string {
  return `${managementPaths.organisations}/${id}`
}

/** A page about one organisation: its form, closing and reopening it, appointing a chief administrator, merging it. */
export function organisationDeedPath(id: string, deed: 'ret' | 'luk' | 'aabn' | 'overbrugeradministrator'): string {
  return `${organisationPath(id)}/${deed}`
}

/** The form of a unit; `ny` is one that is not there yet. */
export function unitPath(organisationId: string, unitId: string): string {
  return `${organisationPath(organisationId)}/enheder/${unitId}`
}

/** Where a service is taken back from an organisation. */
export function takeBackPath(organisationId: string, grantId: string): string {
  return `${organisationPath(organisationId)}/tjenester/${grantId}/tag-tilbage`
}
