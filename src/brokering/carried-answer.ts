/**
 * An answer counts only for the browser that carried it. The cross-site POST brings no cookie that would say which browser
 * that is, so the redirect after it carries a ticket: whoever goes on must show the ticket *and* be the browser that began.
 * Otherwise somebody could begin a log-in, have another person answer it at the identity provider, and be first at SEB. (G22, A12)
 */
import type { Visit } from './deps.ts'
import type { SignIn } from './sign-in.ts'

/** The sign-in as far as this visitor may know it: an answer that another browser carried has not come. */
export function asCarriedBy({ answerTicketHash }: Pick<Visit, 'answerTicketHash'>, signIn: SignIn): SignIn {
  const carried = signIn.answerTicketHash === null || signIn.answerTicketHash === answerTicketHash
  return carried ? signIn : { ...signIn, authentication: null }
}
