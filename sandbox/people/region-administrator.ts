/** She administers an organisation of 40,000. Made up. */
import { cvr } from '../data/organisations.ts'
import { known, localLogIn } from './log-ins.ts'
import type { Persona } from './persona.ts'

export const regionAdministrator: Persona = {
  key: 'sigrid',
  firstName: 'Sigrid',
  lastName: 'Falkenborg',
  title: { da: 'brugeradministrator i regionen', en: 'user administrator of the region' },
  cpr: '7203709927',
  logIns: [localLogIn('nordhavn', 27, cvr.region)],
  accounts: [
    {
      cvr: cvr.region,
      key: 'sifa',
      unit: 'hospital',
      ...known(27),
      administrator: { level: 'chief' },
      assignments: [{ service: 'henvisning', role: 'laeseadgang', reason: 'Svarer på spørgsmål om henvisninger' }],
    },
  ],
  administration: {
    way: { provider: 'nordhavn', kind: 'professional' },
    promise: {
      da: 'Er overbrugeradministrator for Region Nordhavn og dens 40.000 medarbejdere.',
      en: 'Is a chief user administrator of Region Nordhavn and its 40,000 employees.',
    },
  },
  stories: [
    {
      service: 'henvisning',
      provider: 'nordhavn',
      kind: 'professional',
      ends: { kind: 'arrives', roles: ['laeseadgang'] },
      promise: {
        da: 'Kommer ind med regionens log-in og må læse henvisninger, ikke ændre dem.',
        en: 'Arrives with the region’s log-in and may read referrals, not change them.',
      },
    },
  ],
}
