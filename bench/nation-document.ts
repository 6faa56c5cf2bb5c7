/** What SEB is told by `seb apply` before a made-up nation moves in: services with roles, a national log-in, who administers. */
import { systemClock } from '../src/base/clock.ts'
import { type TestPerson, type TestProvider, testProvider } from '../test/support/test-provider.ts'
import { testService } from '../test/support/test-service.ts'
import { type KeyFiles, makeKey } from './key-files.ts'

/** The organisation whose lists are measured: 40,000 people. */
export const regionCvr = '99100001'
const authorityCvr = '99000001'

export const administrators = {
  region: professional(1, 'Inger Storm', regionCvr, 'Region Storhavn'),
  management: professional(2, 'Rigmor Vang', authorityCvr, 'Demostyrelsen'),
} satisfies Record<string, TestPerson>

/** What the identity provider and the services are told of SEB, and SEB of them. */
export async function nationDocument(
  sebUrl: string,
  sebKeys: KeyFiles,
): Promise<{ provider: TestProvider; document: object }> {
  const now = () => systemClock.now()
  const [signingKey, providerKey] = await Promise.all([makeKey('rsa2048'), makeKey('rsa2048')])
  const provider = testProvider({
    entityId: 'https://nemlogin.example',
    key: providerKey,
    now,
    seb: {
      acs: `${sebUrl}/saml/acs`,
      spEntityId: `${sebUrl}/saml/sp/metadata`,
      signing: sebKeys.signing.pair.certificate,
      decryption: sebKeys.decryption.pair.certificate,
    },
  })
  const services = Array.from({ length: 40 }, (_, at) =>
    testService({
      key: `tjeneste-${at}`,
      signingKey,
      now,
      seb: {
        sso: `${sebUrl}/saml/sso`,
        idpEntityId: `${sebUrl}/saml/metadata`,
        certificate: sebKeys.signing.pair.certificateBase64,
      },
    }),
  )
  const document = {
    organisations: [
      { cvr: authorityCvr, name: 'Demostyrelsen', kind: 'authority' },
      { cvr: regionCvr, name: 'Region Storhavn', kind: 'region' },
    ],
    identityProviders: [
      {
        key: 'nemlogin',
        kind: 'nemlog-in',
        names: { da: 'MitID Erhverv', en: 'MitID Erhverv' },
        category: 'national',
        highestAssurance: 'High',
        allowedCvrs: null,
        metadata: { inline: provider.metadata },
      },
    ],
    services: services.map(({ key, metadata }, at) => ({
      key,
      names: inBoth(`Tjeneste ${at}`),
      shortName: key,
      audience: 'professional',
      lowestAssurance: 'Substantial',
      access: 'role',
      identityProviders: ['nemlogin'],
      roles: [1, 2, 3, 4, 5].map((number) => ({
        key: `rolle-${number}`,
        names: inBoth(`Rolle ${number} i tjeneste ${at}`),
        privileges: [`urn:dk:example:${key}:${number}`],
        lowestAssurance: 'Substantial',
        scopes: number % 2 === 0 ? [{ key: 'enhed', kind: 'sor', names: inBoth('Enhed') }] : [],
      })),
      metadata: { inline: metadata },
    })),
    people: [
      {
        key: 'inger',
        name: administrators.region.name,
        accounts: [
          {
            cvr: regionCvr,
            key: 'inger',
            professionalUuid: administrators.region.uuid,
            administrator: { level: 'chief' },
          },
        ],
      },
      {
        key: 'rigmor',
        name: administrators.management.name,
        accounts: [{ cvr: authorityCvr, key: 'rigmor', professionalUuid: administrators.management.uuid }],
        staff: [{ capacity: 'system-management' }],
      },
    ],
  }
  return { provider, document }
}

function professional(number: number, name: string, cvr: string, orgName: string): TestPerson {
  return { kind: 'professional', uuid: `00000000-0000-4000-8000-00000000000${number}`, name, cvr, orgName, loa: 'High' }
}

function inBoth(name: string) {
  return { da: name, en: name }
}
