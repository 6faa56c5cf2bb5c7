/** The addresses of emergency access: for whoever takes it, for those who look at it afterwards, and for those who own the roles. */
export const emergencyPaths = {
  /** GET: a service's roles for an emergency, with `tjeneste` its key. POST: takes one. */
  take: '/mig/noedadgang',
  /** Where it is looked at afterwards. */
  review: '/admin/noedadgang',
  /** How often, by service and organisation. */
  patternsOfAll: '/forvaltning/noedadgang',
  patternsOfOwner: '/tjenesteejer/noedadgang',
} as const

/** From a refusal: by the service's key and the reference of the refusal. */
export function takeAddress(service: string, refusal: string): string {
  return `${emergencyPaths.take}?${new URLSearchParams({ tjeneste: service, afvist: refusal })}`
}

/** One as its taker sees it; `slut`: POST ends it before its time, `videre`: on to the service. */
export function ownEmergencyPath(id: string, deed?: 'slut' | 'videre'): string {
  return `${emergencyPaths.take}/${id}${deed === undefined ? '' : `/${deed}`}`
}

export function reviewPath(id: string): string {
  return `${emergencyPaths.review}/${id}`
}
