/** The addresses of the subscription to mails about the operational status. */
export const subscribePaths = {
  ask: '/driftsstatus/tilmeld',
  asked: '/driftsstatus/tilmeld/tjek-din-mail',
} as const

/** Where one says yes, and later changes what one gets. */
export function subscriptionPath(token: string): string {
  return `/driftsstatus/abonnement/${token}`
}

/** Where mail programs end it with one click (RFC 8058), which no page of SEB's sends them to. */
export const endPrefix = '/driftsstatus/afmeld/'

export function endPath(token: string): string {
  return endPrefix + token
}
