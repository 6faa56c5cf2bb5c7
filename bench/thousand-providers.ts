/** A service that has activated a thousand made-up identity providers, as `seb apply` is told of them. */
import { systemClock } from '../src/base/clock.ts'
import { thousandProviders } from '../test/browser/sample-providers.ts'
import { testProvider } from '../test/support/test-provider.ts'
import { type TestService, testService } from '../test/support/test-service.ts'
import { type KeyFiles, makeKey } from './key-files.ts'

export async function thousandProvidersDocument(
  sebUrl: string,
  sebKeys: KeyFiles,
): Promise<{ service: TestService; document: object }> {
  const now = () => systemClock.now()
  const [signingKey, key] = await Promise.all([makeKey('rsa2048'), makeKey('rsa2048')])
  const service = testService({
    key: 'service',
    signingKey,
    now,
    seb: {
      sso: `${sebUrl}/saml/sso`,
      idpEntityId: `${sebUrl}/saml/metadata`,
      certificate: sebKeys.signing.pair.certificateBase64,
    },
  })
  const seb = {
    acs: `${sebUrl}/saml/acs`,
    spEntityId: `${sebUrl}/saml/sp/metadata`,
    signing: sebKeys.signing.pair.certificate,
    decryption: sebKeys.decryption.pair.certificate,
  }
  const providers = thousandProviders.map(({ name, group, region, municipality, aliases, keywords }, at) => ({
    key: `provider-${at}`,
    kind: 'local',
    names: { da: name, en: name },
    category: group,
    ...(region === null ? {} : { region }),
    ...(municipality === null ? {} : { municipality }),
    aliases,
    keywords,
    highestAssurance: 'Substantial',
    allowedCvrs: ['99999901'],
    metadata: { inline: testProvider({ entityId: `https://provider-${at}.example`, key, now, seb }).metadata },
  }))
  const document = {
    organisations: [{ cvr: '99999901', name: 'Lægerne ved Broen', kind: 'general-practice' }],
    identityProviders: providers,
    services: [
      {
        key: service.key,
        names: { da: 'Medicinkortet', en: 'Medication Record' },
        shortName: 'Medicin',
        audience: 'professional',
        lowestAssurance: 'Substantial',
        access: 'authenticated',
        identityProviders: providers.map((provider) => provider.key),
        metadata: { inline: service.metadata },
      },
    ],
  }
  return { service, document }
}
