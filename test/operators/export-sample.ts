/**
 * A document with something in every field that `seb export` writes, nothing of it the default: what is lost on the way shows.
 * Organisations, people and numbers here are made up.
 */
import type { ConfigurationDocument } from '../../src/configuration/document.ts'

const names = (da: string, en: string) => ({ da, en })
const from = '2026-01-02T03:04:05.678Z'
const until = '2031-02-03T04:05:06.789Z'

export const exportSample: ConfigurationDocument = {
  organisations: [
    // Merged into one that stands later in the file.
    { cvr: '99999990', name: 'Prøveklinikken', kind: 'general-practice', mergedInto: '99999991' },
    {
      cvr: '99999991',
      name: 'Prøvekommunen',
      kind: 'municipality',
      allowsPrivateLogIn: true,
      tellsNames: true,
      takesRequests: false,
      chiefsAskForServices: true,
      allowsNoMail: true,
      escalateAfterDays: 7,
      reviews: { everyMonths: 12, answerDays: 21, onlySensitive: true, silence: 'remove' },
      units: [
        {
          key: 'annex',
          parent: 'house',
          name: 'Annekset',
          sor: '123456789',
          pNumber: '1234567890',
          ydernummer: '123456',
          municipality: '101',
          region: '1084',
        },
        { key: 'house', name: 'Huset', closed: true },
      ],
    },
    { cvr: '99999992', name: 'Den nye klinik', kind: 'dentist', status: 'applied' },
  ],
  identityProviders: [
    {
      key: 'municipality-login',
      kind: 'local',
      names: names('Kommunens login', 'Log-in of the municipality'),
      category: 'municipality',
      region: 'Region Prøve',
      municipality: 'Prøve',
      aliases: ['Prøvelogin'],
      keywords: ['prøve'],
      highestAssurance: 'Substantial',
      allowedCvrs: ['99999991', '99999992'],
      logInKinds: ['person', 'professional'],
      enabled: false,
      metadata: { read: { entityId: 'https://login.example' }, address: 'https://login.example/metadata' },
      settings: { sendRequesterId: false, privileges: 'merge', acceptLegacyAssuranceLevel: true },
    },
  ],
  services: [
    {
      key: 'medicine',
      names: names('Medicinkort', 'Medication Record'),
      shortName: 'Medicin',
      description: names('Hvad patienten får', 'What the patient gets'),
      address: 'https://medicine.example/',
      owner: '99999991',
      contact: 'hjaelp@medicine.example',
      audience: 'both',
      environment: 'test',
      lowestAssurance: 'Substantial',
      access: 'role',
      logInKinds: ['professional'],
      critical: true,
      enabled: false,
      identityProviders: ['municipality-login'],
      attributes: [{ name: 'cvr', legalBasis: 'Aftale 1' }],
      metadata: { read: { entityId: 'https://medicine.example' }, address: 'https://medicine.example/metadata' },
      settings: { signResponse: true, encryptAssertion: false, assertionLifetimeSeconds: 60, bppVersion: '1.1' },
      roles: [
        {
          key: 'old',
          names: names('Gammel', 'Old'),
          privileges: ['urn:old'],
          lowestAssurance: 'Low',
          until,
          replacedBy: 'refer',
        },
        {
          key: 'refer',
          names: names('Henviser', 'Referrer'),
          descriptions: names('Henviser patienter', 'Refers patients'),
          privileges: ['urn:refer', 'urn:also'],
          privilegeScope: 'p-number',
          sensitive: true,
          lowestAssurance: 'High',
          requiredEducationCodes: ['7170'],
          longestDays: 90,
          emergencyHours: 8,
          requestable: false,
          scopes: [
            {
              key: 'ward',
              kind: 'list',
              names: names('Afdeling', 'Ward'),
              required: false,
              many: true,
              allowedValues: ['b', 'a'],
              constraintName: 'urn:ward',
            },
            {
              key: 'code',
              kind: 'text',
              names: names('Kode', 'Code'),
              pattern: '[a-z]+',
              constraintName: 'urn:code',
            },
          ],
        },
        {
          key: 'draft',
          names: names('Kladde', 'Draft'),
          privileges: ['urn:d'],
          lowestAssurance: 'Low',
          status: 'draft',
        },
      ],
    },
  ],
  conflicts: [
    {
      key: 'two-hands',
      service: 'medicine',
      names: names('To hænder', 'Two hands'),
      why: names('Ingen godkender sit eget', 'Nobody approves their own'),
      atMost: 2,
      effect: 'with-reason',
      ended: true,
      roles: [
        { service: 'medicine', role: 'old' },
        { service: 'medicine', role: 'refer' },
        { service: 'medicine', role: 'draft' },
      ],
    },
  ],
  grants: [
    { cvr: '99999991', service: 'medicine', roles: ['old', 'refer'], ceilings: { list: ['a'] }, from, until },
    { cvr: '99999992', service: 'medicine', roles: [] },
  ],
  bundles: [
    {
      cvr: '99999991',
      key: 'nurse',
      name: 'Sygeplejerske',
      description: 'På afdelingen',
      deleted: true,
      roles: [
        { service: 'medicine', role: 'refer', scopes: { ward: ['b', 'a'], code: ['x'] } },
        { service: 'medicine', role: 'old' },
      ],
    },
    { cvr: '99999991', key: 'nothing', name: 'Ingenting', roles: [] },
  ],
  people: [
    {
      key: 'anna',
      name: 'Anna Prøve',
      email: 'anna@example.com',
      language: 'en',
      authorisations: [{ code: '0AB12', educationCode: '7170', educationType: 'Læge', from, until }],
      identities: [{ identityProvider: 'municipality-login', subject: 'urn:anna', kind: 'person' }],
      staff: [
        { capacity: 'auditor', cvr: '99999991', until },
        { capacity: 'service-owner', service: 'medicine' },
      ],
      accounts: [
        {
          cvr: '99999991',
          key: 'ANNA',
          unit: 'annex',
          professionalUuid: 'a0000000-0000-4000-8000-00000000000a',
          rid: '12',
          status: 'suspended',
          from,
          until,
          hours: [{ days: [1, 7], from: '22:00', until: '07:30' }],
          functions: ['signatory', 'security-officer'],
          administrator: {
            level: 'administrator',
            units: ['annex', 'house'],
            services: ['medicine'],
            until,
            reason: 'barsel',
            standIns: [
              { account: 'BO', from: '2030-12-30T23:00:00.000Z', until: '2031-01-10T23:00:00.000Z', lendsRights: true },
            ],
          },
          assignments: [
            {
              service: 'medicine',
              role: 'refer',
              key: 'second',
              scopes: { ward: ['b'], code: ['x'] },
              bundle: 'nurse',
              from,
              until,
              hours: [{ days: [5], from: '08:00', until: '08:00' }],
              reason: 'made up',
            },
          ],
        },
      ],
    },
    { key: 'bo', name: 'Bo Prøve', accounts: [{ cvr: '99999991', key: 'BO', from }] },
  ],
}
