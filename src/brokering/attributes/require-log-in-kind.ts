/** A private log-in where a professional one is needed, or the other way round, is refused however it came about. (S7) */
import type { AttributeRule } from './rule.ts'
import { refused } from './rule.ts'

export const requireLogInKind: AttributeRule = ({ service, identityProvider, requestedKinds }, claims) => {
  const { kind } = claims
  if (!identityProvider.logInKinds.includes(kind))
    return refused(claims, 'wrong-log-in-kind', `provider may not state ${kind}`)
  if (!service.logInKinds.includes(kind)) return refused(claims, 'wrong-log-in-kind', `service does not take ${kind}`)
  if (requestedKinds && !requestedKinds.includes(kind))
    return refused(claims, 'wrong-log-in-kind', `${kind} was not asked for`)
  return claims
}
