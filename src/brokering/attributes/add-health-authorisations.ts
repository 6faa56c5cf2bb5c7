/** Authorisations as a health professional come from the register that SEB holds. (protocols.md C) */
import type { AttributeRule } from './rule.ts'

export const addHealthAuthorisations: AttributeRule = ({ authorisations }, claims) => ({
  ...claims,
  authorisations,
  attributes: new Map(claims.attributes).set('hasUserAuthorization', [String(authorisations.length > 0)]),
})
