/**
 * SEB whole, over HTTP, set up so that a forged answer would do harm if it were believed: the person it tells of has an account
 * and a role. Everything about people and organisations is made up.
 */
import assert from 'node:assert/strict'
import { X509Certificate } from 'node:crypto'
import type { UserAgent } from '../interop/user-agent.ts'
import { clinicDocument, sor } from '../support/clinic.ts'
import { type ClinicStage, openClinicStage } from '../support/clinic-stage.ts'
import { testKey } from '../support/test-keys.ts'
import type { TestProvider } from '../support/test-provider.ts'
import type { AskOptions, TestService } from '../support/test-service.ts'
import { type AttackContext, evilName, honestName } from './forge.ts'

interface PendingSignIn {
  browser: UserAgent
  /** What an attacker needs to know to answer it. */
  context: AttackContext
}

interface AttackStage extends ClinicStage {
  /** A provider that speaks for another organisation, and is not activated for any service here. */
  elsewhere: TestProvider
  /** A log-in that a browser has begun and that waits for the provider's answer. */
  pending(options?: { browser?: UserAgent; service?: TestService; ask?: AskOptions }): Promise<PendingSignIn>
  /** The same context for a request of the attacker's own choice. */
  contextFor(inResponseTo: string): AttackContext
  /** Posts a body to the ACS as it is, from another site, without cookies. */
  post(path: string, body: string | URLSearchParams, headers?: Record<string, string>): Promise<Response>
  /** Log-ins that have come to an end, ever. */
  logIns(): Promise<number>
}

/** The organisation of forge.ts, that the region's provider may speak for here. */
const forgedCvr = '99999991'
const elsewhereCvr = '99999993'

const uuidIn = (name: string) => name.slice(name.lastIndexOf('/') + 1)

export async function openAttackStage(environment: Record<string, string> = {}): Promise<AttackStage> {
  const stage = await openClinicStage(environment)
  const [elsewhere, rogue] = await Promise.all([stage.provider('elsewhere'), testKey()])
  const { region, medicine } = stage
  const [known] = clinicDocument(stage).identityProviders
  const assignments = [{ service: medicine.key, role: 'laege', scopes: { enhed: [sor] }, reason: 'made up' }]
  const person = (key: string, professionalUuid: string) => ({
    key,
    name: key,
    accounts: [{ cvr: forgedCvr, key, professionalUuid, assignments }],
    identities: [{ identityProvider: 'region', subject: key === 'evil' ? evilName : honestName }],
  })
  await stage.apply({
    organisations: [
      { cvr: forgedCvr, name: 'Opdigtet Region', kind: 'region' },
      { cvr: elsewhereCvr, name: 'Et andet sted', kind: 'authority' },
    ],
    identityProviders: [
      { ...known, allowedCvrs: [forgedCvr, ...(known?.allowedCvrs ?? [])], settings: { requireEncryption: false } },
      {
        ...known,
        key: 'elsewhere',
        names: { da: 'Et andet sted', en: 'Elsewhere' },
        allowedCvrs: [elsewhereCvr],
        metadata: { inline: elsewhere.metadata },
      },
    ],
    grants: [{ cvr: forgedCvr, service: medicine.key }],
    people: [person('honest', uuidIn(honestName)), person('evil', uuidIn(evilName))],
  })
  const encryptionKey = await publishedKey(`${stage.url}/saml/sp/metadata`, 'encryption')
  const contextFor = (inResponseTo: string): AttackContext => ({
    idp: region,
    otherIdp: elsewhere,
    rogue,
    sp: { entityId: `${stage.url}/saml/sp/metadata`, acsUrl: `${stage.url}/saml/acs`, encryptionKey },
    inResponseTo,
    now: stage.clock.now(),
  })
  return {
    ...stage,
    elsewhere,
    contextFor,
    pending: async ({ browser = stage.browser(), service = medicine, ask } = {}) => {
      const { id } = await stage.toProvider(browser, service, region, ask)
      return { browser, context: contextFor(id) }
    },
    post: (path, body, headers = {}) =>
      fetch(new URL(path, stage.url), {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site', ...headers },
        body,
      }),
    logIns: async () => (await stage.db.selectFrom('session_participant').select('id').execute()).length,
  }
}

/** The key that SEB's metadata gives for a use. */
async function publishedKey(metadata: string, use: 'signing' | 'encryption') {
  const text = await (await fetch(metadata)).text()
  const pattern = new RegExp(`use="${use}"[\\s\\S]*?<ds:X509Certificate>([^<]+)<`)
  const [, certificate = assert.fail(`no ${use} key`)] = pattern.exec(text) ?? []
  return new X509Certificate(Buffer.from(certificate, 'base64')).publicKey
}

/** A Response as a form carries it. */
export function asField(xml: string | Uint8Array): { SAMLResponse: string } {
  return { SAMLResponse: Buffer.from(xml).toString('base64') }
}
