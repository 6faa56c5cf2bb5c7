/** An identity provider may not claim what only SEB may say: rights, authorisations and places of work. (G32) */
import type { AttributeName } from '../../services/attribute.ts'
import type { AttributeRule } from './rule.ts'
import { traced } from './trace.ts'

const reserved: readonly AttributeName[] = [
  'hasUserAuthorization',
  'userAuthorizations',
  'sor',
  'ydernummer',
  'cpr',
  'privileges',
]

const theirs = 'privileges of the identity provider'

export const dropReservedAttributes: AttributeRule = ({ identityProvider, authentication }, claims) => {
  const claimed = reserved.filter((name) => claims.attributes.has(name))
  const attributes = new Map([...claims.attributes].filter(([name]) => !claimed.includes(name)))
  const cleaned = claimed.reduce(
    (left, name) => traced(left, name, false, 'the identity provider may not claim this'),
    { ...claims, attributes },
  )
  if (authentication.privileges.length === 0) return cleaned
  if (identityProvider.settings.privileges === 'ignore') {
    return traced(cleaned, theirs, false, 'it is not trusted for them')
  }
  // Also a trusted provider speaks only for the organisation it logged the person in for.
  const [cvr] = authentication.attributes.cvr ?? []
  const own = authentication.privileges.filter(({ scope }) => scope === `urn:dk:gov:saml:cvrNumberIdentifier:${cvr}`)
  const withOwn = { ...cleaned, privileges: own }
  const kept = own.length > 0 ? traced(withOwn, theirs, true, 'it is trusted for them') : withOwn
  return own.length === authentication.privileges.length
    ? kept
    : traced(kept, theirs, false, 'not within the organisation that it logged the person in for')
}
