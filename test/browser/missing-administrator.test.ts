/**
 * The whole of it, in a browser: the only administrator of a clinic is gone, an employee says so, the desk finds out who it should be and
 * asks system management, which appoints, and the desk answers.
 */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { organisationsText } from '../../src/access/management/organisations/text.ts'
import { casesText } from '../../src/desk/cases/text.ts'
import { missingText } from '../../src/desk/missing/text.ts'
import { fillText } from '../../src/web/fill.ts'
import { startBrowser } from '../support/browser.ts'
import { openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { Team } from './team.ts'
import type { Way } from './visitor.ts'

const work = { provider: 'nemlogin', kind: 'professional' } as const
const clinic = 'Lægerne i Havnegade'

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
      // She has left, and nobody else is there to administer.
      const left = { ended_at: stage.clock.now() }
      await stage.db
        .updateTable('administrator_appointment')
        .set(left)
        .where('account_id', 'in', accountsOfClinic())
        .execute()
      team = new Team(browser, stage, way, new Set())
    })
    after(async () => {
      await team.close()
      await stage.close()
    })
    const accountsOfClinic = () =>
      stage.db
        .selectFrom('account')
        .innerJoin('organisation', 'organisation.id', 'account.organisation_id')
        .select('account.id')
        .where('organisation.name', '=', clinic)
    test('a missing administrator is told of, appointed with proof, and the one who asked is answered', () =>
      walk(team))
  })

async function walk(team: Team): Promise<void> {
  const { language, stage } = team
  const [missing, cases] = [missingText[language], casesText[language]]
  const title = fillText(missing.subject, { organisation: clinic })

  const anna = await team.atService('anna', 'medicinkort', work)
  await anna.go('/mig/administrator')
  await anna.sees(missing.none)
  await anna.tick(missing.reasons.gone)
  await anna.fill(missing.phone, '12 34 56 78')
  await anna.fill(missing.words, 'Birgit stoppede i fredags.')
  await anna.press(missing.send)
  await anna.sees(/[0-9A-Z]{4} [0-9A-Z]{4}/)
  await anna.close()

  const gerda = await team.administrator('gerda')
  await gerda.go('/desk')
  await gerda.press(title)
  await gerda.sees(cases.organisation.hasNone)
  await gerda.sees('Birgit stoppede i fredags.')
  await gerda.press(cases.deeds.take)
  await gerda.tick(/Anna/)
  await gerda.tick(cases.handOver.proofs.called)
  await gerda.press(cases.handOver.send)
  await gerda.sees(cases.done.overdrag)

  const rikke = await team.administrator('rikke')
  await rikke.go(new URL(gerda.page.url()).pathname)
  await rikke.press(cases.handOver.appoint)
  await rikke.press(new RegExp(`^${organisationsText[language].appoint}.*Anna`))
  await rikke.sees(/Anna/)

  await gerda.go(new URL(gerda.page.url()).pathname)
  await gerda.sees(cases.thread.appointed)
  await gerda.choose(cases.answer.draft, cases.drafts.appointed.name)
  await gerda.press(cases.answer.insert)
  await gerda.tick(cases.answer.next.resolved)
  await gerda.press(cases.answer.send)
  await gerda.sees(cases.done.svar)
  gerda.faultless()
  rikke.faultless()

  const answered = (await stage.mails()).find(({ content }) => content.subject.includes(title))
  assert.ok(answered?.content.subject.startsWith('[SEB '), 'an answer by mail')
}
