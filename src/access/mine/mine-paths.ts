/** The addresses of "Min adgang". */
export const minePaths = {
  home: '/mig',
  /** POST: ends one of one's own sessions, or all the others. */
  endSession: '/mig/afslut-log-in',
  /** POST: whether the organisation's people may choose no mail at all. */
  noMail: '/mig/beskeder/ingen-mail',
} as const
