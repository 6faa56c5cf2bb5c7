/** The addresses of "Min adgang". */
export const minePaths = {
  home: '/mig',
  /** POST: ends one of one's own sessions, or all the others. */
  endSession: '/mig/afslut-log-in',
  /** POST: whether the organisation's people may choose no mail at all. */
  noMail: '/mig/beskeder/ingen-mail',
  /** Asking for access, and what one has asked for (requests/). */
  ask: '/mig/anmod',
  /** An administrator asks for several employees. */
  askForOthers: '/mig/anmod/for-andre',
  requests: '/mig/anmodninger',
} as const

/** Where one asks to keep a role that ends, by its assignment. */
export function extendOwnRolePath(assignmentId: string): string {
  return `${minePaths.ask}/forlaeng/${assignmentId}`
}

/** Where one asks to lose a role, by its assignment. */
export function loseRolePath(assignmentId: string): string {
  return `${minePaths.ask}/mist/${assignmentId}`
}
