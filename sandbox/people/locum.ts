/** A person with three employers, who must say whom she acts for. Made up. */
import { cvr, ydernummer } from '../data/organisations.ts'
import { educations } from '../data/roles.ts'
import { known, mitIdErhverv, mitIdPrivat } from './log-ins.ts'
import type { Persona } from './persona.ts'

const given = 'Sat op i sandkassen'

export const locum: Persona = {
  key: 'helle',
  firstName: 'Helle',
  lastName: 'Vadum',
  title: { da: 'vikarlæge med tre arbejdsgivere', en: 'locum doctor with three employers' },
  cpr: '6606809907',
  authorisation: { code: 'ZZ007', educationCode: educations.doctor.code, educationType: educations.doctor.type },
  logIns: [
    mitIdPrivat(7),
    mitIdErhverv(7, cvr.havnegade, 1),
    mitIdErhverv(7, cvr.fjordvej, 2),
    mitIdErhverv(7, cvr.onCall, 3),
  ],
  accounts: [
    {
      cvr: cvr.havnegade,
      key: 'heva',
      unit: 'klinik',
      ...known(7, 1),
      assignments: [
        {
          service: 'henvisning',
          role: 'henviser',
          scopes: { klinik: [ydernummer.havnegade] },
          reason: given,
        },
        { service: 'medicinkort', role: 'laege', reason: given },
      ],
    },
    {
      cvr: cvr.fjordvej,
      key: 'vikar1',
      unit: 'klinik',
      ...known(7, 2),
      assignments: [
        {
          service: 'henvisning',
          role: 'henviser',
          scopes: { klinik: [ydernummer.fjordvej] },
          reason: given,
        },
      ],
    },
    {
      cvr: cvr.onCall,
      key: 'hv',
      unit: 'vagt',
      ...known(7, 3),
      assignments: [
        { service: 'henvisning', role: 'henviser', scopes: { klinik: [ydernummer.onCall] }, reason: given },
        { service: 'henvisning', role: 'laeseadgang', reason: given },
      ],
    },
  ],
  stories: [
    {
      service: 'henvisning',
      provider: 'nemlogin',
      kind: 'person',
      ends: {
        kind: 'chooses',
        organisations: ['Lægehuset Fjordvej', 'Lægerne i Havnegade', 'Lægevagten i Nordhavn'],
        roles: ['henviser'],
      },
      promise: {
        da: 'Logger ind med MitID Privat, bliver spurgt, hvem hun handler for, og får kun dén arbejdsplads’ roller med.',
        en: 'Logs in with MitID Privat, is asked whom she acts for, and brings only that workplace’s roles.',
      },
    },
  ],
}
