/** An invitation: a link that works once, for two weeks, for somebody who logs in for the organisation that sent it. */

/** What keeps an invitation from being taken, whoever asks. */
export type InvitationOver = 'used' | 'withdrawn' | 'replaced' | 'expired' | 'account-over'

export interface Invitation {
  id: string
  accountId: string
  /** Of the account: a stand-in made with it, or somebody SEB knew. */
  personId: string
  organisation: { id: string; cvr: string; name: string }
  email: string
  /** Null while it can be taken. */
  over: InvitationOver | null
}

export const invitationDays = 14

export const invitationPaths = {
  /** What the mail links to; the code is in the query. */
  landing: '/invitation',
  confirm: '/invitation/bekraeft',
  done: '/invitation/taget-imod',
} as const

export function invitationLink(publicUrl: URL, token: string): string {
  const url = new URL(invitationPaths.landing, publicUrl)
  url.searchParams.set('kode', token)
  return url.href
}
