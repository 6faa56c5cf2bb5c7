/** The roles that the demo services offer, with the privileges they send and the data scopes they take. */
import type { ServiceKey } from './services.ts'

/** Education codes as the register of health authorisations has them. */
export const educations = {
  doctor: { code: '7170', type: 'Læge' },
  nurse: { code: '5166', type: 'Sygeplejerske' },
  midwife: { code: '5175', type: 'Jordemoder' },
  dentist: { code: '5433', type: 'Tandlæge' },
  physiotherapist: { code: '5151', type: 'Fysioterapeut' },
} as const

const urn = (service: ServiceKey, role: string) => `urn:dk:sundhed:seb:demo:${service}:${role}`

const unitScope = {
  key: 'enhed',
  kind: 'sor' as const,
  names: { da: 'Enhed', en: 'Unit' },
}
const clinicScope = {
  key: 'klinik',
  kind: 'ydernummer' as const,
  names: { da: 'Ydernummer', en: 'Provider number' },
}

export const roles = {
  medicinkort: [
    {
      key: 'laege',
      names: { da: 'Læge', en: 'Doctor' },
      descriptions: {
        da: 'Ser og ændrer medicin, ordinerer og stopper. Gælder på din egen autorisation.',
        en: 'Sees and changes medication, prescribes and stops. Holds by your own authorisation.',
      },
      privileges: [urn('medicinkort', 'ordinere'), urn('medicinkort', 'se')],
      privilegeScope: 'authorisation' as const,
      lowestAssurance: 'Substantial' as const,
      requiredEducationCodes: [educations.doctor.code],
      scopes: [],
    },
    {
      key: 'sygeplejerske',
      names: { da: 'Sygeplejerske', en: 'Nurse' },
      descriptions: {
        da: 'Ser medicin og noterer, hvad der er givet, i din egen enhed.',
        en: 'Sees medication and notes what was given, in your own unit.',
      },
      privileges: [urn('medicinkort', 'se'), urn('medicinkort', 'dosere')],
      lowestAssurance: 'Substantial' as const,
      requiredEducationCodes: [educations.nurse.code],
      scopes: [{ ...unitScope, many: true }],
    },
    {
      key: 'medhjaelp',
      names: { da: 'Medhjælp', en: 'Assistant' },
      descriptions: {
        da: 'Forbereder recepter for klinikkens læger.',
        en: 'Prepares prescriptions for the doctors of the clinic.',
      },
      privileges: [urn('medicinkort', 'forberede')],
      emergencyHours: 4,
      lowestAssurance: 'Substantial' as const,
      scopes: [clinicScope],
    },
    {
      key: 'apotek',
      names: { da: 'Apotek', en: 'Pharmacy' },
      descriptions: {
        da: 'Ser recepter og udleverer på det apotek, hvor du arbejder.',
        en: 'Sees prescriptions and dispenses at the pharmacy where you work.',
      },
      privileges: [urn('medicinkort', 'udlevere')],
      privilegeScope: 'p-number' as const,
      lowestAssurance: 'Substantial' as const,
      scopes: [
        {
          key: 'apotek',
          kind: 'p-number' as const,
          names: { da: 'P-nummer', en: 'Production unit' },
          required: false,
        },
      ],
    },
  ],
  henvisning: [
    {
      key: 'henviser',
      names: { da: 'Henviser', en: 'Referring doctor' },
      descriptions: { da: 'Sender henvisninger.', en: 'Sends referrals.' },
      privileges: [urn('henvisning', 'henvise')],
      lowestAssurance: 'Substantial' as const,
      requiredEducationCodes: [educations.doctor.code, educations.dentist.code],
      scopes: [{ ...clinicScope, required: false }],
    },
    {
      key: 'henviser-paa-vegne-af',
      names: { da: 'Henviser på vegne af', en: 'Refers on behalf of a doctor' },
      descriptions: {
        da: 'Skriver henvisninger, som en læge i klinikken sender.',
        en: 'Writes referrals that a doctor of the clinic sends.',
      },
      privileges: [urn('henvisning', 'forberede')],
      lowestAssurance: 'Substantial' as const,
      scopes: [clinicScope],
    },
    {
      key: 'behandler',
      names: { da: 'Behandler', en: 'Clinician' },
      descriptions: { da: 'Henter henvisninger til enheden.', en: 'Fetches the unit’s referrals.' },
      privileges: [urn('henvisning', 'hente')],
      lowestAssurance: 'Substantial' as const,
      scopes: [{ ...unitScope, many: true }],
    },
    {
      key: 'behandlers-sekretaer',
      names: { da: 'Behandlers sekretær', en: 'Clinician’s secretary' },
      descriptions: {
        da: 'Henter henvisninger til enheden for en behandler.',
        en: 'Fetches the unit’s referrals for a clinician.',
      },
      privileges: [urn('henvisning', 'hente-for-behandler')],
      lowestAssurance: 'Substantial' as const,
      scopes: [{ ...unitScope, many: true }],
    },
    {
      key: 'visitator',
      names: { da: 'Visitator', en: 'Referral assessor' },
      descriptions: {
        da: 'Ser og fordeler alle henvisninger til enheden.',
        en: 'Sees and distributes all referrals to the unit.',
      },
      privileges: [urn('henvisning', 'visitere'), urn('henvisning', 'hente')],
      sensitive: true,
      lowestAssurance: 'Substantial' as const,
      scopes: [unitScope],
    },
    {
      key: 'laeseadgang',
      names: { da: 'Læseadgang', en: 'Read only' },
      descriptions: { da: 'Ser henvisninger uden at ændre.', en: 'Sees referrals without changing them.' },
      privileges: [urn('henvisning', 'laese')],
      lowestAssurance: 'Substantial' as const,
      scopes: [],
    },
  ],
  indberetning: [
    {
      key: 'indberetter',
      names: { da: 'Indberetter', en: 'Reporter' },
      descriptions: {
        da: 'Skriver indberetninger til de registre, du har fået.',
        en: 'Writes reports to the registers you were given.',
      },
      privileges: [urn('indberetning', 'indberette')],
      lowestAssurance: 'Substantial' as const,
      scopes: [
        {
          key: 'register',
          kind: 'list' as const,
          names: { da: 'Register', en: 'Register' },
          many: true,
          allowedValues: ['foedsel', 'cancer', 'tvang', 'doedsattest'],
          constraintName: 'urn:dk:sundhed:seb:demo:indberetning:register',
        },
        { ...unitScope, required: false },
      ],
    },
    {
      key: 'godkender',
      names: { da: 'Godkender', en: 'Approver' },
      descriptions: {
        da: 'Godkender indberetninger om tvang. Kræver log-in på niveauet Høj.',
        en: 'Approves reports on the use of force. Needs a log-in at level High.',
      },
      privileges: [urn('indberetning', 'godkende')],
      sensitive: true,
      lowestAssurance: 'High' as const,
      scopes: [unitScope],
    },
  ],
  borger: [],
}

/** What a privilege means in words, for the page of the service that receives it. */
export function rolesSending(service: ServiceKey, privileges: readonly string[]) {
  return roles[service].filter((role) => role.privileges.every((privilege) => privileges.includes(privilege)))
}
