/** The words of notices whatever their kind, Danish. English beside it has the same keys; the compiler checks. */
export const da = {
  /** Under the mail: why one gets it. */
  why: {
    employee: 'Du får mailen, fordi du er bruger hos {organisation}.',
    administrator: 'Du får mailen, fordi du er administrator hos {organisation}.',
    staff: 'Du får mailen, fordi du arbejder med SEB.',
  },
  settings: 'Du vælger selv, hvad du får mail om: {address}',
}

export type NoticeText = typeof da
