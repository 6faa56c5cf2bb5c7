/** An identity provider may not claim what only SEB may say: rights, authorisations and places of work. (G32) */
import type { AttributeName } from '../../services/attribute.ts'
import type { AttributeRule } from './rule.ts'
import { traced } from './trace.ts'

const reserved: readonly AttributeName[] = ['hasUserAuthorization', 'userAuthorizations', 'sor', 'ydernummer', 'cpr']

export const dropReservedAttributes: AttributeRule = ({ identityProvider }, claims) => {
  const mayNot = identityProvider.settings.privileges === 'merge' ? reserved : [...reserved, 'privileges' as const]
  const claimed = mayNot.filter((name) => claims.attributes.has(name))
  if (claimed.length === 0) return claims
  const attributes = new Map([...claims.attributes].filter(([name]) => !claimed.includes(name)))
  return claimed.reduce((left, name) => traced(left, name, false, 'the identity provider may not claim this'), {
    ...claims,
    attributes,
  })
}
