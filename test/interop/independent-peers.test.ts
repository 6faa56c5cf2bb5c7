/** Log-in through SEB with services and identity providers that nobody here wrote. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { eventually } from '../support/eventually.ts'
import { changeOneByte } from './change-one-byte.ts'
import { privilege, sorCode } from './knowledge.ts'
import { atSignIn, logIn, logInUpToAnswer } from './log-in.ts'
import { startLemonldap } from './peers/lemonldap-provider.ts'
import { startMellon } from './peers/mellon-service.ts'
import { startNodeSaml } from './peers/node-saml-service.ts'
import { employee } from './peers/provider-peer.ts'
import { startPysaml2 } from './peers/pysaml2-service.ts'
import { startSamlp } from './peers/samlp-provider.ts'
import type { Received, ServicePeer } from './peers/service-peer.ts'
import { startShibboleth } from './peers/shibboleth-service.ts'
import { type Scene, startScene } from './scene.ts'
import { samlForm, UserAgent } from './user-agent.ts'

const services = {
  'Shibboleth SP': startShibboleth,
  mod_auth_mellon: startMellon,
  pysaml2: startPysaml2,
  'node-saml': startNodeSaml,
} as const
const providers = { samlp: startSamlp, 'LemonLDAP::NG': startLemonldap } as const
type ServiceName = keyof typeof services
type ProviderName = keyof typeof providers

const serviceNames = Object.keys(services) as ServiceName[]
const providerNames = Object.keys(providers) as ProviderName[]

let scene: Scene<ServiceName, ProviderName>
before(async () => {
  scene = await startScene(services, providers)
})
after(() => scene[Symbol.asyncDispose]())

/** How each service came to know the person, to compare between services. */
const names = new Map<ServiceName, Set<string>>()

for (const serviceName of serviceNames) {
  for (const providerName of providerNames) {
    test(`a person logs in to ${serviceName} with ${providerName} and arrives with name, organisation and roles`, async () => {
      const service = scene.services[serviceName]
      const agent = new UserAgent()
      const answer = await logInUpToAnswer(agent, service, scene.providers[providerName])
      const message = samlMessage(answer)
      assert.match(message, /EncryptedAssertion/)
      assert.doesNotMatch(message, /<(\w+:)?Assertion\b/)

      const received = service.read(await agent.goOn(answer))
      assert.ok(received, await service.log())
      assertIsTheEmployee(received)
      names.set(serviceName, (names.get(serviceName) ?? new Set()).add(received.nameId))
    })
  }
}

test('each service knows the person by one name whichever provider was used, and no two services by the same', () => {
  const each = serviceNames.map((name) => [...(names.get(name) ?? [])])
  assert.deepEqual(
    each.map((known) => known.length),
    each.map(() => 1),
  )
  assert.equal(new Set(each.flat()).size, serviceNames.length)
})

for (const serviceName of serviceNames) {
  test(`${serviceName} signs its request, and SEB refuses it when one byte is changed`, async () => {
    const signed = await addressBefore(scene.services[serviceName].logIn, (url) => url.pathname === '/saml/sso')
    assert.ok(signed.searchParams.has('Signature') && signed.searchParams.has('SigAlg'), signed.href)
    const changed = withChangedSignature(signed)
    const refused = await new UserAgent().get(changed)
    assert.ok(refused.status >= 400 && refused.status < 500, `answered ${refused.status}`)
    assert.equal((await new UserAgent().get(signed)).status, 200)
  })

  test(`${serviceName} refuses SEB's answer when one byte of the encrypted assertion is changed`, async () => {
    await assertRefusesChanged(scene.services[serviceName], 'the encrypted assertion')
  })
}

test('pysaml2 asks by form post, and the person arrives all the same', async () => {
  const { pysaml2 } = scene.services
  assert.ok(pysaml2.logInByPost)
  const agent = new UserAgent()
  const page = await logIn(agent, { ...pysaml2, logIn: pysaml2.logInByPost }, scene.providers.samlp)
  const received = pysaml2.read(page)
  assert.ok(received, await pysaml2.log())
  assertIsTheEmployee(received)
})

test('node-saml names the identity provider it wants, and the person is not asked to choose', async () => {
  const service = scene.services['node-saml']
  const provider = scene.providers.samlp
  const agent = new UserAgent()
  const received = service.read(await agent.goOn(await agent.get(service.logInAt?.(provider) ?? '')))
  assert.ok(received, await service.log())
  assertIsTheEmployee(received)
  assert.ok(!agent.visited.some((url) => url.pathname === '/login/vaelg'))
})

test('a second service logs the person in without a visit to the identity provider', async () => {
  const agent = new UserAgent()
  const provider = scene.providers['LemonLDAP::NG']
  assert.ok(scene.services.pysaml2.read(await logIn(agent, scene.services.pysaml2, provider)))
  for (const serviceName of serviceNames) {
    const service = scene.services[serviceName]
    const seen = agent.visited.length
    const received = service.read(await agent.goOn(await agent.get(service.logIn)))
    assert.ok(received, await service.log())
    assertIsTheEmployee(received)
    const hosts = agent.visited.slice(seen).map((url) => url.hostname)
    assert.ok(!hosts.includes(provider.signIn.hostname), hosts.join(' '))
  }
})

