/** What a refused person might be told: made-up people and organisations. */

import type { Check } from '../../src/brokering/pages/checks.tsx'
import type { RefusalFacts } from '../../src/brokering/pages/refused.page.tsx'
import type { Way } from '../../src/brokering/pages/ways.tsx'
import type { RefusalReason } from '../../src/brokering/refusal.ts'
import { sampleHours } from './sample-hours.ts'

export const refusalFacts: Omit<RefusalFacts, 'service'> = {
  organisation: 'Vesterfjord Kommune',
  provider: 'MitID Erhverv',
  roles: ['Sundhedsperson med autorisation'],
  accountStatus: 'suspended',
  endedAt: new Date('2026-09-30T10:00:00Z'),
  hours: sampleHours,
  opensAt: new Date('2026-11-27T14:00:00Z'),
  neededKind: 'professional',
  neededLevel: 'Substantial',
  administrators: ['Mette Højgaard Lind', 'Bo Friis Andersen', 'Tove Rosendahl Krogh', 'Henrik Bak Iversen'],
}

const names: Check[] = [
  { what: 'log-in', state: 'ok', detail: 'Ibrahim Yildiz Petersen, MitID Erhverv' },
  { what: 'organisation', state: 'ok', detail: 'Vesterfjord Kommune' },
  { what: 'account', state: 'ok', detail: 'Hjemmesygeplejen Nord' },
  { what: 'grant', state: 'ok', detail: 'Fælles Medicinkort' },
  { what: 'role', state: 'ok', detail: 'Sundhedsperson med autorisation' },
]

const failsAt: Partial<Record<RefusalReason, Check['what']>> = {
  'level-too-low': 'log-in',
  'wrong-log-in-kind': 'log-in',
  'organisation-not-allowed': 'log-in',
  'unknown-organisation': 'organisation',
  'no-account': 'account',
  'account-not-active': 'account',
  'service-not-granted': 'grant',
  'role-missing': 'role',
  'role-ended': 'role',
  'outside-hours': 'role',
}

/** Ok up to what failed, not reached after it; nothing for what breaks before anybody is known. */
export function checksOf(reason: RefusalReason): Check[] {
  const failed = names.findIndex(({ what }) => what === failsAt[reason])
  if (failed === -1) return []
  return names.map((check, at) => {
    if (at < failed) return check
    return at === failed ? { ...check, state: 'failed' } : { ...check, state: 'not-reached', detail: null }
  })
}

export const allWays: Way[] = [
  { kind: 'ask', signIn: '0198f3c2', about: 'role' },
  { kind: 'other-organisation', href: '/gallery/choose-organisation', organisations: ['Lægerne ved Åen'] },
  { kind: 'try-again', href: '/gallery/continue' },
  { kind: 'other-log-in', href: '/gallery/discovery-nemlogin' },
  { kind: 'back', signIn: '0198f3c2', service: 'Fælles Medicinkort' },
  { kind: 'open-service', href: '/gallery/front', service: 'Fælles Medicinkort' },
]
