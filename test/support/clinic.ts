/** A made-up clinic, municipality and their people, for journeys that do not need more. CVR and CPR numbers belong to nobody. */
import type { TestPerson, TestProvider } from './test-provider.ts'
import type { TestService } from './test-service.ts'

export const clinicCvr = '99999901'
export const otherCvr = '99999902'
export const sor = '999900000000011'

const uuid = (digit: string) =>
  `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`

/** A general practitioner with a role. */
export const anna: TestPerson = {
  kind: 'professional',
  uuid: uuid('a'),
  name: 'Anna Bro',
  cvr: clinicCvr,
  orgName: 'Lægerne ved Broen',
}
/** Works in the clinic, but nobody has given her a role. */
export const birgit: TestPerson = { ...anna, uuid: uuid('b'), name: 'Birgit Dal' }
/** Unknown to the clinic. */
export const carl: TestPerson = { ...anna, uuid: uuid('c'), name: 'Carl Eng' }
/** A citizen. */
export const dorte: TestPerson = { kind: 'person', uuid: uuid('d'), name: 'Dorte Fjord', cpr: '0101019996' }

const names = (name: string) => ({ da: name, en: name })

/** Services by what they demand; the provider speaks for the clinic only, NemLog-in for all. */
export function clinicDocument(parties: {
  region: TestProvider
  nemlogin: TestProvider
  medicine: TestService
  referrals: TestService
  citizens: TestService
}) {
  const { region, nemlogin, medicine, referrals, citizens } = parties
  const role = {
    key: 'laege',
    names: names('Læge'),
    privileges: ['urn:dk:test:medicine:read'],
    lowestAssurance: 'Substantial',
    scopes: [{ key: 'enhed', kind: 'sor', names: names('Enhed') }],
  }
  const professional = (service: TestService, title: string) => ({
    key: service.key,
    names: names(title),
    shortName: service.key.slice(0, 4).toUpperCase(),
    audience: 'professional',
    lowestAssurance: 'Substantial',
    access: 'role',
    logInKinds: ['professional'],
    identityProviders: ['region', 'nemlogin'],
    attributes: ['fullName', 'cvr', 'orgName', 'privileges'].map((name) => ({ name, legalBasis: 'made up' })),
    roles: [role],
    metadata: { inline: service.metadata },
  })
  const assignment = { role: 'laege', scopes: { enhed: [sor] }, reason: 'made up' }
  return {
    organisations: [
      {
        cvr: clinicCvr,
        name: 'Lægerne ved Broen',
        kind: 'general-practice',
        units: [{ key: 'klinik', name: 'Klinikken', sor }],
      },
      { cvr: otherCvr, name: 'Fjordby Kommune', kind: 'municipality' },
    ],
    identityProviders: [
      {
        key: 'region',
        kind: 'local',
        names: names('Region Broen'),
        category: 'region',
        highestAssurance: 'Substantial',
        allowedCvrs: [clinicCvr],
        metadata: { inline: region.metadata },
      },
      {
        key: 'nemlogin',
        kind: 'nemlog-in',
        names: names('NemLog-in'),
        category: 'national',
        highestAssurance: 'High',
        logInKinds: ['professional', 'person'],
        metadata: { inline: nemlogin.metadata },
      },
    ],
    services: [
      professional(medicine, 'Medicinkortet'),
      professional(referrals, 'Henvisninger'),
      {
        ...professional(citizens, 'Mine prøvesvar'),
        audience: 'citizen',
        access: 'authenticated',
        logInKinds: ['person'],
        identityProviders: ['nemlogin'],
        attributes: ['fullName', 'cpr'].map((name) => ({ name, legalBasis: 'made up' })),
        roles: [],
      },
    ],
    grants: [
      { cvr: clinicCvr, service: medicine.key },
      { cvr: clinicCvr, service: referrals.key },
    ],
    people: [
      {
        key: 'anna',
        name: anna.name,
        accounts: [
          {
            cvr: clinicCvr,
            key: 'anna',
            unit: 'klinik',
            professionalUuid: anna.uuid,
            assignments: [
              { service: medicine.key, ...assignment },
              { service: referrals.key, ...assignment },
            ],
          },
        ],
      },
      {
        key: 'birgit',
        name: birgit.name,
        accounts: [{ cvr: clinicCvr, key: 'birgit', unit: 'klinik', professionalUuid: birgit.uuid }],
      },
    ],
  }
}
