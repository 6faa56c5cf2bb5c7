/** The four demo services: what they are, what they may be told, and who may log in. Modelled on real ones; all made up. */
import type { AttributeName } from '../../src/services/attribute.ts'
import type { Texts } from '../texts.ts'
import type { ProviderKey } from './providers.ts'

export const serviceKeys = ['medicinkort', 'henvisning', 'indberetning', 'borger'] as const

export type ServiceKey = (typeof serviceKeys)[number]

export interface SandboxService {
  names: Texts
  shortName: string
  descriptions: Texts
  /** What the service does with roles, in one sentence for its own page. */
  about: Texts
  audience: 'citizen' | 'professional'
  access: 'role' | 'authenticated'
  logInKinds: readonly ('professional' | 'person')[]
  critical: boolean
  /** Unset: test. In production an owner asks for what people would meet. */
  environment?: 'production'
  providers: readonly ProviderKey[]
  /** What its metadata asks for. */
  asks: readonly AttributeName[]
  /** What the agreement lets it have. The rest of what it asks for is not sent. */
  agreed: readonly AttributeName[]
  settings?: { bppVersion?: '1.1' | '1.2'; signResponse?: boolean }
}

export const legalBasis = 'Opdigtet databehandleraftale for sandkassen'

export const services: Readonly<Record<ServiceKey, SandboxService>> = {
  medicinkort: {
    names: { da: 'Fælles Medicinkort (demo)', en: 'Shared Medication Record (demo)' },
    shortName: 'FMK',
    descriptions: {
      da: 'Overblik over borgeres medicin for dem, der behandler.',
      en: 'An overview of people’s medication for those who treat them.',
    },
    about: {
      da: 'Læger får rollen på deres autorisation, andre på deres afdeling, klinik eller apotek.',
      en: 'Doctors have the role by their authorisation, others by their ward, clinic or pharmacy.',
    },
    audience: 'professional',
    access: 'role',
    logInKinds: ['professional'],
    critical: true,
    environment: 'production',
    providers: ['nemlogin', 'nordhavn', 'vesterfjord', 'praksis'],
    asks: [
      'fullName',
      'cpr',
      'email',
      'cvr',
      'orgName',
      'professionalUuid',
      'rid',
      'productionUnit',
      'sor',
      'ydernummer',
      'privileges',
      'hasUserAuthorization',
      'userAuthorizations',
    ],
    agreed: [
      'fullName',
      'cpr',
      'cvr',
      'orgName',
      'professionalUuid',
      'rid',
      'productionUnit',
      'sor',
      'ydernummer',
      'privileges',
      'hasUserAuthorization',
      'userAuthorizations',
    ],
  },
  henvisning: {
    names: { da: 'Henvisninger (demo)', en: 'Referrals (demo)' },
    shortName: 'HENV',
    descriptions: {
      da: 'Postkontor for henvisninger mellem klinikker, hospitaler og kommuner.',
      en: 'A post office for referrals between clinics, hospitals and municipalities.',
    },
    about: {
      da: 'Tager også MitID Privat, hvis arbejdspladsen tillader det. Arbejder du flere steder, bliver du spurgt, hvem du handler for.',
      en: 'Takes MitID Privat too where the workplace allows it. If you work in several places you are asked whom you act for.',
    },
    audience: 'professional',
    access: 'role',
    logInKinds: ['professional', 'person'],
    critical: false,
    environment: 'production',
    providers: ['nemlogin', 'nordhavn', 'vesterfjord', 'praksis'],
    asks: ['fullName', 'email', 'cpr', 'cvr', 'orgName', 'sor', 'ydernummer', 'privileges'],
    agreed: ['fullName', 'email', 'cvr', 'orgName', 'sor', 'ydernummer', 'privileges'],
  },
  indberetning: {
    names: { da: 'Indberetning til registre (demo)', en: 'Reporting to registers (demo)' },
    shortName: 'REG',
    descriptions: {
      da: 'Indberetning om fødsler, kræft, tvang og dødsfald.',
      en: 'Reports on births, cancer, use of force and deaths.',
    },
    about: {
      da: 'Kommunens log-in er ikke aktiveret her. At godkende kræver et log-in på niveauet Høj. Får rettighederne i den ældre BPP 1.1.',
      en: 'The municipality’s log-in is not activated here. Approving needs a log-in at level High. Gets privileges in the older BPP 1.1.',
    },
    audience: 'professional',
    access: 'role',
    logInKinds: ['professional'],
    critical: false,
    environment: 'production',
    providers: ['nemlogin', 'nordhavn'],
    asks: ['fullName', 'cvr', 'orgName', 'rid', 'privileges'],
    agreed: ['fullName', 'cvr', 'orgName', 'privileges'],
    settings: { bppVersion: '1.1', signResponse: true },
  },
  borger: {
    names: { da: 'Min Sundhed (demo)', en: 'My Health (demo)' },
    shortName: 'MIN',
    descriptions: {
      da: 'Borgerens egne aftaler og svar.',
      en: 'A citizen’s own appointments and results.',
    },
    about: {
      da: 'Kun for borgere. Her er ingen roller: SEB siger, hvem du er, og ikke mere.',
      en: 'For citizens only. There are no roles here: SEB says who you are, and no more.',
    },
    audience: 'citizen',
    access: 'authenticated',
    logInKinds: ['person'],
    critical: false,
    providers: ['nemlogin'],
    asks: ['fullName', 'cpr', 'email', 'dateOfBirth'],
    agreed: ['fullName', 'cpr'],
  },
}

export function isServiceKey(key: string | null | undefined): key is ServiceKey {
  return serviceKeys.some((known) => known === key)
}
