/** The conditions under which an assertion may be believed (SAML core §2.5). One that SEB does not know is not met. */
import { MessageRefused } from '../message-refused.ts'
import { ns } from '../xml/namespaces.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import { readBegun, readEnd } from './validity.ts'

/** Reference implementations give an hour; a day leaves room, and what lives longer is a mistake (G36). */
const longestValiditySeconds = 24 * 3600

/** Returns when the conditions end to hold, where they say so. */
export function checkConditions(assertion: XmlElement, audience: string, now: Date): Date | undefined {
  const conditions = assertion.optionalChild(ns.saml, 'Conditions')
  if (conditions === undefined) throw new MessageRefused('conditions-missing')
  let addressed = false
  for (const condition of conditions.elements) {
    if (condition.is(ns.saml, 'AudienceRestriction')) {
      requireAudience(condition, audience)
      addressed = true
    } else if (condition.is(ns.saml, 'ProxyRestriction')) {
      requireProxying(condition)
    } else if (!condition.is(ns.saml, 'OneTimeUse')) {
      // OneTimeUse is what SEB does with every assertion; anything else it cannot promise (§2.5.1).
      throw new MessageRefused('condition-unknown', condition.name)
    }
  }
  if (!addressed) throw new MessageRefused('audience-wrong', 'no AudienceRestriction')

  const from = conditions.attribute('NotBefore')
  if (from !== undefined) readBegun(from, now)
  const until = conditions.attribute('NotOnOrAfter')
  return until === undefined ? undefined : readEnd(until, now, longestValiditySeconds)
}

/** Every AudienceRestriction must name us, letter by letter (§2.5.1.4). */
function requireAudience(restriction: XmlElement, audience: string): void {
  const named = restriction.elements.some((element) => element.is(ns.saml, 'Audience') && element.text === audience)
  if (!named) throw new MessageRefused('audience-wrong')
}

/** SEB passes on what it is told; an issuer that forbids that, or to some, is not one SEB can use (§2.5.1.6). */
function requireProxying(restriction: XmlElement): void {
  if (restriction.attribute('Count') === '0' || restriction.elements.length > 0) {
    throw new MessageRefused('condition-unknown', 'ProxyRestriction')
  }
}
