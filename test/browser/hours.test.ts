/** A role comes to hold at certain times of the week, by keyboard on a telephone, and whoever comes at another time is told when to come. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { roles } from '../../sandbox/data/roles.ts'
import { assignText } from '../../src/access/admin/assign/text.ts'
import { changeText } from '../../src/access/admin/change/text.ts'
import { employeesText } from '../../src/access/admin/employees/text.ts'
import { overviewText } from '../../src/access/admin/overview/text.ts'
import { hoursText } from '../../src/access/hours/text.ts'
import { minuteOfWeek } from '../../src/base/danish-time.ts'
import { signInText } from '../../src/brokering/pages/text.ts'
import { formatHours } from '../../src/web/format-weekly-hours.ts'
import { startBrowser } from '../support/browser.ts'
import { openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { Team } from './team.ts'

let [browser, stage, team] = [] as unknown as [Browser, SandboxStage, Team]
before(async () => {
  browser = await startBrowser()
  stage = await openSandboxStage()
  team = new Team(browser, stage, { language: 'da', width: 375, by: 'keyboard', scripts: true }, new Set())
})
after(async () => {
  await team.close()
  await stage.close()
  await browser.close()
})

test('a role is limited to a shift, and outside it the person is told when the next one is', async () => {
  const text = hoursText.da
  const role = roles.medicinkort.find(({ key }) => key === 'laege')?.names.da ?? assert.fail()
  const tomorrow = (Math.floor(minuteOfWeek(stage.clock.now()) / 1440) + 1) % 7
  const shift = [{ days: [tomorrow + 1], from: '15:00', until: '15:30' }]
  const [day] = formatHours(shift, 'da').split(' ')
  const birgit = await team.administrator('birgit')
  await birgit.fill(overviewText.da.find, 'Anna Sandbæk')
  await birgit.press(overviewText.da.findNow)
  await birgit.press(`${changeText.da.link} ${role}`)
  await birgit.unfold(text.summary)
  await birgit.tick(day ?? '')
  await birgit.fill(text.from, '15:00')
  await birgit.press(changeText.da.toCheck)
  await birgit.sees(text.mistakes['hours-until'])
  await birgit.fill(text.until, '15:30')
  await birgit.press(changeText.da.toCheck)
  await birgit.sees(new RegExp(formatHours(shift, 'da'), 'i'))
  await birgit.sees(assignText.da.worksNot.split('{')[0] ?? '')
  await birgit.press(changeText.da.save)
  await birgit.sees(employeesText.da.done['rolle-rettet'])
  birgit.faultless()

  const anna = await team.atService('anna', 'medicinkort', { provider: 'nemlogin', kind: 'professional' }, 'refused')
  await anna.sees(signInText.da.reasons['outside-hours'].title)
  await anna.sees(new RegExp(signInText.da.hours.are.replace('{hours}', formatHours(shift, 'da'))))
  await anna.close()
})
