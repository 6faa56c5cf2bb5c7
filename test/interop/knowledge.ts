/** What SEB is told about the peers and the one made-up employee, as an operator would write it for `seb apply`. */
import { employee, type ProviderPeer } from './peers/provider-peer.ts'
import type { ServicePeer } from './peers/service-peer.ts'

/** The privilege that the employee's role emits. */
export const privilege = 'urn:dk:sundhed:interop:laes-journal'

/** The unit that the role is limited to; a SOR code of nobody's. */
export const sorCode = '999900000000016'

/** How SEB is to answer the services. */
export type ServiceAnswerSettings = { encryptAssertion?: boolean; signResponse?: boolean }

const attributes = ['fullName', 'cvr', 'orgName', 'professionalUuid', 'privileges'] as const

/** The whole document: every service with every provider activated, and the employee with a role in each. */
export function knowledgeOf(
  services: readonly ServicePeer[],
  providers: readonly ProviderPeer[],
  settings: ServiceAnswerSettings = {},
) {
  const keyOf = (peer: { name: string }) => peer.name.toLowerCase().replace(/[^a-z0-9]+/g, '-')
  return {
    organisations: [
      {
        cvr: employee.cvr,
        name: employee.orgName,
        kind: 'general-practice',
        units: [{ key: 'klinik', name: 'Klinikken', sor: sorCode }],
      },
    ],
    identityProviders: providers.map((provider) => ({
      key: keyOf(provider),
      kind: 'local',
      names: { da: provider.name, en: provider.name },
      category: 'other',
      highestAssurance: 'Substantial',
      allowedCvrs: [employee.cvr],
      metadata: { inline: provider.metadata },
      settings: { allowCbc: provider.encryptsWithCbc },
    })),
    services: services.map((service) => ({
      key: keyOf(service),
      names: { da: service.name, en: service.name },
      shortName: service.name,
      audience: 'professional',
      environment: 'test',
      lowestAssurance: 'Substantial',
      access: 'role',
      identityProviders: providers.map(keyOf),
      attributes: attributes.map((name) => ({ name, legalBasis: 'made up for this test' })),
      roles: [
        {
          key: 'laeser',
          names: { da: 'Læser', en: 'Reader' },
          privileges: [privilege],
          lowestAssurance: 'Substantial',
          scopes: [{ key: 'enhed', kind: 'sor', names: { da: 'Enhed', en: 'Unit' } }],
        },
      ],
      metadata: { inline: service.metadata },
      settings,
    })),
    grants: services.map((service) => ({ cvr: employee.cvr, service: keyOf(service) })),
    people: [
      {
        key: 'rose',
        name: employee.fullName,
        accounts: [
          {
            cvr: employee.cvr,
            key: 'rose',
            unit: 'klinik',
            professionalUuid: employee.uuid,
            assignments: services.map((service) => ({
              service: keyOf(service),
              role: 'laeser',
              scopes: { enhed: [sorCode] },
            })),
          },
        ],
      },
    ],
  }
}
