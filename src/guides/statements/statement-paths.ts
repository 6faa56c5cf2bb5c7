/** The addresses of what SEB owes people to say. */
export const statementPaths = {
  accessibility: '/tilgaengelighed',
  privacy: '/privatliv',
  cookies: '/cookies',
} as const
