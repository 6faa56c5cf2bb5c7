/** The addresses of system management. Words in addresses are Danish. */
export const managementPaths = {
  organisations: '/forvaltning/organisationer',
  newOrganisation: '/forvaltning/organisationer/ny',
  orphans: '/forvaltning/uden-administrator',
  mail: '/forvaltning/mail',
  grants: '/forvaltning/tjenesteadgange',
  providers: '/forvaltning/identitetsudbydere',
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

/** Where an organisation is given a service: to choose one, or the form of one. */
export function givePath(organisationId: string, serviceId?: string): string {
  return `${organisationPath(organisationId)}/tjenester/giv${serviceId === undefined ? '' : `/${serviceId}`}`
}

/** Where what an organisation may use of a service is changed. */
export function changeGrantPath(organisationId: string, grantId: string): string {
  return `${organisationPath(organisationId)}/tjenester/${grantId}/ret`
}

/** Who has a service, by kind of organisation. */
export function serviceGrantsPath(serviceId: string): string {
  return `${managementPaths.grants}/${serviceId}`
}

/** Where a kind of organisations is given a service at once, or it is taken back from them. */
export function kindGrantPath(serviceId: string, kind: string, deed: 'giv' | 'tag-tilbage'): string {
  return `${serviceGrantsPath(serviceId)}/${kind}/${deed}`
}

/** Where an organisation is merged into another: to choose which, or what it does. */
export function mergePath(organisationId: string, intoId?: string): string {
  return `${organisationPath(organisationId)}/laeg-sammen${intoId === undefined ? '' : `/${intoId}`}`
}

/** The pages about one identity provider; `ny` is one that is not there yet. */
export function providerPath(id: string, deed?: 'ret' | 'metadata' | 'tjenester' | 'sluk' | 'taend'): string {
  return `${managementPaths.providers}/${id}${deed === undefined ? '' : `/${deed}`}`
}

/** Which identity providers can be used for a service. */
export function serviceProvidersPath(serviceId: string): string {
  return `/forvaltning/tjenester/${serviceId}/identitetsudbydere`
}
