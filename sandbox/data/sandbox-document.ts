/** What SEB is told of the sandbox, in the form of `seb apply`: the same way an operator would tell it of real parties. */
import { fullName, mailOf, type Persona } from '../people/persona.ts'
import { personas } from '../people/personas.ts'
import { bundles } from './bundles.ts'
import { grants } from './grants.ts'
import { cvr, organisations } from './organisations.ts'
import { type ProviderKey, providerKeys, providers } from './providers.ts'
import { roles } from './roles.ts'
import { legalBasis, type ServiceKey, serviceKeys, services } from './services.ts'

/** The metadata documents of the parties, and where people open the services. */
export interface SandboxParties {
  providerMetadata: Readonly<Record<ProviderKey, string>>
  serviceMetadata: Readonly<Record<ServiceKey, string>>
  serviceAddress(service: ServiceKey): URL
}

const from = '2024-01-01'

export function sandboxDocument(parties: SandboxParties) {
  return {
    organisations,
    identityProviders: providerKeys.map((key) => identityProviderPart(key, parties)),
    services: serviceKeys.map((key) => servicePart(key, parties)),
    grants,
    bundles,
    people: personas.flatMap((persona) => personPart(persona)),
  }
}

function identityProviderPart(key: ProviderKey, { providerMetadata }: SandboxParties) {
  const provider = providers[key]
  return {
    key,
    kind: provider.kind,
    names: provider.names,
    category: provider.category,
    region: provider.region,
    municipality: provider.municipality,
    aliases: [...provider.aliases],
    keywords: [...provider.keywords],
    highestAssurance: provider.highestAssurance,
    allowedCvrs: provider.allowedCvrs && [...provider.allowedCvrs],
    metadata: { inline: providerMetadata[key] },
  }
}

function servicePart(key: ServiceKey, { serviceMetadata, serviceAddress }: SandboxParties) {
  const service = services[key]
  return {
    key,
    names: service.names,
    shortName: service.shortName,
    description: service.descriptions,
    address: serviceAddress(key).href,
    owner: cvr.authority,
    contact: 'sandkasse@seb-demo.example',
    audience: service.audience,
    environment: service.environment ?? ('test' as const),
    lowestAssurance: 'Substantial' as const,
    access: service.access,
    logInKinds: [...service.logInKinds],
    critical: service.critical,
    identityProviders: [...service.providers],
    attributes: service.agreed.map((name) => ({ name, legalBasis })),
    roles: [...roles[key]],
    metadata: { inline: serviceMetadata[key] },
    settings: service.settings ?? {},
  }
}

/** People whom SEB has never heard of are known to their identity provider only. */
function personPart(persona: Persona) {
  if (!persona.accounts) return []
  return [
    {
      key: persona.key,
      name: fullName(persona),
      email: mailOf(persona),
      cpr: persona.cpr,
      authorisations: persona.authorisation ? [{ ...persona.authorisation, from }] : [],
      // The others are found by what their account carries, or by CPR number, as most people are at their first log-in.
      identities: persona.logIns
        .filter(({ provider }) => provider === 'praksis')
        .map(({ provider, subject, kind }) => ({ identityProvider: provider, subject, kind })),
      staff: persona.staff?.map((post) => ({ ...post })) ?? [],
      accounts: persona.accounts.map(({ administrator, assignments, ...account }) => ({
        ...account,
        from,
        administrator: administrator && {
          level: administrator.level,
          units: 'units' in administrator && administrator.units ? [...administrator.units] : null,
        },
        assignments: assignments.map(({ scopes = {}, ...assignment }) => ({
          ...assignment,
          scopes: Object.fromEntries(Object.entries(scopes).map(([key, values]) => [key, [...values]])),
          from,
        })),
      })),
    },
  ]
}
