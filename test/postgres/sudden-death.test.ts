/** SEB, or its database, is killed with log-ins under way, again and again: what SEB had told anybody is known afterwards. */
import assert from 'node:assert/strict'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { knowledgeOf } from '../interop/knowledge.ts'
import { logInUpToAnswer } from '../interop/log-in.ts'
import { trustedFrom } from '../interop/metadata-facts.ts'
import { startNodeSaml } from '../interop/peers/node-saml-service.ts'
import type { ProviderPeer } from '../interop/peers/provider-peer.ts'
import { startSamlp } from '../interop/peers/samlp-provider.ts'
import type { ServicePeer } from '../interop/peers/service-peer.ts'
import { redirectMessage } from '../interop/redirect-message.ts'
import { samlForm, UserAgent } from '../interop/user-agent.ts'
import { eventually } from '../support/eventually.ts'
import { startPostgres } from '../support/postgres.ts'
import { applyToSeb, type SebOptions, type SebProcess, startSeb } from '../support/seb-process.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

const rounds = 4
const logInsARound = 25
const people = 4

/** What SEB has said to anybody outside, by the message ids that both sides know. */
type Acknowledged = { sentToProvider: Set<string>; answered: Set<string> }

test('kill -9 of SEB under load loses no audit event that was acknowledged, on PostgreSQL', async (t) => {
  await using stack = new AsyncDisposableStack()
  const postgres = stack.use(await startPostgres())
  const databaseUrl = await postgres.createDatabase()
  const dataDirectory = await temporaryDirectory(stack, 'seb')
  const said = await killUnderLoad(t, { host: '127.0.0.13', dataDirectory, databaseUrl }, killSeb)
  assertKept(said, await rowsOnPostgres(databaseUrl))
})

test('kill -9 of PostgreSQL under load loses no audit event that was acknowledged, and SEB goes on by itself', async (t) => {
  await using stack = new AsyncDisposableStack()
  const postgres = stack.use(await startPostgres())
  const databaseUrl = await postgres.createDatabase()
  const dataDirectory = await temporaryDirectory(stack, 'seb')
  const said = await killUnderLoad(t, { host: '127.0.0.15', dataDirectory, databaseUrl }, async (seb) => {
    await postgres.crash()
    return seb
  })
  assertKept(said, await rowsOnPostgres(databaseUrl))
})

test('kill -9 of SEB under load loses no audit event that was acknowledged, on the embedded engine', async (t) => {
  await using stack = new AsyncDisposableStack()
  const dataDirectory = await temporaryDirectory(stack, 'seb')
  const said = await killUnderLoad(t, { host: '127.0.0.14', dataDirectory }, killSeb)
  const engine = await PGlite.create(join(dataDirectory, 'database'))
  try {
    assertKept(said, (await engine.query<SignInRow>(signInsWithEvents)).rows)
  } finally {
    await engine.close()
  }
})

async function killSeb(seb: SebProcess): Promise<SebProcess> {
  await seb.kill()
  return startSeb(seb.options)
}

/** `strike` kills something and has it back when it returns. */
async function killUnderLoad(
  t: TestContext,
  options: SebOptions,
  strike: (seb: SebProcess) => Promise<SebProcess>,
): Promise<Acknowledged> {
  await using stack = new AsyncDisposableStack()
  let seb = await startSeb(options)
  stack.defer(() => seb.kill())
  const service = stack.use(await startNodeSaml('127.0.0.30', await trustedFrom(`${seb.url}/saml/metadata`)))
  const provider = stack.use(await startSamlp('127.0.0.40', await trustedFrom(`${seb.url}/saml/sp/metadata`)))
  await applyToSeb(seb.options, knowledgeOf([service], [provider]))

  const said: Acknowledged = { sentToProvider: new Set(), answered: new Set() }
  for (let round = 1; round <= rounds; round += 1) {
    const enough = said.answered.size + logInsARound
    let struck = false
    const load = Array.from({ length: people }, async () => {
      while (!struck) await logInOnce(said, service, provider)
    })
    try {
      await eventually('enough log-ins', () => (said.answered.size >= enough ? true : undefined), 120_000)
      seb = await strike(seb)
    } finally {
      struck = true
      await Promise.all(load)
    }
  }
  t.diagnostic(`${said.answered.size} answers and ${said.sentToProvider.size} requests were acknowledged`)
  await seb.kill()
  return said
}

/** One person's log-in; what SEB says on the way is written down, and that it may be cut off at any point is the point. */
async function logInOnce(said: Acknowledged, service: ServicePeer, provider: ProviderPeer): Promise<void> {
  const agent = new UserAgent()
  try {
    const answer = samlForm(await logInUpToAnswer(agent, service, provider))
    const xml = Buffer.from(answer?.fields.SAMLResponse ?? '', 'base64').toString('utf8')
    const [, inResponseTo] = /InResponseTo="([^"]+)"/.exec(xml) ?? []
    if (inResponseTo !== undefined) said.answered.add(inResponseTo)
  } catch {
    // SEB is gone: whatever it said before stands.
  }
  for (const url of agent.visited) {
    const request = url.href.startsWith(provider.signIn.href) ? redirectMessage(url, 'SAMLRequest') : undefined
    const [, id] = /\bID="([^"]+)"/.exec(request ?? '') ?? []
    if (id !== undefined) said.sentToProvider.add(id)
  }
}

async function rowsOnPostgres(databaseUrl: string): Promise<SignInRow[]> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    return (await client.query<SignInRow>(signInsWithEvents)).rows
  } finally {
    await client.end()
  }
}

type SignInRow = { asked: string; sent: string | null; actions: string[] }

const signInsWithEvents = `
  select sign_in.request ->> 'messageId' as asked, upstream_message_id as sent, array_agg(action order by sequence) as actions
  from sign_in join audit_event on correlation_id = sign_in.id
  group by sign_in.id`

function assertKept(said: Acknowledged, rows: SignInRow[]): void {
  assert.ok(said.answered.size >= rounds * logInsARound)
  const asked = new Map(rows.map((row) => [row.asked, row.actions]))
  const sent = new Map(rows.map((row) => [row.sent, row.actions]))
  const lost = [
    ...[...said.answered].filter((id) => !asked.get(id)?.includes('sign-in.completed')),
    ...[...said.sentToProvider].filter((id) => !sent.get(id)?.includes('sign-in.sent-to-identity-provider')),
  ]
  assert.deepEqual(lost, [])
}
