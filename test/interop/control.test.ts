/** A control without SEB: the peers understand one another, so what fails between them and SEB is worth looking at. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { changeOneByte } from './change-one-byte.ts'
import { startMellon } from './peers/mellon-service.ts'
import { startNodeSaml } from './peers/node-saml-service.ts'
import { employeeAttributes, employeeNameId } from './peers/provider-peer.ts'
import { startPysaml2 } from './peers/pysaml2-service.ts'
import { startSamlp } from './peers/samlp-provider.ts'
import { startShibboleth } from './peers/shibboleth-service.ts'
import { samlForm, UserAgent } from './user-agent.ts'

const services = {
  'Shibboleth SP': startShibboleth,
  mod_auth_mellon: startMellon,
  pysaml2: startPysaml2,
  'node-saml': startNodeSaml,
}

for (const [name, start] of Object.entries(services)) {
  test(`${name} and samlp log a person in without SEB, and ${name} refuses an answer with one byte changed`, async () => {
    // The provider reads the service's metadata when it is asked, by which time there is some.
    const known = { entityId: '', metadata: '' }
    await using provider = await startSamlp('127.0.0.2', known)
    await using service = await start('127.0.0.3', provider)
    Object.assign(known, { entityId: service.entityId, metadata: service.metadata })

    const agent = new UserAgent()
    const form = samlForm(await agent.get(service.logIn))
    assert.ok(form, await provider.log())
    const refused = await agent.submit(changeOneByte(form, 'the encrypted assertion'))
    assert.equal(service.read(refused), undefined)
    assert.equal(service.read(await agent.get(service.received)), undefined)

    const another = new UserAgent()
    const page = await another.goOn(await another.get(service.logIn))
    assert.deepEqual(service.read(page), { nameId: employeeNameId, attributes: employeeAttributesAsLists })
  })
}

const employeeAttributesAsLists = Object.fromEntries(
  Object.entries(employeeAttributes).map(([name, value]) => [name, [value]]),
)
