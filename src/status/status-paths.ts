/** The addresses of the operational status. */
export const statusPaths = {
  page: '/driftsstatus',
  messages: '/driftsstatus/beskeder',
  providers: '/driftsstatus/lokale-log-in',
  rss: '/driftsstatus/rss.xml',
  atom: '/driftsstatus/atom.xml',
  calendar: '/driftsstatus/kalender.ics',
  json: '/driftsstatus/status.json',
} as const

/** The message by itself: what feeds and mails lead to, the same address for as long as it is kept. */
export function messagePath(id: string): string {
  return `${statusPaths.messages}/${encodeURIComponent(id)}`
}
