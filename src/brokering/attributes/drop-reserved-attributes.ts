/**
 * An identity provider may not claim what only SEB may say (rights, authorisations, places of work), nor what lies outside
 * what it may speak for: a private log-in says nothing of a workplace, a local provider nothing of other organisations. (G32)
 */
import type { AttributeName } from '../../services/attribute.ts'
import type { AttributeRule, RuleContext, WorkingClaims } from './rule.ts'
import { traced } from './trace.ts'

const reserved: readonly AttributeName[] = [
  'hasUserAuthorization',
  'userAuthorizations',
  'sor',
  'ydernummer',
  'cpr',
  'privileges',
]

/** The professional profile's own. With a private log-in SEB says them itself, of the account that the person acts in. */
const professional: readonly AttributeName[] = [
  'cvr',
  'orgName',
  'professionalUuid',
  'rid',
  'productionUnit',
  'seNumber',
  'authorizedToRepresent',
]

const theirs = 'privileges of the identity provider'

export const dropReservedAttributes: AttributeRule = (context, claims) => {
  const notItsOwn = claims.kind === 'person' ? [...reserved, ...professional] : reserved
  const claimed = notItsOwn.filter((name) => claims.attributes.has(name))
  const attributes = new Map([...claims.attributes].filter(([name]) => !claimed.includes(name)))
  const cleaned = claimed.reduce(
    (left, name) => traced(left, name, false, 'the identity provider may not claim this'),
    { ...claims, attributes },
  )
  return withPrivileges(context, withinReach(context, cleaned))
}

/** Of the organisations that the person may represent, those the provider may speak for. */
function withinReach({ identityProvider: { allowedCvrs } }: RuleContext, claims: WorkingClaims): WorkingClaims {
  const represented = claims.attributes.get('authorizedToRepresent')
  if (!represented || !allowedCvrs) return claims
  const within = represented.filter((cvr) => allowedCvrs.includes(cvr))
  if (within.length === represented.length) return claims
  const attributes = new Map(claims.attributes)
  if (within.length > 0) attributes.set('authorizedToRepresent', within)
  else attributes.delete('authorizedToRepresent')
  return traced({ ...claims, attributes }, 'authorizedToRepresent', false, 'the provider may not speak for all of them')
}

function withPrivileges({ identityProvider, authentication }: RuleContext, claims: WorkingClaims): WorkingClaims {
  if (authentication.privileges.length === 0) return claims
  if (identityProvider.settings.privileges === 'ignore' || claims.kind === 'person') {
    return traced(claims, theirs, false, 'it is not trusted for them')
  }
  // Also a trusted provider speaks only for the organisation it logged the person in for.
  const [cvr] = authentication.attributes.cvr ?? []
  const own = authentication.privileges.filter(({ scope }) => scope === `urn:dk:gov:saml:cvrNumberIdentifier:${cvr}`)
  const withOwn = { ...claims, privileges: own }
  const kept = own.length > 0 ? traced(withOwn, theirs, true, 'it is trusted for them') : withOwn
  return own.length === authentication.privileges.length
    ? kept
    : traced(kept, theirs, false, 'not within the organisation that it logged the person in for')
}
