/** Two SEB processes on one PostgreSQL behind a load balancer that knows nothing of sessions. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { knowledgeOf } from '../interop/knowledge.ts'
import { atServiceAnswer, atSignIn, logIn } from '../interop/log-in.ts'
import { trustedFrom } from '../interop/metadata-facts.ts'
import { startNodeSaml } from '../interop/peers/node-saml-service.ts'
import type { ProviderPeer } from '../interop/peers/provider-peer.ts'
import { startSamlp } from '../interop/peers/samlp-provider.ts'
import type { ServicePeer } from '../interop/peers/service-peer.ts'
import { type Page, UserAgent } from '../interop/user-agent.ts'
import { startPostgres } from '../support/postgres.ts'
import { type RoundRobin, startRoundRobin } from '../support/round-robin.ts'
import { applyToSeb, type SebProcess, startSeb } from '../support/seb-process.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'

const stack = new AsyncDisposableStack()
const processes: SebProcess[] = []
let balancer: RoundRobin
let service: ServicePeer
let provider: ProviderPeer

before(async () => {
  const postgres = stack.use(await startPostgres())
  const databaseUrl = await postgres.createDatabase()
  const dataDirectory = await temporaryDirectory(stack, 'seb')
  balancer = stack.use(await startRoundRobin('127.0.0.10'))
  // One after the other: the first makes the keys that both use.
  for (const host of ['127.0.0.11', '127.0.0.12']) {
    const seb = await startSeb({ host, dataDirectory, databaseUrl, publicUrl: balancer.url })
    stack.defer(() => stopAt(host))
    processes.push(seb)
    balancer.backends.push(seb.url)
  }
  service = stack.use(await startNodeSaml('127.0.0.30', await trustedFrom(`${balancer.url}/saml/metadata`)))
  const asService = await trustedFrom(`${balancer.url}/saml/sp/metadata`)
  provider = stack.use(await startSamlp('127.0.0.40', asService))
  // A second one, so that there is something to choose.
  const other = stack.use(await startSamlp('127.0.0.41', asService, 'Et andet log-in'))
  const [seb] = processes
  assert.ok(seb)
  await applyToSeb(seb.options, knowledgeOf([service], [provider, other]))
})
after(() => stack.disposeAsync())

test('two processes share one log-in, request by request', async () => {
  const before = processes.map(({ url }) => balancer.answered.get(url) ?? 0)
  const page = await logIn(new UserAgent(), service, provider)
  assert.ok(service.read(page), page.body)
  for (const [index, { url }] of processes.entries()) {
    assert.ok((balancer.answered.get(url) ?? 0) > (before[index] ?? 0), `${url} answered nothing`)
  }
})

/** Where in a log-in a process dies, and how the browser gets there. */
const moments = {
  'while the person chooses where to log in': async (agent: UserAgent) => agent.goOn(await agent.get(service.logIn)),
  'while the person is at the identity provider': async (agent: UserAgent) => {
    const choice = await agent.goOn(await agent.get(service.logIn))
    return agent.goOn(await agent.press(choice, provider.name), atSignIn(provider))
  },
  'between two log-ins of one session': async (agent: UserAgent) => {
    await logIn(agent, service, provider)
    return { ...(await agent.get(service.received)), forms: [] }
  },
} as const

for (const [moment, reach] of Object.entries(moments)) {
  for (const victim of [0, 1]) {
    test(`process ${victim + 1} of 2 is killed ${moment}: the log-in still ends well`, async () => {
      const agent = new UserAgent()
      const page = await reach(agent)
      await processes[victim]?.kill()
      try {
        assert.ok(service.read(await finish(agent, page)))
      } finally {
        await restart(victim)
      }
    })
  }
}

async function finish(agent: UserAgent, page: Page): Promise<Page> {
  if (atSignIn(provider)(page)) return agent.goOn(page)
  if (page.url.href === service.received.href) {
    const answer = await agent.goOn(await agent.get(service.logIn), atServiceAnswer(service))
    return agent.goOn(answer)
  }
  return agent.goOn(await agent.press(page, provider.name))
}

async function restart(index: number): Promise<void> {
  const dead = processes[index]
  assert.ok(dead)
  processes[index] = await startSeb(dead.options)
}

async function stopAt(host: string): Promise<void> {
  await processes.find(({ options }) => options.host === host)?.stop()
}
