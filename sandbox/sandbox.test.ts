import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { Hono } from 'hono'
import { readConfig } from '../src/base/config.ts'
import { randomIds } from '../src/base/ids.ts'
import { Problem } from '../src/base/problem.ts'
import { configurationDocument } from '../src/configuration/document.ts'
import type { KeyPair } from '../src/protocols/keys/key-pair.ts'
import { encodeRedirect } from '../src/protocols/saml/bindings/redirect.ts'
import { readMetadata } from '../src/protocols/saml/metadata/read-metadata.ts'
import { publishMetadata } from '../src/protocols/saml/publish-metadata.ts'
import { writeAuthnRequest } from '../src/protocols/saml/write-authn-request.ts'
import { writeXml } from '../src/protocols/saml/xml/write-xml.ts'
import { loadAssets } from '../src/web/assets.ts'
import type { WebEnv } from '../src/web/context.ts'
import { serviceDesk } from '../src/web/desk.ts'
import { language } from '../src/web/language.ts'
import { createShell } from '../src/web/shell.ts'
import { temporaryDirectory } from '../test/support/temporary-directory.ts'
import { testClock } from '../test/support/test-clock.ts'
import { testKey } from '../test/support/test-keys.ts'
import { providerPath } from './addresses.ts'
import { createSandbox, type Sandbox } from './sandbox.ts'

const publicUrl = new URL('http://localhost:3000')
const clock = testClock()
const stack = new AsyncDisposableStack()
const spEntityId = 'http://localhost:3000/saml/sp/metadata'
let keyDirectory: string
let sebKey: KeyPair
let sandbox: Sandbox
let app: Hono<WebEnv>

before(async () => {
  keyDirectory = await temporaryDirectory(stack, 'seb-sandbox-test')
  sebKey = await testKey()
  sandbox = await open()
  const shell = createShell({ assets: loadAssets([sandbox.stylesheet]).urls, links: {}, desk: serviceDesk })
  app = new Hono<WebEnv>()
  app.use(language({ secure: false }))
  // As SEB answers a message that does not hold, here with the reason in place of a page.
  app.onError((error) => {
    if (error instanceof Problem) return new Response(error.detail, { status: 400 })
    throw error
  })
  app.route('/', sandbox.mount(shell).routes)
})
after(() => stack.disposeAsync())

function open(): Promise<Sandbox> {
  const sebMetadata = publishMetadata({
    clock,
    ids: randomIds,
    keys: { signing: [sebKey], decryption: [sebKey] },
    publicUrl,
    idpEntityId: 'http://localhost:3000/saml/metadata',
    spEntityId,
    desk: serviceDesk,
  })
  return createSandbox({ publicUrl, clock, ids: randomIds, keyDirectory, sebMetadata, mails: async () => [] })
}

test('what SEB is told of the sandbox is a document like any that operators write', () => {
  const document = configurationDocument.parse(sandbox.document)
  assert.equal(document.identityProviders.length, 4)
  assert.equal(document.services.length, 4)
})

test('there is no sandbox where people can reach SEB, whatever the settings say', () => {
  const real = { PUBLIC_URL: 'https://seb.example', SANDBOX: 'on' }
  const reading = readConfig(real)
  assert.ok(!reading.ok && reading.mistakes.includes('SANDBOX: cannot be on when PUBLIC_URL is not loopback'))
})

test('the parties keep their keys over a restart, so that nobody has to be told of them again', async () => {
  assert.deepEqual((await open()).document, sandbox.document)
})

test('every party publishes the metadata that SEB is told', async () => {
  const parties = [...(sandbox.document.identityProviders ?? []), ...(sandbox.document.services ?? [])]
  for (const { key, metadata } of parties) {
    const told = readMetadata(metadata.inline ?? '', { now: clock.now() })
    const published = await app.request(told.entityId)
    assert.equal(published.status, 200, key)
    assert.equal(await published.text(), metadata.inline)
  }
})

/** Where an identity provider leads on a request that this key has signed. */
async function ask(signWith: KeyPair, destination = new URL(providerPath('nordhavn').singleSignOn, publicUrl)) {
  const request = writeAuthnRequest({
    id: randomIds.xmlId(),
    now: clock.now(),
    issuer: spEntityId,
    destination,
    acsUrl: new URL('/saml/acs', publicUrl),
    forceAuthn: false,
    isPassive: false,
    assurance: 'Substantial',
    logInKind: 'professional',
    requesterIds: [],
  })
  const { url } = encodeRedirect({ parameter: 'SAMLRequest', xml: writeXml(request), destination, signWith })
  return app.request(new URL(url.search, new URL(providerPath('nordhavn').singleSignOn, publicUrl)))
}

test('an identity provider shows its people on a request of SEB’s, and on nobody else’s', async () => {
  const shown = await ask(sebKey)
  assert.equal(shown.status, 303)
  assert.match(shown.headers.get('location') ?? '', /^\/sandbox\/idp\/nordhavn\/login\?id=/)
  const strange = await ask(await testKey())
  assert.deepEqual([strange.status, await strange.text()], [400, 'signature-invalid: none of 1 keys'])
  const elsewhere = await ask(sebKey, new URL(providerPath('praksis').singleSignOn, publicUrl))
  assert.deepEqual([elsewhere.status, await elsewhere.text()], [400, 'destination-wrong'])
})

test('a log-in page can be used once', async () => {
  const page = (await ask(sebKey)).headers.get('location') ?? ''
  const id = new URL(page, publicUrl).searchParams.get('id') ?? ''
  const choose = () =>
    app.request(providerPath('nordhavn').logIn, { method: 'POST', body: new URLSearchParams({ id, hvem: 'emil-0' }) })
  const first = await choose()
  assert.equal(first.status, 200)
  assert.match(await first.text(), /name="SAMLResponse"/)
  assert.equal((await choose()).status, 400)
})

test('nobody can be chosen who has no log-in at the provider', async () => {
  const page = (await ask(sebKey)).headers.get('location') ?? ''
  const id = new URL(page, publicUrl).searchParams.get('id') ?? ''
  const body = new URLSearchParams({ id, hvem: 'anna-0' })
  assert.equal((await app.request(providerPath('nordhavn').logIn, { method: 'POST', body })).status, 400)
})
