/**
 * Everything a provider says must be of one person. A provider that may speak for one organisation could otherwise put another
 * person's CPR number, or a colleague's UUID, on a log-in that SEB knows by its name. (G24, G32)
 */
import type { AttributeRule } from './rule.ts'
import { refused } from './rule.ts'

export const requireOnePerson: AttributeRule = ({ person }, claims) =>
  person?.contradicted
    ? refused(claims, 'answer-wrong', `the ${person.contradicted} is that of another person than the log-in`)
    : claims
