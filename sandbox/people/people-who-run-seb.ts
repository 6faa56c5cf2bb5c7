/** People who work for SEB itself. All made up. */
import { cvr } from '../data/organisations.ts'
import { known, mitIdErhverv, mitIdPrivat } from './log-ins.ts'
import type { Persona } from './persona.ts'

export const peopleWhoRunSeb: readonly Persona[] = [
  {
    key: 'rikke',
    firstName: 'Rikke',
    lastName: 'Steensgaard',
    title: { da: 'systemforvaltning', en: 'system management' },
    cpr: '7708829916',
    logIns: [mitIdErhverv(16, cvr.authority), mitIdPrivat(16)],
    accounts: [{ cvr: cvr.authority, key: 'rist', unit: null, ...known(16), assignments: [] }],
    staff: [{ capacity: 'system-management' }],
    administration: {
      way: { provider: 'nemlogin', kind: 'professional' },
      promise: {
        da: 'Hører til systemforvaltningen og handler for hele SEB. Roller til organisationernes folk kan hun ikke give.',
        en: 'Is of system management and acts for all of SEB. Roles for the people of organisations she cannot give.',
      },
    },
    stories: [
      {
        service: 'borger',
        provider: 'nemlogin',
        kind: 'person',
        ends: { kind: 'arrives', roles: [] },
        promise: {
          da: 'Kommer ind som enhver anden borger. At hun arbejder for SEB, får tjenesten ikke at vide.',
          en: 'Arrives like any other citizen. The service is not told that she works for SEB.',
        },
      },
    ],
  },
]
