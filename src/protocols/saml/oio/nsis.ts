/**
 * Every way SAML messages write an NSIS level of assurance, and only those. A text that is not on the list is no level:
 * it is never taken for `Low`.
 */

import { type AssuranceLevel, assuranceLevels } from '../../../base/assurance.ts'
import type { LogInKind } from '../../../brokering/authentication.ts'

/** Where the level stands as the last part of a URI: class references of OIOSAML 3 and of OIOSAML 4. */
const prefixes = {
  oiosaml3: 'https://data.gov.dk/concept/core/nsis/loa/',
  oiosaml4: 'https://data.gov.dk/concept/core/loa/',
} as const

/** How a request asks for a private or a professional identity (OIOSAML 3 [OIO-SP-07]). */
export const logInKindClassRefs: Readonly<Record<LogInKind, string>> = {
  person: 'https://data.gov.dk/eid/Person',
  professional: 'https://data.gov.dk/eid/Professional',
}

/** The level in an attribute (`…/nsis/loa`, `…/nsis/ial`, `…/nsis/aal`): the bare word `Low`, `Substantial` or `High`. */
export function assuranceFromAttribute(value: string): AssuranceLevel | undefined {
  return assuranceLevels.find((level) => level === value)
}

/** The level that an AuthnContextClassRef names, in the notation of OIOSAML 3 or 4. */
export function assuranceFromClassRef(classRef: string): AssuranceLevel | undefined {
  const prefix = Object.values(prefixes).find((known) => classRef.startsWith(known))
  return prefix === undefined ? undefined : assuranceFromAttribute(classRef.slice(prefix.length))
}

/** True for any text that claims to be a level of assurance, known or not: such a reference must not be overlooked. */
export function looksLikeAssurance(classRef: string): boolean {
  return Object.values(prefixes).some((known) => classRef.startsWith(known))
}

/** The AuthnContextClassRef for a level, as OIOSAML 3 writes it. */
export function assuranceClassRef(level: AssuranceLevel): string {
  return prefixes.oiosaml3 + level
}

/** The kind of identity that an AuthnContextClassRef asks for. */
export function logInKindFromClassRef(classRef: string): LogInKind | undefined {
  if (classRef === logInKindClassRefs.person) return 'person'
  return classRef === logInKindClassRefs.professional ? 'professional' : undefined
}

/**
 * The level that OIOSAML 2's AssuranceLevel stands for, from a provider that is set to be believed in it. Levels 3 and 4
 * are no more than `Substantial`: the old scheme had no proof of what NSIS asks for `High`.
 */
export function assuranceFromLegacyLevel(value: string): AssuranceLevel | undefined {
  switch (value) {
    case '2':
      return 'Low'
    case '3':
    case '4':
      return 'Substantial'
    default:
      return undefined
  }
}
