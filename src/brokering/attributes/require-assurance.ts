/** The level is checked on arrival whatever was asked for upstream. (S6) */
import { meetsAssurance } from '../../base/assurance.ts'
import type { AttributeRule } from './rule.ts'
import { refused } from './rule.ts'

export const requireAssurance: AttributeRule = ({ service, requestedAssurance }, claims) => {
  if (!meetsAssurance(claims.assurance, service.lowestAssurance)) {
    return refused(claims, 'level-too-low', `${claims.assurance}; the service needs ${service.lowestAssurance}`)
  }
  if (requestedAssurance && !meetsAssurance(claims.assurance, requestedAssurance)) {
    return refused(claims, 'level-too-low', `${claims.assurance}; the request asked for ${requestedAssurance}`)
  }
  return claims
}
