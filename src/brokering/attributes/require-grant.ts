/** The organisation must have been given the service by system management (domain model, invariants 1 and 3). */
import { grantIsValid } from '../../access/roles/role-at-the-door.ts'
import type { AttributeRule } from './rule.ts'
import { refused } from './rule.ts'

export const requireGrant: AttributeRule = ({ service, now }, claims) => {
  if (service.access === 'authenticated') return claims
  const grant = claims.candidate?.grant
  if (grant && grantIsValid(grant, now)) return claims
  return refused(
    claims,
    'service-not-granted',
    grant ? 'the grant is outside its dates' : 'the organisation has no grant',
  )
}
