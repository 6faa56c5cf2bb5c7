/** People who are stopped on the way, each for a reason of their own. All made up. */
import { cvr, sor, ydernummer } from '../data/organisations.ts'
import { educations } from '../data/roles.ts'
import { known, localLogIn, mitIdErhverv } from './log-ins.ts'
import type { Persona } from './persona.ts'

const given = 'Sat op i sandkassen'

export const peopleWhoAreRefused: readonly Persona[] = [
  {
    key: 'petra',
    firstName: 'Petra',
    lastName: 'Elkjær',
    title: { da: 'tandlæge', en: 'dentist' },
    cpr: '7708829909',
    authorisation: { code: 'ZZ009', educationCode: educations.dentist.code, educationType: educations.dentist.type },
    logIns: [mitIdErhverv(9, cvr.dentist)],
    accounts: [
      {
        cvr: cvr.dentist,
        key: 'peel',
        unit: 'klinik',
        ...known(9),
        assignments: [
          { service: 'henvisning', role: 'henviser', scopes: { klinik: [ydernummer.dentist] }, reason: given },
        ],
      },
    ],
    stories: [
      {
        service: 'medicinkort',
        provider: 'nemlogin',
        kind: 'professional',
        ends: { kind: 'refused', reason: 'role-missing' },
        promise: {
          da: 'Har en konto, men ingen rolle i Fælles Medicinkort. Får at vide, hvem der kan give den.',
          en: 'Has an account but no role in the medication record. Is told who can give it.',
        },
      },
      {
        service: 'henvisning',
        provider: 'nemlogin',
        kind: 'professional',
        ends: { kind: 'arrives', roles: ['henviser'] },
        promise: {
          da: 'Kommer derimod fint ind i Henvisninger.',
          en: 'Gets into Referrals, though.',
        },
      },
    ],
  },
  {
    key: 'jonas',
    firstName: 'Jonas',
    lastName: 'Bremer',
    title: { da: 'sygeplejerske uden to trin i sit log-in', en: 'nurse without a second factor' },
    cpr: '8206959910',
    authorisation: { code: 'ZZ010', educationCode: educations.nurse.code, educationType: educations.nurse.type },
    logIns: [localLogIn('vesterfjord', 10, cvr.municipality, 'Low')],
    accounts: [
      {
        cvr: cvr.municipality,
        key: 'jobr',
        unit: 'hjemmepleje-oest',
        ...known(10),
        assignments: [
          { service: 'medicinkort', role: 'sygeplejerske', scopes: { enhed: [sor.homeCareEast] }, reason: given },
        ],
      },
    ],
    stories: [
      {
        service: 'medicinkort',
        provider: 'vesterfjord',
        kind: 'professional',
        ends: { kind: 'refused', reason: 'level-too-low' },
        promise: {
          da: 'Har kun en adgangskode. Kommunens log-in når niveauet Lav, og tjenesten kræver Betydelig.',
          en: 'Has only a password. The municipality’s log-in reaches level Low, and the service needs Substantial.',
        },
      },
    ],
  },
  {
    key: 'karim',
    firstName: 'Karim',
    lastName: 'Overby',
    title: { da: 'nyansat sygeplejerske', en: 'newly hired nurse' },
    cpr: '6801939911',
    logIns: [localLogIn('nordhavn', 11, cvr.region)],
    accounts: null,
    stories: [
      {
        service: 'medicinkort',
        provider: 'nordhavn',
        kind: 'professional',
        ends: { kind: 'refused', reason: 'no-account' },
        promise: {
          da: 'Kan logge ind hos regionen, men er ikke oprettet i SEB. Får at vide, hvem der kan oprette ham.',
          en: 'Can log in at the region but is not registered in SEB. Is told who can register him.',
        },
      },
    ],
  },
  {
    key: 'lise',
    firstName: 'Lise',
    lastName: 'Quistgaard',
    title: { da: 'sygeplejerske på orlov', en: 'nurse on leave' },
    cpr: '7909869912',
    authorisation: { code: 'ZZ012', educationCode: educations.nurse.code, educationType: educations.nurse.type },
    logIns: [localLogIn('nordhavn', 12, cvr.region)],
    accounts: [
      {
        cvr: cvr.region,
        key: 'liqu',
        unit: 'medicin',
        ...known(12),
        status: 'suspended',
        assignments: [
          { service: 'medicinkort', role: 'sygeplejerske', scopes: { enhed: [sor.medicalWard] }, reason: given },
        ],
      },
    ],
    stories: [
      {
        service: 'medicinkort',
        provider: 'nordhavn',
        kind: 'professional',
        ends: { kind: 'refused', reason: 'account-not-active' },
        promise: {
          da: 'Har rollen, men hendes konto er spærret. Så gælder rollen ikke.',
          en: 'Has the role, but her account is suspended. So the role has no effect.',
        },
      },
    ],
  },
  {
    key: 'mads',
    firstName: 'Mads',
    lastName: 'Hyldgaard',
    title: { da: 'læge, hvis rolle er udløbet', en: 'doctor whose role has ended' },
    cpr: '7307799913',
    authorisation: { code: 'ZZ013', educationCode: educations.doctor.code, educationType: educations.doctor.type },
    logIns: [localLogIn('nordhavn', 13, cvr.region)],
    accounts: [
      {
        cvr: cvr.region,
        key: 'mahy',
        unit: 'medicin',
        ...known(13),
        assignments: [
          {
            service: 'indberetning',
            role: 'indberetter',
            scopes: { register: ['cancer'] },
            until: '2025-12-31',
            reason: 'Forskningsprojekt, opdigtet',
          },
        ],
      },
    ],
    stories: [
      {
        service: 'indberetning',
        provider: 'nordhavn',
        kind: 'professional',
        ends: { kind: 'refused', reason: 'role-ended' },
        promise: {
          da: 'Var Indberetter til og med 31. december 2025. Får at vide, at rollen er sluttet, og hvem der kan forny den.',
          en: 'Was Reporter until 31 December 2025. Is told that the role has ended and who can renew it.',
        },
      },
    ],
  },
  {
    key: 'nina',
    firstName: 'Nina',
    lastName: 'Søltoft',
    title: { da: 'fysioterapeut', en: 'physiotherapist' },
    cpr: '6204919914',
    authorisation: {
      code: 'ZZ014',
      educationCode: educations.physiotherapist.code,
      educationType: educations.physiotherapist.type,
    },
    logIns: [mitIdErhverv(14, cvr.physiotherapy)],
    accounts: [
      {
        cvr: cvr.physiotherapy,
        key: 'niso',
        unit: 'klinik',
        ...known(14),
        assignments: [
          {
            service: 'henvisning',
            role: 'behandler',
            scopes: { enhed: [sor.physiotherapy] },
            reason: given,
          },
        ],
      },
    ],
    stories: [
      {
        service: 'medicinkort',
        provider: 'nemlogin',
        kind: 'professional',
        ends: { kind: 'refused', reason: 'service-not-granted' },
        promise: {
          da: 'Arbejder på en klinik, der ikke har fået Fælles Medicinkort. Får at vide, hvordan klinikken beder om det.',
          en: 'Works at a clinic that has not been given the medication record. Is told how the clinic asks for it.',
        },
      },
    ],
  },
  {
    key: 'oskar',
    firstName: 'Oskar',
    lastName: 'Damgård Leth',
    title: { da: 'fodterapeut', en: 'podiatrist' },
    cpr: '8110839915',
    logIns: [mitIdErhverv(15, cvr.podiatrist)],
    accounts: null,
    stories: [
      {
        service: 'henvisning',
        provider: 'nemlogin',
        kind: 'professional',
        ends: { kind: 'refused', reason: 'unknown-organisation' },
        promise: {
          da: 'Logger ind for en klinik, som SEB ikke kender. Får at vide, hvordan klinikken tilmeldes.',
          en: 'Logs in for a clinic that SEB does not know. Is told how the clinic is enrolled.',
        },
      },
    ],
  },
]
