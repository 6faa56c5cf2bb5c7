/** A service that asks for a new proof of presence does not get an old one, whatever the provider made of the question. (I7) */
import type { AttributeRule } from './rule.ts'
import { refused } from './rule.ts'

/** Clocks may differ by so much: what OIOSAML 3 [OIO-GE-01] asks for at least. */
const toleranceMs = 180_000

export const requireFreshLogIn: AttributeRule = ({ freshSince, authentication }, claims) => {
  if (!freshSince) return claims
  const at = new Date(authentication.authenticatedAt)
  if (at.getTime() >= freshSince.getTime() - toleranceMs) return claims
  return refused(claims, 'answer-wrong', 'a new log-in was asked for, and the provider answered with an earlier one')
}
