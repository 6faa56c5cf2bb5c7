/** The words about organisations without a chief administrator, English. */
import type { OrphansText } from './text.da.ts'

export const en: OrphansText = {
  title: 'Without administrator',
  lead: 'Organisations that have no chief user administrator, or lose the last one within 30 days.',
  found: '{total} organisations',
  foundOne: '1 organisation',
  none: 'Every organisation has a chief user administrator.',
  noneNext: 'An organisation comes onto the list when the last one leaves, is suspended or reaches an end date.',
  organisation: 'Organisation',
  state: 'How it stands',
  hasNone: 'None now',
  ends: 'The last one leaves after {date}',
  candidates: 'Who it might be',
  noCandidates: 'No active employees',
  levels: { chief: 'chief user administrator', administrator: 'user administrator' },
  functions: { 'security-officer': 'security officer', signatory: 'authorised signatory' },
  seen: 'seen {date}',
  neverSeen: 'not seen yet',
  deed: 'Action',
  appoint: 'Appoint',
}
