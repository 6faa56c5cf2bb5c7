/** The addresses of system management. Words in addresses are Danish. */
export const managementPaths = {
  organisations: '/forvaltning/organisationer',
} as const

export function organisationPath(id: string): string {
  return `${managementPaths.organisations}/${id}`
}

/** Where a service is taken back from an organisation. */
export function takeBackPath(organisationId: string, grantId: string): string {
  return `${organisationPath(organisationId)}/tjenester/${grantId}/tag-tilbage`
}
