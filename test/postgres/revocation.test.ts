/**
 * A right that is taken away, or whose grant, role, account or organisation ends, is gone at the next log-in through any
 * process, and no log-in that is under way gets it; administration loses it in sessions that are open. (Domain model,
 * invariant 1; security D8, D9) What is changed is changed in the database alone: no job runs and nobody is told.
 */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import pg from 'pg'
import { knowledgeOf } from '../interop/knowledge.ts'
import { atServiceAnswer, atSignIn, logIn } from '../interop/log-in.ts'
import { trustedFrom } from '../interop/metadata-facts.ts'
import { startNodeSaml } from '../interop/peers/node-saml-service.ts'
import { employee, type ProviderPeer } from '../interop/peers/provider-peer.ts'
import { startSamlp } from '../interop/peers/samlp-provider.ts'
import type { ServicePeer } from '../interop/peers/service-peer.ts'
import { UserAgent } from '../interop/user-agent.ts'
import { eventually } from '../support/eventually.ts'
import { startPostgres } from '../support/postgres.ts'
import { type RoundRobin, startRoundRobin } from '../support/round-robin.ts'
import { applyToSeb, type SebProcess, startSeb } from '../support/seb-process.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

const stack = new AsyncDisposableStack()
const processes: SebProcess[] = []
let database: pg.Client
let balancer: RoundRobin
let service: ServicePeer
let provider: ProviderPeer

before(async () => {
  const postgres = stack.use(await startPostgres())
  const databaseUrl = await postgres.createDatabase()
  const dataDirectory = await temporaryDirectory(stack, 'seb')
  balancer = stack.use(await startRoundRobin('127.0.0.10'))
  for (const host of ['127.0.0.11', '127.0.0.12']) {
    const seb = stack.adopt(await startSeb({ host, dataDirectory, databaseUrl, publicUrl: balancer.url }), (it) =>
      it.stop(),
    )
    processes.push(seb)
    balancer.backends.push(seb.url)
  }
  service = stack.use(await startNodeSaml('127.0.0.30', await trustedFrom(`${balancer.url}/saml/metadata`)))
  provider = stack.use(await startSamlp('127.0.0.40', await trustedFrom(`${balancer.url}/saml/sp/metadata`)))
  // A second one, so that there is something to choose.
  const asService = await trustedFrom(`${balancer.url}/saml/sp/metadata`)
  const other = stack.use(await startSamlp('127.0.0.41', asService, 'Et andet log-in'))
  const knowledge = knowledgeOf([service], [provider, other])
  const [person] = knowledge.people
  const people = [
    {
      ...person,
      accounts: person?.accounts.map((account) => ({ ...account, administrator: { level: 'chief' } })),
    },
  ]
  const [seb] = processes
  assert.ok(seb)
  await applyToSeb(seb.options, { ...knowledge, people })
  database = new pg.Client({ connectionString: databaseUrl })
  await database.connect()
  stack.defer(() => database.end())
})
after(() => stack.disposeAsync())

/** From now on only this one answers. */
function through(process: SebProcess): void {
  balancer.backends.splice(0, balancer.backends.length, process.url)
}

const organisation = `(select id from organisation where cvr = '${employee.cvr}')`

/** What ends, and how it is made as it was. */
const ends: Record<string, readonly [string, string]> = {
  'the role is taken back': [
    'update role_assignment set withdrawn_at = now()',
    'update role_assignment set withdrawn_at = null',
  ],
  'the role ends by its date': [
    "update role_assignment set valid_until = now(), valid_from = now() - interval '1 day'",
    'update role_assignment set valid_until = null',
  ],
  'the role is retired': ['update role set retired_at = now()', 'update role set retired_at = null'],
  'the service is taken from the organisation': [
    "update service_grant set valid_until = now(), valid_from = now() - interval '1 day'",
    'update service_grant set valid_until = null',
  ],
  'the grant is narrowed': ["update service_grant set role_ids = '{}'", 'update service_grant set role_ids = null'],
  'the account is suspended': ["update account set status = 'suspended'", "update account set status = 'active'"],
  'the organisation is closed': [
    `update organisation set status = 'closed' where id = ${organisation}`,
    `update organisation set status = 'active' where id = ${organisation}`,
  ],
}

for (const [what, [end, undo]] of Object.entries(ends)) {
  test(`${what}: no process lets anybody in, by session or by a log-in that was under way`, async () => {
    const inside = new UserAgent()
    assert.ok(service.read(await logIn(inside, service, provider)))
    const underWay = new UserAgent()
    const choice = await underWay.goOn(await underWay.get(service.logIn))
    const atProvider = await underWay.goOn(await underWay.press(choice, provider.name), atSignIn(provider))
    await database.query(end)
    try {
      for (const seb of processes) {
        through(seb)
        const page = await inside.goOn(await inside.get(service.logIn), atServiceAnswer(service))
        assert.equal(page.status, 403, `${seb.url}: ${page.url}`)
      }
      const late = await underWay.goOn(await provider.authenticate(underWay, atProvider), atServiceAnswer(service))
      assert.equal(late.status, 403, `under way: ${late.url}`)
    } finally {
      await database.query(undo)
    }
    assert.ok(service.read(await logIn(new UserAgent(), service, provider)), 'as it was')
  })
}

/** What is kept for a moment in each process. */
const switches: Record<string, readonly [string, string]> = {
  'the service is switched off': [
    "update service set enabled = false where protocol = 'saml'",
    "update service set enabled = true where protocol = 'saml'",
  ],
  'the identity provider is switched off': [
    'update identity_provider set enabled = false',
    'update identity_provider set enabled = true',
  ],
}

for (const [what, [end, undo]] of Object.entries(switches)) {
  test(`${what}: within a minute no process lets anybody in`, async () => {
    const inside = new UserAgent()
    assert.ok(service.read(await logIn(inside, service, provider)))
    await database.query(end)
    try {
      for (const seb of processes) {
        through(seb)
        const ask = async () => {
          const page = await inside.goOn(await inside.get(service.logIn), atServiceAnswer(service))
          return atServiceAnswer(service)(page) ? undefined : true
        }
        await eventually(`${seb.url} to have it`, ask, 60_000)
      }
    } finally {
      await database.query(undo)
    }
    const back = async () => (service.read(await logIn(new UserAgent(), service, provider)) ? true : undefined)
    await eventually('everything as it was', back, 60_000)
  })
}

test('administration: a session that is open loses what its capacity rests on at the next click, in every process', async () => {
  const administrator = new UserAgent()
  const choice = await administrator.goOn(await administrator.get(`${balancer.url}/admin`))
  const atProvider = await administrator.goOn(await administrator.press(choice, provider.name), atSignIn(provider))
  await administrator.goOn(await provider.authenticate(administrator, atProvider))
  const statuses = async () => {
    const all = []
    for (const seb of processes) {
      through(seb)
      all.push((await administrator.get(`${balancer.url}/admin/administratorer`)).status)
    }
    return all
  }
  assert.deepEqual(await statuses(), [200, 200])
  const appointment = [
    'update administrator_appointment set ended_at = now()',
    'update administrator_appointment set ended_at = null',
  ]
  for (const [end = '', undo = ''] of [
    appointment,
    ends['the account is suspended'] ?? [],
    ends['the organisation is closed'] ?? [],
  ]) {
    await database.query(end)
    const ended = await statuses()
    await database.query(undo)
    assert.ok(
      ended.every((status) => status === 404 || status === 403),
      `${end}: ${ended}`,
    )
    assert.deepEqual(await statuses(), [200, 200], undo)
  }
})
