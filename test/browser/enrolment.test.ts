/**
 * A clinic that SEB does not know, from nothing to a role at work: enrolled and signed with MitID Erhverv, or on paper, approved,
 * taken in hand by its administrator, who gives the first role; and then another service, asked for by its security officer.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { providerPath } from '../../sandbox/addresses.ts'
import { newClinic, organisationNames } from '../../sandbox/data/organisations.ts'
import { roles } from '../../sandbox/data/roles.ts'
import { type ServiceKey, services } from '../../sandbox/data/services.ts'
import { known } from '../../sandbox/people/log-ins.ts'
import { fullName } from '../../sandbox/people/persona.ts'
import { personaByKey } from '../../sandbox/people/personas.ts'
import { assignText } from '../../src/access/admin/assign/text.ts'
import { employeesText } from '../../src/access/admin/employees/text.ts'
import { inviteText } from '../../src/access/admin/invite/text.ts'
import { adminText } from '../../src/access/admin/pages/text.ts'
import { invitationText } from '../../src/access/invitations/text.ts'
import { grantsText } from '../../src/access/management/grants/text.ts'
import { managementText } from '../../src/access/management/text.ts'
import { newServiceText } from '../../src/access/new-service/text.ts'
import { accessNotices } from '../../src/access/telling/access-notices.ts'
import { decideText } from '../../src/enrolment/decide/text.ts'
import { fillingText } from '../../src/enrolment/filling/text.ts'
import { paperText } from '../../src/enrolment/papers/text.ts'
import { progressText } from '../../src/enrolment/progress/text.ts'
import { signingText } from '../../src/enrolment/signing/text.ts'
import { fillText } from '../../src/web/fill.ts'
import { startBrowser } from '../support/browser.ts'
import { openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { logIn } from './sandbox-visit.ts'
import { Team } from './team.ts'
import { beginsWith, type Visitor, type Way } from './visitor.ts'

type How = 'signed' | 'on paper'

const ways: (Way & { how: How })[] = [
  { language: 'da', width: 1280, by: 'keyboard', scripts: true, how: 'signed' },
  { language: 'en', width: 375, by: 'mouse', scripts: false, how: 'on paper' },
  { language: 'en', width: 375, by: 'mouse', scripts: true, how: 'signed' },
  { language: 'da', width: 1280, by: 'mouse', scripts: false, how: 'on paper' },
]

let browser: Browser
before(async () => {
  browser = await startBrowser()
})
after(() => browser.close())

for (const way of ways)
  describe(`${way.language}, ${way.width} px, ${way.scripts ? `by ${way.by}` : 'with scripts off'}, ${way.how}`, () => {
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
    test('from nothing to the first role, and then another service', () => walk(team, way.how))
  })

const clinic = organisationNames[newClinic] ?? ''
const [sor, ydernummer] = ['990100000000101', '990110']
const mail = 'henrik@laegernevedaaen.example'
const henrikName = fullName(personaByKey('henrik') ?? assert.fail('no Henrik'))
const theaName = fullName(personaByKey('thea') ?? assert.fail('no Thea'))
const mitId = { provider: 'nemlogin', kind: 'professional' } as const

async function walk(team: Team, how: How): Promise<void> {
  const { language } = team
  const henrik = await team.newcomer()
  await enrol(henrik, language)
  if (how === 'signed') await signHere(henrik, language)
  else await signOnPaper(henrik, language)
  const { fields, characters, words } = henrik.effort
  assert.ok(fields <= 25, `${fields} fields`)
  // Read at 200 words a minute, every page that was shown and every word on it, and typed at 40 words of five letters.
  const minutes = words / 200 + characters / 200
  if (how === 'signed')
    assert.ok(minutes <= 10, `${minutes.toFixed(1)} minutes for ${words} words and ${characters} characters`)

  await approve(team)
  await takeInHand(henrik, team)
  await giveRole(henrik, team, 'medicinkort', 'medhjaelp')
  const atWork = await team.atService('thea', 'medicinkort', mitId)
  await atWork.sees(roleName('medicinkort', 'medhjaelp', language))
  await atWork.close()

  await askForAnother(henrik, team)
  const refused = await team.atService('thea', 'henvisning', mitId, 'refused')
  await refused.close()
  await henrik.close()
}

async function enrol(henrik: Visitor, language: Way['language']): Promise<void> {
  const text = fillingText[language]
  await henrik.go('/tilmeld')
  await henrik.fill(text.start.name, henrikName)
  await henrik.fill(text.start.email, mail)
  await henrik.press(text.start.button)
  const { organisation, people } = text
  const goOn = () => henrik.press(text.next, henrik.page.locator('main .seb-actions'))
  await henrik.fill(organisation.cvr, newClinic)
  await henrik.fill(organisation.name, clinic)
  await henrik.choose(organisation.kind, managementText[language].kinds['general-practice'])
  await henrik.fill(organisation.address, 'Åstien 4, 9999 Vesterfjord')
  await henrik.fill(fillText(organisation.optional, { label: organisation.sor }), sor)
  await henrik.fill(fillText(organisation.optional, { label: organisation.ydernummer }), ydernummer)
  await goOn()
  await henrik.fill(people.name, henrikName)
  await henrik.fill(people.email, mail)
  await henrik.fill(people.phone, '99 40 12 65')
  await henrik.fill(people.function, 'Læge og indehaver')
  for (const question of [people.whoChief, people.whoSigner])
    await henrik.tick(people.is.sikkerhed, henrik.page.getByRole('group', { name: question }))
  await goOn()
  await henrik.tick(beginsWith(services.medicinkort.names[language]))
  await goOn()
  await henrik.sees(ydernummer)
}

async function signHere(henrik: Visitor, language: Way['language']): Promise<void> {
  const text = signingText[language]
  await henrik.leave(fillingText[language].check.signSelf)
  await through(henrik, 'henrik', language, ({ pathname }) => pathname === '/tilmeld/underskriv/bekraeft')
  await henrik.tick(fillText(text.sign.may, { organisation: clinic }))
  await henrik.press(text.sign.button)
  await henrik.sees(text.signed.title)
  const pdf = await henrik.download(text.signed.pdf)
  assert.equal(pdf.toString('latin1', 0, 5), '%PDF-')
}

async function signOnPaper(henrik: Visitor, language: Way['language']): Promise<void> {
  const text = progressText[language]
  await henrik.press(fillingText[language].check.usePaper)
  const pdf = await henrik.download(text.paper.pdf)
  const label = paperText[language].upload.label
  await henrik.upload(label, { name: 'IMG_0042.jpg', mimeType: 'image/jpeg', buffer: heic })
  await henrik.press(text.paper.upload)
  await henrik.sees(paperText[language].refused.heic)
  // As it comes back from the scanner: what it shows is for people to look at.
  await henrik.upload(label, { name: 'scan.pdf', mimeType: 'application/pdf', buffer: pdf })
  await henrik.press(text.paper.upload)
  await henrik.sees(text.states['paper-received'].title)
}

async function approve(team: Team): Promise<void> {
  const text = decideText[team.language]
  const rikke = await team.administrator('rikke')
  await rikke.menu(text.title)
  await rikke.press(clinic)
  await rikke.press(fillText(text.approveButton, { organisation: clinic }))
  await rikke.sees(text.done.godkendt)
  rikke.faultless()
}

async function takeInHand(henrik: Visitor, team: Team): Promise<void> {
  const text = invitationText[team.language]
  const link = await newestLink(team.stage, /overbrugeradministrator|chief administrator/)
  await henrik.go(link.pathname + link.search)
  await henrik.leave(text.landing.button)
  await through(henrik, 'henrik', team.language, ({ pathname }) => pathname === '/invitation/bekraeft')
  await henrik.press(text.confirm.button)
}

async function giveRole(henrik: Visitor, { language }: Team, service: ServiceKey, role: string): Promise<void> {
  const [text, assign] = [inviteText[language], assignText[language]]
  await henrik.go('/admin')
  await henrik.press(text.create)
  await henrik.fill(text.name, theaName)
  await henrik.tick(text.ways.rid)
  await henrik.fill(text.rid, known(33).rid)
  await henrik.press(text.createNow)
  await henrik.sees(employeesText[language].done['medarbejder-oprettet'])
  await henrik.press(assign.assign)
  await henrik.press(beginsWith(roleName(service, role, language)))
  await henrik.fill(assign.reason, 'Ansat i klinikken')
  await henrik.press(assign.toCheck)
  await henrik.sees(assign.works)
  await henrik.press(assign.give)
  await henrik.sees(employeesText[language].done['rolle-givet'])
}

async function askForAnother(henrik: Visitor, team: Team): Promise<void> {
  const { language } = team
  const [text, grants] = [newServiceText[language], grantsText[language]]
  const service = services.henvisning.names[language]
  const act = async (capacity: 'security-officer' | 'chief-administrator') => {
    await henrik.go('/admin/handl-for')
    await henrik.press(new RegExp(adminText[language].capacities[capacity]))
  }
  await act('security-officer')
  await henrik.menu(text.title)
  await henrik.press(text.ask)
  await henrik.press(beginsWith(`${text.choose.pick} ${service}`))
  await henrik.fill(text.form.people, '2')
  await henrik.fill(text.form.why, 'Vi henter henvisninger.')
  await henrik.press(text.form.send)
  await henrik.sees(text.request.waits)

  const rikke = await team.administrator('rikke')
  await rikke.menu(text.managed.title)
  await rikke.press(clinic)
  await rikke.sees('Vi henter henvisninger.')
  await rikke.press(text.managed.give)
  await rikke.press(grants.seeEffect)
  await rikke.press(grants.giveNow)
  rikke.faultless()

  await henrik.page.reload()
  await henrik.sees(text.states.granted)
  await act('chief-administrator')
  const subject = fillText(accessNotices['grant.given'].words[language].subject, { organisation: clinic, service })
  const link = await newestLink(team.stage, subject)
  await henrik.go(link.pathname + link.search)
  assert.equal(new URL(henrik.page.url()).pathname, '/admin/roller')
  await henrik.sees(roleName('henvisning', 'laeseadgang', language))
}

/** Logs in where it is asked for; whoever is logged in goes straight through. */
async function through(
  visitor: Visitor,
  key: string,
  language: Way['language'],
  there: (url: URL) => boolean,
): Promise<void> {
  const stops = ['/login/vaelg', providerPath('nemlogin').logIn]
  await visitor.arrive((url) => there(url) || stops.includes(url.pathname))
  if (!there(new URL(visitor.page.url()))) await logIn(visitor, key, mitId, language, there)
}

/** Where the newest mail of a kind leads. */
async function newestLink(stage: SandboxStage, subject: string | RegExp): Promise<URL> {
  const mails = (await stage.mails()).filter(({ to }) => to.email === mail)
  const one = mails.find(({ content }) =>
    typeof subject === 'string' ? content.subject === subject : subject.test(content.subject),
  )
  const block = one?.content.blocks.find((part) => typeof part === 'object' && 'link' in part)
  if (typeof block === 'object' && 'link' in block) return new URL(block.link)
  return assert.fail(`no mail ${subject} among ${mails.map(({ content }) => content.subject).join(', ')}`)
}

function roleName(service: ServiceKey, key: string, language: Way['language']): string {
  return roles[service].find((role) => role.key === key)?.names[language] ?? assert.fail(`no role ${key}`)
}

const heic = Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1')
