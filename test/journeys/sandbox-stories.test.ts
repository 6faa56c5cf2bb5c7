/** What the front page promises of the people in the sandbox, kept: each log-in ends as its sentence says. */
import assert from 'node:assert/strict'
import { after, test } from 'node:test'
import { servicePath } from '../../sandbox/addresses.ts'
import { organisationNames } from '../../sandbox/data/organisations.ts'
import { roles } from '../../sandbox/data/roles.ts'
import { services } from '../../sandbox/data/services.ts'
import { fullName, type Persona, type Story } from '../../sandbox/people/persona.ts'
import { personaByKey, personas } from '../../sandbox/people/personas.ts'
import { signInText } from '../../src/brokering/pages/text.ts'
import type { Page } from '../interop/user-agent.ts'
import { referenceOn, textOf } from '../support/clinic-stage.ts'
import { newBrowser, openSandboxStage } from '../support/sandbox-stage.ts'

const stage = await openSandboxStage()
after(() => stage.close())

for (const persona of personas) {
  for (const story of persona.stories) {
    test(`${fullName(persona)}, ${persona.title.en}: ${story.promise.en}`, async () => {
      const browser = newBrowser()
      const page = await stage.follow(browser, persona, story)
      switch (story.ends.kind) {
        case 'arrives':
          return arrives(page, persona, story, story.ends.roles)
        case 'chooses': {
          assert.equal(page.url.pathname, '/login/organisation')
          const offered = Object.values(organisationNames).filter((name) => textOf(page).includes(name))
          assert.deepEqual(offered.sort(), [...story.ends.organisations].sort())
          const [chosen = '', ...others] = story.ends.organisations
          const inside = await browser.goOn(await browser.press(page, chosen))
          arrives(inside, persona, story, story.ends.roles)
          assert.ok(textOf(inside).includes(chosen))
          for (const other of others) assert.ok(!textOf(inside).includes(other), `nothing of ${other}`)
          return
        }
        case 'refused':
          return refused(page, story.ends.reason)
      }
    })
  }
}

for (const persona of personas.filter(({ administration }) => administration)) {
  test(`${fullName(persona)} administers: ${persona.administration?.promise.en}`, async () => {
    assert.ok(persona.administration)
    const page = await stage.administer(newBrowser(), persona, persona.administration.way)
    assert.match(textOf(page), /Du handler for/)
  })
}

function arrives(page: Page, persona: Persona, { service }: Story, expected: readonly string[]): void {
  assert.equal(page.url.pathname, servicePath(service).page)
  assert.ok(textOf(page).includes(`Du er logget ind som ${fullName(persona)}`), textOf(page))
  const section = /id="roller">([\s\S]*?)<\/section>/.exec(page.body)?.[1] ?? ''
  for (const { key, names } of roles[service])
    assert.equal(section.includes(`<strong>${names.da}</strong>`), expected.includes(key), `${names.da}: ${section}`)
}

async function refused(page: Page, reason: keyof (typeof signInText)['da']['reasons']): Promise<void> {
  assert.equal(page.url.pathname, '/login/afvist')
  // A suspended account is told of in words of its own.
  const title = reason === 'account-not-active' ? 'Din konto er spærret' : signInText.da.reasons[reason].title
  assert.ok(textOf(page).includes(title), textOf(page))
  const events = await stage.events(referenceOn(page))
  const refusals = events.filter(({ outcome }) => outcome === 'refused')
  assert.deepEqual(
    refusals.map(({ details }) => reasonIn(details)),
    [reason],
  )
}

function reasonIn(details: unknown): unknown {
  return typeof details === 'object' && details !== null && 'reason' in details ? details.reason : null
}

const anna = personaByKey('anna') as Persona
const erhverv = { provider: 'nemlogin', kind: 'professional' } as const

test('the front page leads to the first log-in in three clicks', async () => {
  const browser = newBrowser()
  const front = await browser.get(`${stage.url}/`)
  const [, door = ''] = /href="(\/sandbox\/tjeneste\/medicinkort[^"]*)"/.exec(front.body) ?? []
  const service = await browser.get(new URL(door, stage.url))
  assert.match(textOf(service), /Sådan prøver du Anna Sandbæk Lund/)
  const choose = await browser.press(service, 'Log ind')
  const people = await browser.goOn(await browser.press(choose, 'MitID Erhverv'))
  const inside = await browser.goOn(await browser.press(people, 'Anna Sandbæk Lund'))
  assert.match(textOf(inside), /Du er logget ind som Anna Sandbæk Lund/)
})

