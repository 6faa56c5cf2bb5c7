/** The addresses and form fields of the pages of a sign-in and a log-out. Words in addresses are Danish. */
export const signInPaths = {
  /** GET shows "På vegne af hvem?", POST takes the answer. */
  organisation: '/login/organisation',
  /** The person is known and not let in. */
  refused: '/login/afvist',
  /** The log-in broke. */
  error: '/login/fejl',
  /** POST: give up, back to the service with the answer no. The discovery page posts here too. */
  cancel: '/login/afbryd',
} as const

export const signInFields = {
  /** Which sign-in this is about. */
  signIn: 'login',
  /** On the page "På vegne af hvem?": the account. */
  account: 'konto',
} as const
