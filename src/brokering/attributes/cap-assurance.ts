/** The level stated onwards is the lowest of what was said, what the provider may say and what SEB may say. (NSIS §4, D) */
import { lowestAssurance } from '../../base/assurance.ts'
import type { AttributeRule } from './rule.ts'
import { traced } from './trace.ts'

export const capAssurance: AttributeRule = ({ identityProvider, highestAssurance, authentication }, claims) => {
  const cap = lowestAssurance(identityProvider.highestAssurance, highestAssurance)
  const assurance = lowestAssurance(claims.assurance, cap)
  const capped = {
    ...claims,
    assurance,
    identityAssurance: claims.identityAssurance && lowestAssurance(claims.identityAssurance, cap),
    authenticatorAssurance: claims.authenticatorAssurance && lowestAssurance(claims.authenticatorAssurance, cap),
  }
  const why =
    assurance === authentication.assurance
      ? 'as the identity provider stated it'
      : `lowered from ${authentication.assurance}: provider may state ${identityProvider.highestAssurance}, SEB ${highestAssurance}`
  return traced(capped, `level of assurance ${assurance}`, true, why)
}
