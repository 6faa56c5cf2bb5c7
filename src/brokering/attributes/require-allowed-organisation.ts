/** A provider speaks only for the organisations it is registered for, and for exactly one at a time. (L3, G24, A21) */
import type { AttributeRule } from './rule.ts'
import { refused } from './rule.ts'

export const requireAllowedOrganisation: AttributeRule = ({ identityProvider }, claims) => {
  if (claims.kind === 'person') return claims
  const stated = claims.attributes.get('cvr') ?? []
  const [cvr] = stated
  if (stated.length !== 1 || cvr === undefined || !/^[0-9]{8}$/.test(cvr)) {
    return refused(claims, 'answer-wrong', 'a professional log-in must state exactly one CVR number of 8 digits')
  }
  if (identityProvider.allowedCvrs && !identityProvider.allowedCvrs.includes(cvr)) {
    return refused(claims, 'organisation-not-allowed', `provider may not speak for CVR ${cvr}`)
  }
  return claims
}
