/** The words that explain a right, English. */
import type { ExplainText } from './text.da.ts'

export const en: ExplainText = {
  links: {
    account: 'Account',
    grant: 'Service access',
    role: 'Role',
    scope: 'Holds for',
    period: 'Period',
    'given-by': 'Given by',
  },
  holds: 'The role has effect now, because every link holds.',
  doesNotHold: 'The role has no effect now: {why}',
  conditions: {
    'account-not-active': 'the account is not active.',
    'organisation-not-active': 'the organisation is not active in SEB.',
    'service-not-granted': 'the organisation has no access to the service now.',
    'role-not-in-grant': 'the organisation may not give this role.',
    'not-yet-valid': 'it has not begun yet.',
    ended: 'it has ended.',
    withdrawn: 'it has been withdrawn.',
    'role-not-active': 'the service does not use the role now.',
    'scope-missing': 'it does not say what it holds for.',
    'scope-not-allowed': 'it holds for something the organisation may not give access to.',
    'authorisation-missing': 'it needs an authorisation that the person does not have.',
    'assurance-too-low': 'it needs a stronger log-in.',
  },
  accountOf: '{person} in {organisation}',
  mayUse: '{organisation} may use {service}',
  needs: 'Needs level of assurance {level}',
  needsAuthorisation: 'Needs level of assurance {level} and an authorisation',
  everything: 'The whole organisation',
  from: 'From {from}',
  fromUntil: '{from} – {until}',
  noEnd: 'No end date',
  levels: { Low: 'Low', Substantial: 'Substantial', High: 'High' },
  whyQuestion: 'Why?',
}
