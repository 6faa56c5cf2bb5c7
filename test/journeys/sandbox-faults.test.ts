/** Every fault the switchboard can make is refused by SEB, with its page, a reference and an audit event; then all is well again. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { sandboxPaths, servicePath } from '../../sandbox/addresses.ts'
import { providers } from '../../sandbox/data/providers.ts'
import { type FaultKey, faultKeys, faults } from '../../sandbox/idp/faults.ts'
import { switchboardFields } from '../../sandbox/pages/switchboard.page.tsx'
import { sandboxText } from '../../sandbox/pages/text.ts'
import type { Persona } from '../../sandbox/people/persona.ts'
import { personaByKey } from '../../sandbox/people/personas.ts'
import { signInText } from '../../src/brokering/pages/text.ts'
import type { UserAgent } from '../interop/user-agent.ts'
import { referenceOn, textOf } from '../support/clinic-stage.ts'
import { newBrowser, openSandboxStage } from '../support/sandbox-stage.ts'

const stage = await openSandboxStage()
after(() => stage.close())
const emil = personaByKey('emil') as Persona
const nordhavn = { provider: 'nordhavn', kind: 'professional' } as const

for (const fault of faultKeys) {
  test(`${sandboxText.en.faults[fault]}: refused`, async () => {
    const browser = newBrowser()
    if (faults[fault].kind === 'replay') await loggedInOnce(browser)
    await set(browser, fault)
    const people = await stage.toProvider(browser, 'medicinkort', nordhavn, { nyt: '1' })
    assert.match(textOf(people), /Det næste svar bliver forkert/)
    const page = await stage.choose(browser, people, emil, nordhavn)

    const { ends } = faults[fault]
    assert.equal(page.url.pathname, ends === 'unknown' ? '/saml/acs' : '/login/afvist')
    assert.ok(
      textOf(page).includes(signInText.da.reasons[ends === 'unknown' ? 'answer-wrong' : ends].title),
      textOf(page),
    )
    const events = await stage.events(referenceOn(page))
    assert.ok(events.some(({ outcome }) => outcome === 'refused'))

    const again = await stage.logIn(newBrowser(), 'medicinkort', emil, nordhavn)
    assert.match(textOf(again), /Du er logget ind som Emil Thorhauge/)
  })
}

test('a fault is for one answer only, and can be tried again from SEB’s page', async () => {
  const browser = newBrowser()
  await set(browser, 'wrong-audience')
  const refused = await stage.logIn(browser, 'medicinkort', emil, nordhavn)
  const [, again = ''] = /href="(\/login\/igen[^"]*)"/.exec(refused.body) ?? []
  const page = await browser.goOn(await browser.get(new URL(again, stage.url)))
  assert.match(textOf(page), /Du er logget ind som Emil Thorhauge/)
})

test('a fault in one browser is not noticed in another', async () => {
  await set(newBrowser(), 'wrong-key')
  const page = await stage.logIn(newBrowser(), 'medicinkort', emil, nordhavn)
  assert.match(textOf(page), /Du er logget ind som Emil Thorhauge/)
})

async function set(browser: UserAgent, fault: FaultKey): Promise<void> {
  const board = await browser.get(`${stage.url}${sandboxPaths.switchboard}`)
  const form = board.forms.find(({ fields }) => fields[switchboardFields.provider] === 'nordhavn')
  assert.ok(form, `no switch for ${providers.nordhavn.names.da}`)
  const saved = await browser.submit({ ...form, fields: { ...form.fields, [switchboardFields.fault]: fault } })
  assert.ok(textOf(saved).includes(sandboxText.da.faults[fault]))
}

/** So that there is an answer to be sent once more. */
async function loggedInOnce(browser: UserAgent): Promise<void> {
  const inside = await stage.logIn(browser, 'indberetning', emil, nordhavn)
  assert.equal(inside.url.pathname, servicePath('indberetning').page)
}
