/** What can run or not: SEB's own parts, each place to log in, and the services that patient care hangs on. */

/** SEB's own, as people know them. */
export const sebParts = ['seb-sundhed', 'seb-borger', 'seb-classic'] as const

export type PartKind = 'seb' | 'nemlog-in' | 'local' | 'service'

export interface StatusPart {
  /** `seb-classic`, `idp:<key of the identity provider>`, `service:<key of the service>`. */
  key: string
  kind: PartKind
  name: { da: string; en: string }
}

export function providerPart(key: string): string {
  return `idp:${key}`
}

export function servicePart(key: string): string {
  return `service:${key}`
}
