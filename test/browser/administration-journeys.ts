/**
 * What people do in the administration, and what it means at the next log-in: each journey on a desktop and a telephone, by
 * keyboard alone and with scripts off. Those who come the same way share a sandbox and their log-ins.
 */

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { cvr, organisationNames } from '../../sandbox/data/organisations.ts'
import { type ProviderKey, providers } from '../../sandbox/data/providers.ts'
import { roles } from '../../sandbox/data/roles.ts'
import { type ServiceKey, services } from '../../sandbox/data/services.ts'
import { known } from '../../sandbox/people/log-ins.ts'
import { serviceText } from '../../sandbox/service/text.ts'
import { assignText } from '../../src/access/admin/assign/text.ts'
import { workBulkJobs } from '../../src/access/admin/bulk/bulk.job.ts'
import { bulkText } from '../../src/access/admin/bulk/text.ts'
import { changeText } from '../../src/access/admin/change/text.ts'
import { employeesText } from '../../src/access/admin/employees/text.ts'
import { inviteText } from '../../src/access/admin/invite/text.ts'
import { overviewText } from '../../src/access/admin/overview/text.ts'
import { rolesText as ownRolesText } from '../../src/access/admin/roles/text.ts'
import { simulatorText } from '../../src/access/admin/simulator/text.ts'
import { grantsText } from '../../src/access/management/grants/text.ts'
import { organisationsText } from '../../src/access/management/organisations/text.ts'
import { changesText } from '../../src/access/management/services/changes/text.ts'
import { rolesText } from '../../src/access/management/services/roles/text.ts'
import { servicesText } from '../../src/access/management/services/text.ts'
import { managementText } from '../../src/access/management/text.ts'
import { writeDay } from '../../src/base/danish-time.ts'
import { signInText } from '../../src/brokering/pages/text.ts'
import { fillText } from '../../src/web/fill.ts'
import { startBrowser } from '../support/browser.ts'
import { notifyDeps } from '../support/notify-deps.ts'
import { type Way as LogInWay, openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { Team } from './team.ts'
import { beginsWith, type Visitor, type Way } from './visitor.ts'

const journeys: Readonly<Record<string, (team: Team) => Promise<void>>> = {
  'somebody who is new gets a role ahead, and logs in with it': giveNewcomerRole,
  'a grant is cut when its effect has been seen, and the next log-in is without it': cutGrant,
  'a service owner asks for another role, and it shows once it is approved': changeRole,
  'a bulk change is carried out, and undone as a whole': undoBulkChange,
  'the simulator shows the list of privileges that the next log-in sends, byte for byte': simulate,
  // The clock goes on by a day, and with it end the sessions: last.
  'a role ends, and the next log-in is without it': letRoleEnd,
}

/** To be called at the top of a test file: each language has one, so that they run side by side. */
export function walkIn(language: Way['language']): void {
  let browser: Browser
  before(async () => {
    browser = await startBrowser()
  })
  after(() => browser.close())
  for (const width of [1280, 375] as const) {
    // Nobody's scripts change what axe looks at, so it sees each page once; without scripts there are a few more.
    const looked = new Set<string>()
    for (const way of [
      { language, width, by: 'keyboard', scripts: true },
      { language, width, by: 'mouse', scripts: false },
    ] satisfies Way[])
      walk(way, looked, () => browser)
  }
}

function walk(way: Way, looked: Set<string>, browser: () => Browser): void {
  describe(`${way.width} px, ${way.scripts ? 'by keyboard alone' : 'with scripts off'}`, () => {
    let stage: SandboxStage
    let team: Team
    before(async () => {
      stage = await openSandboxStage()
      team = new Team(browser(), stage, way, looked)
    })
    after(async () => {
      await team.close()
      await stage.close()
    })
    for (const [name, journey] of Object.entries(journeys)) test(name, () => journey(team))
  })
}

const at = (provider: ProviderKey): LogInWay => ({ provider, kind: 'professional' })
const roleOf = (service: ServiceKey, key: string) =>
  roles[service].find((role) => role.key === key) ?? assert.fail(`${service} has no role ${key}`)

async function findEmployee(visitor: Visitor, name: string, { language }: Team): Promise<void> {
  await visitor.fill(overviewText[language].find, name)
  await visitor.press(overviewText[language].findNow)
}

async function giveNewcomerRole(team: Team): Promise<void> {
  const { language } = team
  const [text, assign] = [inviteText[language], assignText[language]]
  const role = roleOf('henvisning', 'behandler').names[language]
  const sigrid = await team.administrator('sigrid')
  await sigrid.press(text.create)
  await sigrid.fill(text.name, 'Karim Overby')
  await sigrid.choose(employeesText[language].unit, 'Medicinsk Afdeling')
  await sigrid.tick(text.ways.rid)
  await sigrid.fill(text.rid, known(11).rid)
  await sigrid.press(text.createNow)
  await sigrid.sees(employeesText[language].done['medarbejder-oprettet'])
  await sigrid.press(assign.assign)
  await sigrid.press(beginsWith(role))
  await sigrid.fill(assign.reason, 'Ny på afdelingen')
  await sigrid.press(assign.toCheck)
  await sigrid.sees('Medicinsk Afdeling')
  await sigrid.sees(assign.works)
  await sigrid.press(assign.give)
  await sigrid.sees(employeesText[language].done['rolle-givet'])
  sigrid.faultless()

  const karim = await team.atService('karim', 'henvisning', at('nordhavn'))
  await karim.sees(role)
  await karim.sees(/Medicinsk Afdeling/)
  await karim.close()
}

async function letRoleEnd(team: Team): Promise<void> {
  const { language, stage } = team
  const role = roleOf('medicinkort', 'laege').names[language]
  const [text, assign] = [changeText[language], assignText[language]]
  const birgit = await team.administrator('birgit')
  await findEmployee(birgit, 'Anna Sandbæk', team)
  await birgit.press(`${text.link} ${role}`)
  await birgit.fill(assign.until, writeDay(stage.clock.now()))
  await birgit.press(text.toCheck)
  await birgit.press(text.save)
  await birgit.sees(employeesText[language].done['rolle-rettet'])
  birgit.faultless()

  const today = await team.atService('anna', 'medicinkort', at('nemlogin'))
  await today.sees(role)
  await today.close()
  stage.clock.moveMinutes(24 * 60)
  const tomorrow = await team.atService('anna', 'medicinkort', at('nemlogin'), 'refused')
  await tomorrow.sees(signInText[language].reasons['role-ended'].title)
  await tomorrow.close()
}

async function cutGrant(team: Team): Promise<void> {
  const { language } = team
  const [shared, text, grants] = [managementText[language], organisationsText[language], grantsText[language]]
  const clinic = organisationNames[cvr.physiotherapy] ?? ''
  const before = await team.atService('nina', 'henvisning', at('nemlogin'))
  await before.sees(roleOf('henvisning', 'behandler').names[language])
  await before.close()

  const rikke = await team.administrator('rikke')
  await rikke.menu(text.title)
  await rikke.fill(text.search, 'Fysio')
  await rikke.press(shared.show)
  await rikke.press(clinic)
  await rikke.press(`${text.takeBack} ${services.henvisning.names[language]}`)
  await rikke.sees(fillText(grants.loss, { rights: shared.rightsOne, people: shared.peopleOne }))
  await rikke.press(grants.takeBackNow)
  await rikke.sees(text.done['taget-tilbage'])
  rikke.faultless()

  const refused = await team.atService('nina', 'henvisning', at('nemlogin'), 'refused')
  await refused.sees(signInText[language].reasons['service-not-granted'].title)
  await refused.close()
}

async function changeRole(team: Team): Promise<void> {
  const { language } = team
  const [text, changes, own] = [rolesText[language], changesText[language], servicesText[language]]
  const old = roleOf('henvisning', 'laeseadgang')
  const names = { da: 'Kan læse henvisninger', en: 'May read referrals' }
  const viggo = await team.administrator('viggo')
  await viggo.press(old.names[language])
  await viggo.press(text.change)
  await viggo.fill(text.nameDa, names.da)
  await viggo.fill(text.nameEn, names.en)
  await viggo.fill(changes.askReason, 'Man skal kunne se på navnet, hvad rollen giver.')
  await viggo.press(text.ask)
  await viggo.sees(own.done.sendt)

  const rikke = await team.administrator('rikke')
  await rikke.menu(changes.title)
  await rikke.press(fillText(changes.parts.role, { role: old.names[language] }))
  const difference = rikke.page.getByRole('row', { name: names[language] })
  for (const value of [changes.fields.nameDa, changes.fields.nameEn])
    assert.equal(await rikke.page.getByRole('rowheader', { name: value }).count(), 1, value)
  assert.match((await difference.textContent()) ?? '', new RegExp(old.names[language]))
  await rikke.press(changes.approve)
  await rikke.sees(own.done.godkendt)
  rikke.faultless()

  await viggo.go('/admin')
  await viggo.sees(names[language])
  await viggo.seesNot(old.names[language])
  viggo.faultless()
  const birgit = await team.administrator('birgit')
  await birgit.menu(ownRolesText[language].title)
  await birgit.sees(names[language])
  birgit.faultless()
}

async function undoBulkChange(team: Team): Promise<void> {
  const { language, stage } = team
  const text = bulkText[language]
  const deps = { db: stage.db, ...notifyDeps(stage.clock) }
  const rows = [
    'handling;rid;navn;enhed;tjeneste;rolle',
    `giv;${known(1).rid};;;henvisning;laeseadgang`,
    'opret;99000991;Ny Kollega;klinik;;',
    'giv;99000991;;;henvisning;laeseadgang',
  ]
  const birgit = await team.administrator('birgit')
  await birgit.menu(text.title)
  await birgit.fill(text.pasted, rows.join('\n'))
  await birgit.fill(text.reason, 'Alle skal kunne læse med')
  await birgit.press(text.check)
  await birgit.sees(/Ny Kollega/)
  await birgit.press(fillText(text.apply, { count: 3 }))
  const { pathname } = new URL(birgit.page.url())
  // The page shows by itself how far it has come.
  const carriedOut = async (outcome: string) => {
    await workBulkJobs(deps)
    await birgit.sees(outcome)
    await birgit.look()
  }
  await carriedOut(fillText(text.applied, { count: 3 }))
  await birgit.press('Anna Sandbæk Lund')
  await birgit.sees('Alle skal kunne læse med')
  await birgit.seesNot(employeesText[language].noEffect)
  await birgit.go(pathname)
  await birgit.press(text.undo)
  await birgit.sees(fillText(text.undoCount, { count: 3 }))
  await birgit.press(text.undo)
  await carriedOut(fillText(text.undone, { count: 3 }))
  await birgit.press('Anna Sandbæk Lund')
  await birgit.sees(employeesText[language].noEffect)
  await birgit.go(pathname)
  await birgit.press('Ny Kollega')
  await birgit.sees(employeesText[language].states.ended)
  birgit.faultless()
}

async function simulate(team: Team): Promise<void> {
  const { language } = team
  const text = simulatorText[language]
  const sigrid = await team.administrator('sigrid')
  await findEmployee(sigrid, 'Emil Thorhauge', team)
  await sigrid.press(text.link)
  await sigrid.press(services.indberetning.names[language])
  await sigrid.choose(text.way, providers.nordhavn.names[language])
  await sigrid.press(text.show)
  await sigrid.unfold(text.technical)
  const simulated = (await sigrid.page.locator('#rettighedsliste').textContent())?.trim()
  sigrid.faultless()

  const emil = await team.atService('emil', 'indberetning', at('nordhavn'))
  const [summary = ''] = serviceText[language].received.asSent.split('{')
  await emil.unfold(beginsWith(summary))
  const sent = await emil.page.locator('details[open] .sb-code--long').textContent()
  assert.ok(sent)
  assert.equal(simulated, sent)
  await emil.close()
}
