/** The addresses and form fields of the pages of a sign-in and a log-out. Words in addresses are Danish. */
export const signInPaths = {
  /** GET shows "På vegne af hvem?", POST takes the answer. */
  organisation: '/login/organisation',
  /** GET: goes on with whatever is next; where the answer of an identity provider leads back to. */
  next: '/login/videre',
  /** GET: the same log-in once more. */
  again: '/login/igen',
  /** The person is known and not let in. */
  refused: '/login/afvist',
  /** POST: from a refusal to asking for access. */
  ask: '/login/anmod',
  /** POST: from a refusal to taking a role in an emergency. */
  emergency: '/login/noedadgang',
  /** The log-in broke. */
  error: '/login/fejl',
  /** POST: give up, back to the service with the answer no. The discovery page posts here too. */
  cancel: '/login/afbryd',
  /** GET asks whether to log out, or says that one is; POST logs out. */
  logOut: '/login/log-ud',
  /** GET: goes on with a log-out, service by service. */
  logOutNext: '/login/log-ud/videre',
} as const

export const signInFields = {
  /** Which sign-in this is about. */
  signIn: 'login',
  /** Shows that this browser carried the identity provider's answer; see carried-answer.ts. */
  answerTicket: 'svar',
  /** On the page "På vegne af hvem?": the account. */
  account: 'konto',
  /** Which log-out this is about. */
  logOut: 'log-ud',
} as const

/** The address of a page about one sign-in. */
export function signInAddress(path: (typeof signInPaths)[keyof typeof signInPaths], signIn: string): string {
  return `${path}?${new URLSearchParams({ [signInFields.signIn]: signIn })}`
}

/** Where an identity provider's answer leads on to. */
export function answeredAddress(signIn: string, ticket: string): string {
  const query = { [signInFields.signIn]: signIn, [signInFields.answerTicket]: ticket }
  return `${signInPaths.next}?${new URLSearchParams(query)}`
}

/** Where a log-out goes on. */
export function logOutAddress(logOut: string): string {
  return `${signInPaths.logOutNext}?${new URLSearchParams({ [signInFields.logOut]: logOut })}`
}