test('a service shows what it was told, what it asked for and did not get, and the answer itself', async () => {
  const page = await stage.logIn(newBrowser(), 'medicinkort', anna, erhverv)
  const text = textOf(page)
  assert.match(text, /Autorisation ZZ001, Læge/)
  assert.match(text, /CVR-nummer .*99010004/)
  assert.match(text, /Bad om, men fik ikke .* E-mail/)
  assert.match(text, /&lt;PrivilegeGroup Scope=/)
  assert.match(text, /&lt;saml:Assertion ID=/)
})

test('a second service lets the same person in without asking, under another name', async () => {
  const browser = newBrowser()
  const first = await stage.logIn(browser, 'medicinkort', anna, erhverv)
  const second = await browser.goOn(await browser.press(await stage.open(browser, 'henvisning'), 'Log ind'))
  assert.equal(second.url.pathname, servicePath('henvisning').page)
  assert.match(textOf(second), /Henviser/)
  assert.notEqual(nameIdOn(first), nameIdOn(second))
})

test('the same service knows the person again at the next log-in', async () => {
  const [first, second] = [newBrowser(), newBrowser()]
  const one = await stage.logIn(first, 'medicinkort', anna, erhverv)
  const other = await stage.logIn(second, 'medicinkort', anna, erhverv)
  assert.equal(nameIdOn(one), nameIdOn(other))
})

function nameIdOn(page: Page): string {
  const [, name = ''] =
    /(https:\/\/data\.gov\.dk\/model\/core\/eid\/professional\/uuid\/[0-9a-f-]{36})/.exec(page.body) ?? []
  assert.notEqual(name, '')
  return name
}

test('several tabs at once finish each on its own, in any order', async () => {
  const browser = newBrowser()
  const dorte = personaByKey('dorte') as Persona
  const vesterfjord = { provider: 'vesterfjord', kind: 'professional' } as const
  const first = await stage.toProvider(browser, 'medicinkort', vesterfjord)
  const second = await stage.toProvider(browser, 'henvisning', vesterfjord)
  const later = await stage.choose(browser, second, dorte, vesterfjord)
  const earlier = await stage.choose(browser, first, dorte, vesterfjord)
  assert.match(textOf(later), /Behandler/)
  assert.match(textOf(earlier), /Sygeplejerske/)
})

test('a service that may show nothing is told no, and says so in words', async () => {
  const browser = newBrowser()
  const page = await browser.goOn(await browser.get(`${stage.url}${servicePath('medicinkort').logIn}?tavst=1`))
  assert.equal(page.url.pathname, servicePath('medicinkort').page)
  assert.match(textOf(page), /Responder\/NoPassive/)
})

test('a service that names a provider comes straight to it, and one that is not activated is told no', async () => {
  const browser = newBrowser()
  const there = await browser.goOn(
    await browser.get(`${stage.url}${servicePath('indberetning').logIn}?udbyder=nordhavn`),
  )
  assert.match(textOf(there), /Du er nu hos Region Nordhavn/)
  const nowhere = await browser.get(`${stage.url}${servicePath('indberetning').logIn}?udbyder=vesterfjord`)
  assert.equal(nowhere.url.pathname, '/login/afvist')
})

test('a log-in that is weaker than the request asks for is refused by NemLog-in itself', async () => {
  const browser = newBrowser()
  const ida = personaByKey('ida') as Persona
  const door = await browser.get(`${stage.url}${servicePath('indberetning').logIn}?niveau=High`)
  const people = await browser.goOn(await browser.press(door, 'MitID Erhverv'))
  assert.match(textOf(people), /Ida Munkholm jordemoder .*? Når kun niveau Betydelig/)
  await refused(await stage.choose(browser, people, ida, erhverv), 'level-too-low')
})

test('giving up at the provider leads back to SEB, and from there to the service', async () => {
  const browser = newBrowser()
  const people = await stage.toProvider(browser, 'medicinkort', erhverv)
  const page = await browser.goOn(await browser.press(people, 'Afbryd'))
  assert.match(textOf(page), new RegExp(signInText.da.reasons.cancelled.title))
  const back = await browser.goOn(await browser.press(page, 'Gå tilbage til Fælles Medicinkort'))
  assert.equal(back.url.pathname, servicePath('medicinkort').page)
  assert.match(textOf(back), /Responder\/AuthnFailed/)
})

test('every service is one that people can be found for', () => {
  for (const key of Object.keys(services))
    assert.ok(personas.some(({ stories }) => stories.some(({ service }) => service === key)))
})
