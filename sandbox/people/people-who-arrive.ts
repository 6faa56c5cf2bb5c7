/** People for whom it goes well. All made up. */
import { cvr, pNumber, sor, ydernummer } from '../data/organisations.ts'
import { educations } from '../data/roles.ts'
import { known, localLogIn, mitIdErhverv, mitIdPrivat, praksisLogIn } from './log-ins.ts'
import type { Persona } from './persona.ts'

const given = 'Sat op i sandkassen'

export const peopleWhoArrive: readonly Persona[] = [
  {
    key: 'anna',
    firstName: 'Anna',
    lastName: 'Sandbæk Lund',
    title: { da: 'praktiserende læge', en: 'general practitioner' },
    cpr: '7104729901',
    authorisation: { code: 'ZZ001', educationCode: educations.doctor.code, educationType: educations.doctor.type },
    logIns: [mitIdErhverv(1, cvr.havnegade), mitIdPrivat(1)],
    accounts: [
      {
        cvr: cvr.havnegade,
        key: 'anlu',
        unit: 'klinik',
        ...known(1),
        assignments: [
          { service: 'medicinkort', role: 'laege', reason: given },
          {
            service: 'henvisning',
            role: 'henviser',
            scopes: { klinik: [ydernummer.havnegade] },
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
        ends: { kind: 'arrives', roles: ['laege'] },
        promise: {
          da: 'Kommer ind med rollen Læge, som gælder på hendes egen autorisation.',
          en: 'Arrives with the role Doctor, which holds by her own authorisation.',
        },
      },
      {
        service: 'henvisning',
        provider: 'nemlogin',
        kind: 'professional',
        ends: { kind: 'arrives', roles: ['henviser'] },
        promise: {
          da: 'Kommer ind uden at logge ind igen, hvis hun allerede er inde i Fælles Medicinkort, og nu med rollen Henviser.',
          en: 'Arrives without a new log-in if she is already in the medication record, now with the role Referring doctor.',
        },
      },
      {
        service: 'borger',
        provider: 'nemlogin',
        kind: 'person',
        ends: { kind: 'arrives', roles: [] },
        promise: {
          da: 'Kommer ind som borger med MitID Privat, uden arbejdsplads og uden roller.',
          en: 'Arrives as a citizen with MitID Privat, with no workplace and no roles.',
        },
      },
    ],
  },
  {
    key: 'birgit',
    firstName: 'Birgit',
    lastName: 'Holm Dyrby',
    title: { da: 'lægesekretær', en: 'practice secretary' },
    cpr: '6309659902',
    logIns: [praksisLogIn('birgit.dyrby', cvr.havnegade)],
    accounts: [
      {
        cvr: cvr.havnegade,
        key: 'bihd',
        unit: 'klinik',
        administrator: { level: 'chief' },
        assignments: [
          { service: 'medicinkort', role: 'medhjaelp', scopes: { klinik: [ydernummer.havnegade] }, reason: given },
          {
            service: 'henvisning',
            role: 'henviser-paa-vegne-af',
            scopes: { klinik: [ydernummer.havnegade] },
            reason: given,
          },
        ],
      },
    ],
    administration: {
      way: { provider: 'praksis', kind: 'professional' },
      promise: {
        da: 'Er overbrugeradministrator og administrerer hele Lægerne i Havnegade.',
        en: 'Is the chief user administrator and administers the whole of Lægerne i Havnegade.',
      },
    },
    stories: [
      {
        service: 'henvisning',
        provider: 'praksis',
        kind: 'professional',
        ends: { kind: 'arrives', roles: ['henviser-paa-vegne-af'] },
        promise: {
          da: 'Kommer ind med Praksis-login og må skrive henvisninger for klinikkens ydernummer.',
          en: 'Arrives with Praksis-login and may write referrals for the clinic’s provider number.',
        },
      },
    ],
  },
  {
    key: 'dorte',
    firstName: 'Dorte',
    lastName: 'Krogh Vinther',
    title: { da: 'hjemmesygeplejerske', en: 'district nurse' },
    cpr: '8811789903',
    authorisation: { code: 'ZZ003', educationCode: educations.nurse.code, educationType: educations.nurse.type },
    logIns: [localLogIn('vesterfjord', 3, cvr.municipality)],
    accounts: [
      {
        cvr: cvr.municipality,
        key: 'dkv',
        unit: 'hjemmepleje-oest',
        administrator: { level: 'administrator', units: ['hjemmepleje-oest'] },
        ...known(3),
        assignments: [
          { service: 'medicinkort', role: 'sygeplejerske', scopes: { enhed: [sor.homeCareEast] }, reason: given },
          {
            service: 'henvisning',
            role: 'behandler',
            scopes: { enhed: [sor.homeCareEast, sor.referralOffice] },
            reason: given,
          },
        ],
      },
    ],
    administration: {
      way: { provider: 'vesterfjord', kind: 'professional' },
      promise: {
        da: 'Er brugeradministrator for Hjemmesygeplejen Øst og ingen andre dele af kommunen.',
        en: 'Is a user administrator of home care east and of no other part of the municipality.',
      },
    },
    stories: [
      {
        service: 'medicinkort',
        provider: 'vesterfjord',
        kind: 'professional',
        ends: { kind: 'arrives', roles: ['sygeplejerske'] },
        promise: {
          da: 'Kommer ind med kommunens log-in som sygeplejerske i Hjemmesygeplejen Øst, og kun dér.',
          en: 'Arrives with the municipality’s log-in as a nurse in home care east, and only there.',
        },
      },
    ],
  },
  {
    key: 'emil',
    firstName: 'Emil',
    lastName: 'Thorhauge',
    title: { da: 'overlæge på hospitalet', en: 'hospital consultant' },
    cpr: '7502709904',
    authorisation: { code: 'ZZ004', educationCode: educations.doctor.code, educationType: educations.doctor.type },
    logIns: [localLogIn('nordhavn', 4, cvr.region), mitIdErhverv(4, cvr.region)],
    accounts: [
      {
        cvr: cvr.region,
        key: 'emth',
        unit: 'psykiatri',
        ...known(4),
        assignments: [
          { service: 'medicinkort', role: 'laege', reason: given },
          {
            service: 'indberetning',
            role: 'indberetter',
            scopes: { register: ['tvang', 'doedsattest'], enhed: [sor.psychiatricWard] },
            reason: given,
          },
          {
            service: 'indberetning',
            role: 'godkender',
            scopes: { enhed: [sor.psychiatricWard] },
            reason: given,
          },
        ],
      },
    ],
    stories: [
      {
        service: 'indberetning',
        provider: 'nordhavn',
        kind: 'professional',
        ends: { kind: 'arrives', roles: ['indberetter'] },
        promise: {
          da: 'Kommer ind som Indberetter. Rollen Godkender får han ikke med, for den kræver niveauet Høj, og regionens log-in når kun Betydelig.',
          en: 'Arrives as Reporter. The role Approver is left out: it needs level High, and the region’s log-in reaches only Substantial.',
        },
      },
      {
        service: 'indberetning',
        provider: 'nemlogin',
        kind: 'professional',
        ends: { kind: 'arrives', roles: ['indberetter', 'godkender'] },
        promise: {
          da: 'Logger han ind med MitID Erhverv på niveauet Høj, får han begge roller.',
          en: 'With MitID Erhverv at level High he gets both roles.',
        },
      },
    ],
  },
  {
    key: 'farida',
    firstName: 'Farida',
    lastName: 'Nymark',
    title: { da: 'farmaceut', en: 'pharmacist' },
    cpr: '6912859905',
    logIns: [praksisLogIn('farida.nymark', cvr.pharmacy), mitIdErhverv(5, cvr.pharmacy)],
    accounts: [
      {
        cvr: cvr.pharmacy,
        key: 'fany',
        unit: 'apotek',
        ...known(5),
        assignments: [
          { service: 'medicinkort', role: 'apotek', scopes: { apotek: [pNumber.pharmacy] }, reason: given },
        ],
      },
    ],
    stories: [
      {
        service: 'medicinkort',
        provider: 'praksis',
        kind: 'professional',
        ends: { kind: 'arrives', roles: ['apotek'] },
        promise: {
          da: 'Kommer ind med rollen Apotek, som gælder for apotekets P-nummer.',
          en: 'Arrives with the role Pharmacy, which holds for the pharmacy’s production unit.',
        },
      },
    ],
  },
  {
    key: 'gustav',
    firstName: 'Gustav',
    lastName: 'Ravnkilde',
    title: { da: 'borger', en: 'citizen' },
    cpr: '9103909906',
    logIns: [mitIdPrivat(6)],
    accounts: null,
    stories: [
      {
        service: 'borger',
        provider: 'nemlogin',
        kind: 'person',
        ends: { kind: 'arrives', roles: [] },
        promise: {
          da: 'Kommer ind med MitID Privat. Tjenesten får hans navn og CPR-nummer, og ikke mere.',
          en: 'Arrives with MitID Privat. The service gets his name and CPR number, and no more.',
        },
      },
      {
        service: 'henvisning',
        provider: 'nemlogin',
        kind: 'person',
        ends: { kind: 'refused', reason: 'no-account' },
        promise: {
          da: 'Prøver en tjeneste for fagfolk og bliver afvist, fordi ingen arbejdsplads har oprettet ham.',
          en: 'Tries a service for professionals and is refused, since no workplace has registered him.',
        },
      },
    ],
  },
  {
    key: 'ida',
    firstName: 'Ida',
    lastName: 'Munkholm',
    title: { da: 'jordemoder', en: 'midwife' },
    cpr: '8405889908',
    authorisation: { code: 'ZZ008', educationCode: educations.midwife.code, educationType: educations.midwife.type },
    logIns: [mitIdErhverv(8, cvr.midwives, 1, 'Substantial')],
    accounts: [
      {
        cvr: cvr.midwives,
        key: 'ida',
        unit: 'hus',
        ...known(8),
        assignments: [
          { service: 'indberetning', role: 'indberetter', scopes: { register: ['foedsel'] }, reason: given },
        ],
      },
    ],
    stories: [
      {
        service: 'indberetning',
        provider: 'nemlogin',
        kind: 'professional',
        ends: { kind: 'arrives', roles: ['indberetter'] },
        promise: {
          da: 'Kommer ind og må kun indberette til fødselsregistret.',
          en: 'Arrives and may report to the register of births only.',
        },
      },
    ],
  },
]
