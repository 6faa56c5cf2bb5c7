/** The addresses of services in system management, and of the same pages for an owner. Words in addresses are Danish. */
export const servicesPath = '/forvaltning/tjenester'
export const newServicePath = `${servicesPath}/ny`
export const changeRequestsPath = '/forvaltning/aendringer'
export const ownerPath = '/tjenesteejer'

export function servicePath(id: string): string {
  return `${servicesPath}/${id}`
}

export function changeRequestPath(id: string): string {
  return `${changeRequestsPath}/${id}`
}

/** The pages below one service; `base` is where the service itself stands. */
export const below = {
  facts: (base: string) => `${base}/beskrivelse`,
  attributes: (base: string) => `${base}/oplysninger`,
  metadata: (base: string) => `${base}/metadata`,
  checkMetadata: (base: string) => `${base}/tjek-metadata`,
  use: (base: string) => `${base}/brug`,
  newRole: (base: string) => `${base}/roller/ny`,
  role: (base: string, roleId: string) => `${base}/roller/${roleId}`,
  changeRole: (base: string, roleId: string) => `${base}/roller/${roleId}/ret`,
  activateRole: (base: string, roleId: string) => `${base}/roller/${roleId}/tag-i-brug`,
  retireRole: (base: string, roleId: string) => `${base}/roller/${roleId}/udfas`,
  owners: (base: string) => `${base}/ejere`,
  endOwner: (base: string, appointmentId: string) => `${base}/ejere/${appointmentId}/fjern`,
  requests: (base: string) => `${base}/aendringer`,
  request: (base: string, id: string) => `${base}/aendringer/${id}`,
} as const
