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
  {
    key: 'gerda',
    firstName: 'Gerda',
    lastName: 'Birkelund',
    title: { da: 'servicedesk', en: 'service desk' },
    cpr: '7005839929',
    logIns: [mitIdErhverv(29, cvr.authority), mitIdPrivat(29)],
    accounts: [{ cvr: cvr.authority, key: 'gebi', unit: null, ...known(29), assignments: [] }],
    staff: [{ capacity: 'service-desk' }],
    administration: {
      way: { provider: 'nemlogin', kind: 'professional' },
      promise: {
        da: 'Hører til servicedesk: løser sager og skriver driftsbeskeder. Ser, hvad der skal til for at hjælpe, og ændrer intet hos nogen.',
        en: 'Is of the service desk: solves cases and writes operational messages. Sees what it takes to help, and changes nothing at anybody’s.',
      },
    },
    stories: [
      {
        service: 'borger',
        provider: 'nemlogin',
        kind: 'person',
        ends: { kind: 'arrives', roles: [] },
        promise: {
          da: 'Kommer ind som enhver anden borger.',
          en: 'Arrives like any other citizen.',
        },
      },
    ],
  },
  {
    key: 'ulla',
    firstName: 'Ulla',
    lastName: 'Refshauge',
    title: { da: 'revisor', en: 'auditor' },
    cpr: '6811789928',
    logIns: [mitIdErhverv(28, cvr.authority), mitIdPrivat(28)],
    accounts: [{ cvr: cvr.authority, key: 'ulre', unit: null, ...known(28), assignments: [] }],
    staff: [{ capacity: 'auditor', cvr: cvr.havnegade }, { capacity: 'auditor' }],
    administration: {
      way: { provider: 'nemlogin', kind: 'professional' },
      promise: {
        da: 'Er revisor for Lægerne i Havnegade og for hele SEB: læser loggen og ser, hvorfor nogen har en rolle, men kan ikke ændre noget.',
        en: 'Is auditor of Lægerne i Havnegade and of all of SEB: reads the log and sees why somebody has a role, but can change nothing.',
      },
    },
    stories: [
      {
        service: 'borger',
        provider: 'nemlogin',
        kind: 'person',
        ends: { kind: 'arrives', roles: [] },
        promise: {
          da: 'Kommer ind som enhver anden borger.',
          en: 'Arrives like any other citizen.',
        },
      },
    ],
  },
  {
    key: 'viggo',
    firstName: 'Viggo',
    lastName: 'Thorsager',
    title: { da: 'tjenesteejer', en: 'service owner' },
    cpr: '6411759921',
    logIns: [mitIdErhverv(21, cvr.authority)],
    accounts: [{ cvr: cvr.authority, key: 'vith', unit: null, ...known(21), assignments: [] }],
    staff: [{ capacity: 'service-owner', service: 'henvisning' }],
    administration: {
      way: { provider: 'nemlogin', kind: 'professional' },
      promise: {
        da: 'Ejer Henvisninger (demo): retter roller, oplysninger og metadata. I det, mennesker bruger, beder han om det.',
        en: 'Owns Referrals (demo): changes roles, information and metadata. In what people use he asks for it.',
      },
    },
    stories: [
      {
        service: 'henvisning',
        provider: 'nemlogin',
        kind: 'professional',
        ends: { kind: 'refused', reason: 'service-not-granted' },
        promise: {
          da: 'Bliver afvist i den tjeneste, han ejer: hans organisation har den ikke, og at eje den giver ingen rolle i den.',
          en: 'Is refused by the service he owns: his organisation does not have it, and owning it gives no role in it.',
        },
      },
    ],
  },
]
