/** The addresses of cases at the service desk. */
export const casesPaths = {
  overview: '/desk',
  list: '/desk/sager',
  new: '/desk/sager/ny',
  statistics: '/desk/statistik',
  statisticsFile: '/desk/statistik/udtraek',
} as const

/** What was sent with a mail in a case. */
export function attachmentPath(caseId: string, id: string): string {
  return `${casesPaths.list}/${caseId}/bilag/${id}`
}

export function casePath(id: string): string {
  return `${casesPaths.list}/${id}`
}
