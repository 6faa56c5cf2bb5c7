/** The addresses of cases at the service desk. */
export const casesPaths = {
  overview: '/desk',
  list: '/desk/sager',
  new: '/desk/sager/ny',
  statistics: '/desk/statistik',
  statisticsFile: '/desk/statistik/udtraek',
} as const

export function casePath(id: string): string {
  return `${casesPaths.list}/${id}`
}
