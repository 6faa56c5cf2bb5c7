/** The addresses of periodic control. Words in addresses are Danish. */
export const reviewPaths = {
  list: '/admin/kontrol',
  start: '/admin/kontrol/ny',
  repeat: '/admin/kontrol/gentag',
  /** System management asks many organisations at once. */
  everywhere: '/forvaltning/kontrol',
  startEverywhere: '/forvaltning/kontrol/ny',
} as const

/** One review: to answer it, and what came of it. */
export function reviewPath(
  id: string,
  part?: 'fortryd' | 'resten' | 'rapport' | 'rapport.json' | 'rapport.csv',
): string {
  return `${reviewPaths.list}/${id}${part === undefined ? '' : `/${part}`}`
}
