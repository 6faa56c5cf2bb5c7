/** The addresses of asking for new services, and of answering. Words in addresses are Danish. */
export const newServicePaths = {
  own: '/admin/tjenester',
  chiefs: '/admin/tjenester/overbrugeradministratorer',
  choose: '/admin/tjenester/ny',
  managed: '/forvaltning/nye-tjenester',
} as const

/** The form for one service. */
export function askForServicePath(serviceId: string): string {
  return `${newServicePaths.choose}/${serviceId}`
}

export function ownRequestPath(id: string, deed?: 'traek-tilbage'): string {
  return `${newServicePaths.own}/anmodninger/${id}${deed === undefined ? '' : `/${deed}`}`
}

export function managedRequestPath(id: string, deed?: 'afvis' | 'givet'): string {
  return `${newServicePaths.managed}/${id}${deed === undefined ? '' : `/${deed}`}`
}
