/** What the tests need of an identity provider that somebody else wrote. */
import type { Page, UserAgent } from '../user-agent.ts'

/** The made-up employee whom both providers know. CVR number and UUID belong to nobody. */
export const employee = {
  uuid: '4b1f3f0a-5a34-4c5e-9a3e-2d7a51c0b9d1',
  fullName: 'Rose Tylersen',
  cvr: '99999901',
  orgName: 'Interop Lægehus',
} as const

/** The OIOSAML 3 attributes that both providers state about the employee, by name. */
export const employeeAttributes: Readonly<Record<string, string>> = {
  'https://data.gov.dk/model/core/specVersion': 'OIO-SAML-3.0',
  'https://data.gov.dk/concept/core/nsis/loa': 'Substantial',
  'https://data.gov.dk/model/core/eid/fullName': employee.fullName,
  'https://data.gov.dk/model/core/eid/professional/uuid/persistent': `urn:uuid:${employee.uuid}`,
  'https://data.gov.dk/model/core/eid/professional/cvr': employee.cvr,
  'https://data.gov.dk/model/core/eid/professional/orgName': employee.orgName,
}

/** The NameID that both providers send (OIOSAML 3: persistent, UUID based). */
export const employeeNameId = `https://data.gov.dk/model/core/eid/professional/uuid/${employee.uuid}`

/** An independent SAML identity provider, running. */
export type ProviderPeer = AsyncDisposable & {
  /** The program's name, for the names of tests. */
  name: string
  entityId: string
  metadata: string
  /** Whether it knows nothing newer than AES-CBC to encrypt with. */
  encryptsWithCbc: boolean
  /** Where it takes requests, so that a test can stop a browser there. */
  signIn: URL
  /** Logs the employee in on the provider's page, when it shows one; returns what it answered. */
  authenticate(agent: UserAgent, page: Page): Promise<Page>
  /** How many log-ins it has answered so far. */
  logIns(): number
  /** What the program wrote, to see why something failed. */
  log(): Promise<string>
}

/** The service that a provider is to trust: SEB as service provider, or another peer in a control. */
export type TrustedService = { entityId: string; metadata: string }
