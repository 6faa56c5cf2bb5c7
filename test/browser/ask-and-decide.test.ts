/**
 * The whole of it, in a browser: a doctor is refused by a service and asks in the same breath, the administrator is mailed and
 * approves with less, and the doctor follows the mail's link into the service with what was given.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { servicePath } from '../../sandbox/addresses.ts'
import { sor } from '../../sandbox/data/organisations.ts'
import { roles } from '../../sandbox/data/roles.ts'
import { services } from '../../sandbox/data/services.ts'
import { mailOf } from '../../sandbox/people/persona.ts'
import { personaByKey } from '../../sandbox/people/personas.ts'
import { serviceText } from '../../sandbox/service/text.ts'
import { signInText } from '../../src/brokering/pages/text.ts'
import { askText } from '../../src/requests/asking/text.ts'
import { decideText } from '../../src/requests/decide/text.ts'
import { mineText } from '../../src/requests/mine/text.ts'
import { fillText } from '../../src/web/fill.ts'
import { startBrowser } from '../support/browser.ts'
import { openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { Team } from './team.ts'
import { beginsWith, type Visitor, type Way } from './visitor.ts'

const nordhavn = { provider: 'nordhavn', kind: 'professional' } as const
const wards = { own: 'Psykiatrisk Afdeling', other: 'Medicinsk Afdeling' }

const ways: Way[] = [
  { language: 'da', width: 1280, by: 'keyboard', scripts: true },
  { language: 'en', width: 375, by: 'mouse', scripts: false },
]

let browser: Browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

for (const way of ways)
  describe(`${way.language}, ${way.width} px, ${way.scripts ? 'by keyboard alone' : 'with scripts off'}`, () => {
    let stage: SandboxStage
    let team: Team
    before(async () => {
      stage = await openSandboxStage()
      team = new Team(browser, stage, way, new Set())
    })
    after(async () => {
      await team.close()
      await stage.close()
    })
    test('refused, asked for, approved with less, and in', () => walk(team))
  })

async function walk(team: Team): Promise<void> {
  const { language, stage } = team
  const [asking, mine, deciding] = [askText[language], mineText[language], decideText[language]]
  const role = roleName(language)

  const emil = await team.atService('emil', 'henvisning', nordhavn, 'refused')
  emil.clicks = 0
  await emil.press(signInText[language].ways.ask.role)
  await emil.press(beginsWith(role))
  // What is his own is filled in already; he asks for more than that, which is not counted below.
  await emil.fill(scopeName(language), `${sor.psychiatricWard}, ${sor.medicalWard}`)
  await emil.fill(asking.need.reason, 'Jeg er tilforordnet på begge afdelinger.')
  await emil.press(asking.need.toCheck)
  await emil.sees(new RegExp(`${wards.own}.*${wards.other}|${wards.other}.*${wards.own}`))
  await emil.press(asking.check.send)
  await emil.sees(mine.told.sendt)
  const sentence = 1
  const wider = 1
  assert.ok(emil.clicks - sentence - wider <= 4, `${emil.clicks} clicks from the refusal to what is sent`)

  const sigrid = await team.administrator('sigrid')
  await follow(sigrid, await newestMailTo(stage, 'sigrid'))
  await sigrid.sees('Jeg er tilforordnet på begge afdelinger.')
  await sigrid.press(beginsWith(deciding.ways.mindre.title))
  await sigrid.fill(scopeName(language), sor.psychiatricWard)
  await sigrid.press(deciding.approve)
  await sigrid.sees(deciding.done.approved)
  sigrid.faultless()

  await follow(emil, await newestMailTo(stage, 'emil'))
  await emil.sees(mine.where.approved)
  await emil.press(fillText(mine.where.goOn, { service: services.henvisning.names[language] }))
  assert.equal(new URL(emil.page.url()).pathname, servicePath('henvisning').page)
  await emil.leave(serviceText[language].logIn)
  await emil.arrive(({ pathname }) => pathname === servicePath('henvisning').page)
  await emil.sees(role)
  await emil.sees(new RegExp(wards.own))
  await emil.seesNot(new RegExp(wards.other))
  await emil.close()
}

/** Where the newest mail to somebody leads. */
async function newestMailTo(stage: SandboxStage, key: string): Promise<URL> {
  const persona = personaByKey(key)
  assert.ok(persona)
  const mail = (await stage.mails()).find(({ to }) => to.email === mailOf(persona))
  const link = mail?.content.blocks.find((block) => typeof block === 'object' && 'link' in block)
  assert.ok(link && typeof link === 'object' && 'link' in link, `a mail with a link to ${key}`)
  return new URL(link.link)
}

async function follow(visitor: Visitor, { pathname, search }: URL): Promise<void> {
  await visitor.go(pathname + search)
  // Where a notice is read by a form, its button leads on.
  if (new URL(visitor.page.url()).pathname === pathname) assert.fail(`nothing followed ${pathname}`)
}

const behandler = roles.henvisning.find(({ key }) => key === 'behandler') ?? assert.fail('no such role')
const roleName = (language: Way['language']): string => behandler.names[language]
const scopeName = (language: Way['language']): string => behandler.scopes[0]?.names[language] ?? ''