for (const providerName of providerNames) {
  test(`${providerName} verifies the signature on SEB's request: changed or missing, it is refused`, async () => {
    const provider = scene.providers[providerName]
    const request = async () => {
      const agent = new UserAgent()
      const choice = await agent.goOn(await agent.get(scene.services['node-saml'].logIn))
      agent.stopBefore = (url) => url.hostname === provider.signIn.hostname
      const held = await agent.goOn(await agent.press(choice, provider.name))
      agent.stopBefore = () => false
      return { agent, url: held.url }
    }
    const answerTo = async (agent: UserAgent, url: URL) =>
      samlForm(await provider.authenticate(agent, await agent.get(url)))

    const honest = await request()
    assert.ok(honest.url.searchParams.has('Signature'))
    assert.ok(await answerTo(honest.agent, honest.url), await provider.log())
    const changed = await request()
    assert.equal(await answerTo(changed.agent, withChangedSignature(changed.url)), undefined)
    const unsigned = await request()
    unsigned.url.searchParams.delete('Signature')
    unsigned.url.searchParams.delete('SigAlg')
    assert.equal(await answerTo(unsigned.agent, unsigned.url), undefined)
  })

  test(`SEB refuses ${providerName}'s answer when one byte is changed, and tells the person so`, async () => {
    const service = scene.services['node-saml']
    const provider = scene.providers[providerName]
    const agent = new UserAgent()
    const choice = await agent.goOn(await agent.get(service.logIn))
    const atProvider = await agent.goOn(await agent.press(choice, provider.name), atSignIn(provider))
    const form = samlForm(await provider.authenticate(agent, atProvider))
    assert.ok(form, await provider.log())
    const page = await agent.goOn(await agent.submit(changeOneByte(form, 'the encrypted assertion')))
    assert.equal(page.url.hostname, new URL(scene.seb.url).hostname)
    assert.ok(page.status < 500)
    assert.equal(service.read(await agent.get(service.received)), undefined)
  })
}

// From here on the tests change what SEB knows of the services.
for (const serviceName of serviceNames) {
  test(`${serviceName} takes an answer that is signed as a whole too`, async () => {
    await scene.tell({ signResponse: true })
    const service = scene.services[serviceName]
    // What SEB is told holds within a second.
    const { agent, answer } = await eventually('answers signed as a whole', async () => {
      const agent = new UserAgent()
      const answer = await logInUpToAnswer(agent, service, scene.providers.samlp)
      assert.match(samlMessage(answer), /SignatureValue>.*EncryptedAssertion/s)
      return { agent, answer }
    })
    const received = service.read(await agent.goOn(answer))
    assert.ok(received, await service.log())
    assertIsTheEmployee(received)
  })
}

// Without encryption only the signature protects the answer.
for (const serviceName of serviceNames) {
  for (const place of ['an attribute value', 'the signature'] as const) {
    test(`${serviceName} refuses SEB's answer when it is not encrypted and one byte of ${place} is changed`, async () => {
      await scene.tell({ encryptAssertion: false })
      await assertRefusesChanged(scene.services[serviceName], place)
    })
  }
}

/** Changed, the service lets nobody in; the very same kind of answer unchanged, it does. */
async function assertRefusesChanged(service: ServicePeer, place: Parameters<typeof changeOneByte>[1]): Promise<void> {
  // What SEB is told holds within a second.
  const { agent, changed } = await eventually('an answer that is not encrypted', async () => {
    const agent = new UserAgent()
    const form = samlForm(await logInUpToAnswer(agent, service, scene.providers.samlp))
    assert.ok(form)
    return { agent, changed: changeOneByte(form, place) }
  })
  assert.equal(service.read(await agent.submit(changed)), undefined)
  assert.equal(service.read(await agent.get(service.received)), undefined)
  const another = new UserAgent()
  assert.ok(service.read(await logIn(another, service, scene.providers.samlp)), await service.log())
}

function assertIsTheEmployee({ nameId, attributes }: Received): void {
  const value = (name: string) => attributes[name]?.join(' | ')
  assert.match(nameId, /^https:\/\/data\.gov\.dk\/model\/core\/eid\/professional\/uuid\/[0-9a-f-]{36}$/)
  assert.ok(!nameId.includes(employee.uuid), 'the service is told a name of its own for the person')
  assert.equal(value('https://data.gov.dk/model/core/specVersion'), 'OIO-SAML-3.0')
  assert.equal(value('https://data.gov.dk/concept/core/nsis/loa'), 'Substantial')
  assert.equal(value('https://data.gov.dk/model/core/eid/fullName'), employee.fullName)
  assert.equal(value('https://data.gov.dk/model/core/eid/professional/cvr'), employee.cvr)
  assert.equal(value('https://data.gov.dk/model/core/eid/professional/orgName'), employee.orgName)
  const encoded = value('https://data.gov.dk/model/core/eid/privilegesIntermediate') ?? ''
  const privileges = Buffer.from(encoded, 'base64').toString('utf8')
  assert.ok(privileges.includes(`Scope="urn:dk:gov:saml:cvrNumberIdentifier:${employee.cvr}"`), privileges)
  assert.ok(privileges.includes(`>${privilege}<`), privileges)
  assert.ok(privileges.includes(`>${sorCode}<`), privileges)
}

function samlMessage(page: { forms: { fields: Record<string, string> }[] }): string {
  const form = page.forms.find((it) => 'SAMLResponse' in it.fields)
  return Buffer.from(form?.fields.SAMLResponse ?? '', 'base64').toString('utf8')
}

/** Begins at `start` and returns the first address on the way that `wanted` is content with, without asking for it. */
async function addressBefore(start: URL, wanted: (url: URL) => boolean): Promise<URL> {
  const agent = new UserAgent()
  agent.stopBefore = wanted
  return (await agent.get(start)).url
}

/** The same address with one character of its signature changed, everything else to the letter. */
function withChangedSignature(url: URL): URL {
  const signature = url.searchParams.get('Signature') ?? ''
  const changed = `${signature.slice(0, 20)}${signature[20] === 'A' ? 'B' : 'A'}${signature.slice(21)}`
  return new URL(url.href.replace(/\bSignature=[^&]+/, `Signature=${encodeURIComponent(changed)}`))
}
