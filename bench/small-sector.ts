/** A small health sector to log in to: services, providers, organisations and employees with roles. All of it is made up. */
import { systemClock } from '../src/base/clock.ts'
import { type TestPerson, type TestProvider, testProvider } from '../test/support/test-provider.ts'
import { type TestService, testService } from '../test/support/test-service.ts'
import { decryptionKind, type KeyFiles, type MeasuredKeyKind, makeKey } from './key-files.ts'

const size = { services: 10, providers: 5, organisations: 50, employees: 500 } as const

/** Somebody who can log in, and where. */
export type Employee = { person: TestPerson; provider: TestProvider }

export type SmallSector = {
  services: readonly TestService[]
  providers: readonly TestProvider[]
  employees: readonly Employee[]
  /** For `seb apply`. */
  document: object
}

/** Parties of one kind share a key: it is SEB's speed that is measured, and making keys takes long. */
export async function smallSector(sebUrl: string, kind: MeasuredKeyKind, sebKeys: KeyFiles): Promise<SmallSector> {
  const now = () => systemClock.now()
  const [signingKey, decryptionKey, providerKey] = await Promise.all([
    makeKey(kind),
    makeKey(decryptionKind(kind)),
    makeKey(kind),
  ])
  const services = list(size.services, (at) =>
    testService({
      key: `service-${at}`,
      signingKey,
      decryptionKey,
      now,
      seb: {
        sso: `${sebUrl}/saml/sso`,
        idpEntityId: `${sebUrl}/saml/metadata`,
        certificate: sebKeys.signing.pair.certificateBase64,
      },
    }),
  )
  const providers = list(size.providers, (at) =>
    testProvider({
      entityId: `https://provider-${at}.example`,
      key: providerKey,
      now,
      seb: {
        acs: `${sebUrl}/saml/acs`,
        spEntityId: `${sebUrl}/saml/sp/metadata`,
        signing: sebKeys.signing.pair.certificate,
        decryption: sebKeys.decryption.pair.certificate,
      },
    }),
  )
  const employees = list(size.employees, (at) => ({ person: personAt(at), provider: itemAt(providers, at) }))
  return { services, providers, employees, document: documentOf(services, providers) }
}

/** Goes round a list that is not empty. */
export function itemAt<T>(items: readonly T[], at: number): T {
  const item = items[at % items.length]
  if (item === undefined) throw new RangeError('the list is empty')
  return item
}

function personAt(at: number): TestPerson {
  return {
    kind: 'professional',
    uuid: `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`,
    name: `Ansat ${at}`,
    cvr: cvrAt(at),
    orgName: orgNameAt(at),
  }
}

const cvrAt = (at: number) => String(99_000_000 + (at % size.organisations))
const orgNameAt = (at: number) => `Lægehuset ${at % size.organisations}`
const sorAt = (at: number) => String(999_900_000_000_000 + (at % size.organisations))
const inDanishAndEnglish = (name: string) => ({ da: name, en: name })

/** Everybody has two of three roles in every service, each limited to a unit. */
function documentOf(services: readonly TestService[], providers: readonly TestProvider[]): object {
  const keys = list(size.providers, (at) => `provider-${at}`)
  const roles = list(3, (at) => `role-${at}`)
  return {
    organisations: list(size.organisations, (at) => ({
      cvr: cvrAt(at),
      name: orgNameAt(at),
      kind: 'general-practice',
      units: [{ key: 'unit', name: `Klinik ${at}`, sor: sorAt(at) }],
    })),
    identityProviders: providers.map(({ metadata }, at) => ({
      key: itemAt(keys, at),
      kind: 'local',
      names: inDanishAndEnglish(`Udbyder ${at}`),
      category: 'region',
      highestAssurance: 'Substantial',
      // Employees go round the providers as they go round the organisations.
      allowedCvrs: list(size.organisations / size.providers, (each) => cvrAt(at + each * size.providers)),
      metadata: { inline: metadata },
    })),
    services: services.map(({ key, metadata }) => ({
      key,
      names: inDanishAndEnglish(`Tjeneste ${key}`),
      shortName: key,
      audience: 'professional',
      lowestAssurance: 'Substantial',
      access: 'role',
      identityProviders: keys,
      attributes: ['fullName', 'cvr', 'orgName', 'professionalUuid', 'privileges'].map((name) => ({
        name,
        legalBasis: 'made up for a measurement',
      })),
      roles: roles.map((role) => ({
        key: role,
        names: inDanishAndEnglish(`Rolle ${role}`),
        privileges: [`urn:dk:example:${key}:${role}:read`, `urn:dk:example:${key}:${role}:write`],
        lowestAssurance: 'Substantial',
        scopes: [{ key: 'unit', kind: 'sor', names: inDanishAndEnglish('Enhed') }],
      })),
      metadata: { inline: metadata },
    })),
    grants: list(size.organisations, (at) => services.map(({ key }) => ({ cvr: cvrAt(at), service: key }))).flat(),
    people: list(size.employees, (at) => ({
      key: `employee-${at}`,
      name: personAt(at).name,
      accounts: [
        {
          cvr: cvrAt(at),
          key: `account-${at}`,
          unit: 'unit',
          professionalUuid: personAt(at).uuid,
          assignments: services.flatMap(({ key }) =>
            [at, at + 1].map((each) => ({
              service: key,
              role: itemAt(roles, each),
              scopes: { unit: [sorAt(at)] },
              reason: 'made up',
            })),
          ),
        },
      ],
    })),
  }
}

function list<T>(length: number, make: (at: number) => T): T[] {
  return Array.from({ length }, (_, at) => make(at))
}
