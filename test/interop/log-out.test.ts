/** Log-out everywhere with services and an identity provider that nobody here wrote: begun by a service, or at SEB. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { logIn } from './log-in.ts'
import { startLemonldap } from './peers/lemonldap-provider.ts'
import { startMellon } from './peers/mellon-service.ts'
import { startNodeSaml } from './peers/node-saml-service.ts'
import { startSamlp } from './peers/samlp-provider.ts'
import { startShibboleth } from './peers/shibboleth-service.ts'
import { redirectMessage } from './redirect-message.ts'
import { type Scene, startScene } from './scene.ts'
import { UserAgent } from './user-agent.ts'

const services = { 'Shibboleth SP': startShibboleth, mod_auth_mellon: startMellon, 'node-saml': startNodeSaml } as const
const providers = { 'LemonLDAP::NG': startLemonldap, samlp: startSamlp } as const
const able = ['Shibboleth SP', 'mod_auth_mellon'] as const
type ServiceName = keyof typeof services

let scene: Scene<ServiceName, keyof typeof providers>
before(async () => {
  scene = await startScene(services, providers)
})
after(() => scene[Symbol.asyncDispose]())

for (const beginner of able) {
  test(`a log-out begun at ${beginner} ends the sessions at the other service, at SEB and at LemonLDAP::NG`, async () => {
    const agent = await loggedInAt(able)
    const service = scene.services[beginner]
    assert.ok(service.logOut)
    const page = await agent.goOn(await agent.get(service.logOut))
    assert.equal(page.url.hostname, service.logIn.hostname, page.body.slice(0, 2_000))
    assert.equal(page.status, 200)
    await assertLoggedOut(agent, able)
    await assertMustLogInAgain(agent)
  })
}

test('a log-out begun at SEB ends the sessions at both services and at LemonLDAP::NG, and SEB says so', async () => {
  const agent = await loggedInAt(able)
  const page = await logOutAtSeb(agent)
  assert.equal(page.url.hostname, new URL(scene.seb.url).hostname, page.body.slice(0, 2_000))
  assert.equal(page.status, 200)
  await assertLoggedOut(agent, able)
  await assertMustLogInAgain(agent)
})

test('a log-out begun at LemonLDAP::NG ends the session at SEB and at both services', async () => {
  const agent = await loggedInAt(able)
  const provider = scene.providers['LemonLDAP::NG']
  const page = await agent.get(new URL('/?logout=1', provider.signIn))
  // It tells SEB in a frame of its own page, where a browser sends no cookie of SEB's or of the services'.
  const [, frame] = /<iframe src="([^"]+)"/.exec(page.body) ?? []
  assert.ok(frame, page.body)
  const inFrame = new UserAgent()
  const end = await inFrame.goOn(await inFrame.get(frame.replaceAll('&amp;', '&')))
  assert.equal(end.url.hostname, provider.signIn.hostname)
  assert.equal(end.status, 200)
  await assertLoggedOut(agent, able)
  await assertMustLogInAgain(agent)
})

test('a service that cannot be told of a log-out is named to the person, and the others are left all the same', async () => {
  const agent = await loggedInAt(['node-saml', ...able])
  const page = await logOutAtSeb(agent)
  assert.equal(page.url.hostname, new URL(scene.seb.url).hostname, page.body.slice(0, 2_000))
  assert.match(page.body, /node-saml/)
  await assertLoggedOut(agent, able)
})

test('a log-out begun at Shibboleth SP is answered as partial when a service could not be told', async () => {
  const agent = await loggedInAt(['node-saml', ...able])
  const service = scene.services['Shibboleth SP']
  assert.ok(service.logOut)
  const page = await agent.goOn(await agent.get(service.logOut))
  assert.equal(page.url.hostname, service.logIn.hostname)
  const answers = agent.visited.filter((url) => url.hostname === service.logIn.hostname)
  const answer = answers.map((url) => redirectMessage(url, 'SAMLResponse')).find((it) => it !== undefined)
  assert.match(answer ?? '', /<samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:PartialLogout"/)
  await assertLoggedOut(agent, able)
})

async function loggedInAt(names: readonly ServiceName[]): Promise<UserAgent> {
  const agent = new UserAgent()
  for (const name of names) {
    const service = scene.services[name]
    assert.ok(service.read(await logIn(agent, service, scene.providers['LemonLDAP::NG'])), await service.log())
  }
  return agent
}

async function logOutAtSeb(agent: UserAgent) {
  const question = await agent.get(new URL('/login/log-ud', scene.seb.url))
  return agent.goOn(await agent.press(question, 'Log ud'))
}

async function assertLoggedOut(agent: UserAgent, names: readonly ServiceName[]): Promise<void> {
  for (const name of names) {
    const service = scene.services[name]
    const before = agent.stopBefore
    // What the service knows by itself, without asking SEB to log in anew.
    agent.stopBefore = (url) => url.hostname !== service.received.hostname
    assert.equal(service.read(await agent.get(service.received)), undefined, `still logged in at ${name}`)
    agent.stopBefore = before
  }
}

/** Neither SEB nor the identity provider remembers the person: both ask again. */
async function assertMustLogInAgain(agent: UserAgent): Promise<void> {
  const provider = scene.providers['LemonLDAP::NG']
  const choice = await agent.goOn(await agent.get(scene.services['Shibboleth SP'].logIn))
  const page = await agent.goOn(await agent.press(choice, provider.name))
  assert.equal(page.url.hostname, provider.signIn.hostname)
  assert.ok(page.forms.some((form) => 'password' in form.fields))
}
