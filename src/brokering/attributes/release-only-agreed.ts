/** Released = agreed ∩ asked. Whatever else is known stays here. (I17, security I4) */
import type { AttributeName } from '../../services/attribute.ts'
import { attributeNames } from '../../services/attribute.ts'
import type { AttributeRule, RuleContext, WorkingClaims } from './rule.ts'
import { traced } from './trace.ts'

/** Why something that is known is not told, as it stands in the trace. */
export const heldBack = {
  notAgreed: 'not agreed with the service',
  notAsked: 'the service does not ask for it',
} as const

export const releaseOnlyAgreed: AttributeRule = (context, claims) => {
  const withCpr = addCpr(context, claims)
  const released = attributeNames.reduce<WorkingClaims>(
    (left, name) => {
      if (!isKnown(withCpr, name)) return left
      const why = whyNot(context, name)
      if (why === null) return traced(left, name, true, 'agreed and asked for')
      return traced(without(left, name), name, false, why)
    },
    { ...withCpr },
  )
  return released
}

function whyNot({ service, askedAttributes }: RuleContext, name: AttributeName): string | null {
  if (!service.agreedAttributes.includes(name)) return heldBack.notAgreed
  if (askedAttributes && !askedAttributes.includes(name)) return heldBack.notAsked
  return null
}

function isKnown(claims: WorkingClaims, name: AttributeName): boolean {
  if (name === 'privileges') return claims.privileges.length > 0
  if (name === 'userAuthorizations') return claims.authorisations.length > 0
  return claims.attributes.has(name)
}

function without(claims: WorkingClaims, name: AttributeName): WorkingClaims {
  if (name === 'privileges') return { ...claims, privileges: [] }
  if (name === 'userAuthorizations') return { ...claims, authorisations: [] }
  return { ...claims, attributes: new Map([...claims.attributes].filter(([key]) => key !== name)) }
}

/** The number is unsealed only for a service that is agreed to get it. */
function addCpr({ service, authentication, unsealCpr }: RuleContext, claims: WorkingClaims): WorkingClaims {
  if (!authentication.cprSealed || !service.agreedAttributes.includes('cpr')) return claims
  return { ...claims, attributes: new Map(claims.attributes).set('cpr', [unsealCpr(authentication.cprSealed)]) }
}
