/** The guide on the first page, tried by somebody who knows nothing but it: each step is read from the page and done as it says. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { type GuideTask, guideParts } from '../../src/access/admin/overview/guide-address.ts'
import { overviewText } from '../../src/access/admin/overview/text.ts'
import { explainText } from '../../src/access/explain/text.ts'
import { writeDay } from '../../src/base/danish-time.ts'
import { startBrowser } from '../support/browser.ts'
import { openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { enterAdministration } from './sandbox-visit.ts'
import { Visitor, type Way } from './visitor.ts'

let stage: SandboxStage
let browser: Browser
const looked = new Set<string>()

before(async () => {
  ;[stage, browser] = await Promise.all([openSandboxStage(), startBrowser()])
})
after(async () => {
  await browser.close()
  await stage.close()
})

/** `press`: bold; `fill`: italics; `own`: what the reader puts in its place. */
interface Deed {
  kind: 'press' | 'fill' | 'own'
  name: string
}

/** Reads the steps of a task, as the first page leads to them, and comes back. */
async function readSteps(visitor: Visitor, task: GuideTask, language: 'da' | 'en'): Promise<Deed[]> {
  await visitor.press(overviewText[language].howTo.tasks[task])
  const deeds = await visitor.page
    .locator(`section[aria-labelledby="${guideParts[task]}"] li :is(strong, em, var)`)
    .evaluateAll((marks) => marks.map(({ tagName, textContent }) => ({ tagName, name: textContent ?? '' })))
  await visitor.go('/admin')
  const kinds = { STRONG: 'press', EM: 'fill', VAR: 'own' } as const
  return deeds.map(({ tagName, name }) => ({ kind: kinds[tagName as keyof typeof kinds], name }))
}

async function openAs(key: string, way: Way): Promise<Visitor> {
  const visitor = await Visitor.open(browser, stage.url, way, looked)
  await enterAdministration(visitor, key, way.language)
  return visitor
}

test('gives a colleague read access until Friday in eight clicks at most', async () => {
  const visitor = await openAs('birgit', { language: 'da', width: 1280, by: 'mouse', scripts: true })
  const now = stage.clock.now()
  const daysToFriday = (5 - now.getUTCDay() + 7) % 7
  const friday = writeDay(new Date(now.getTime() + daysToFriday * 86_400_000))
  const steps = await readSteps(visitor, 'give', 'da')
  visitor.clicks = 0
  // The first is the colleague, who is written; the second the role, which is pressed.
  const values = ['Helle Vadum', friday, 'Vikar i denne uge']
  for (const { kind, name } of steps) {
    if (kind === 'press') await visitor.press(name)
    else if (kind === 'fill') await visitor.fill(name, values.shift() ?? '')
    else if (name === 'rollen') await visitor.press(/^Læseadgang/)
  }
  assert.deepEqual(values, [])
  await visitor.sees('Rollen er givet.')
  assert.ok(visitor.clicks <= 8, `${visitor.clicks} clicks`)
  const row = visitor.page.getByRole('row', { name: /Læseadgang/ }).first()
  const [year, month, day] = friday.split('-').map(Number)
  assert.match((await row.textContent()) ?? '', new RegExp(`${day}\\. [a-z]+\\.? ${year}`), `until ${month}/${day}`)
  await visitor.close()
})

test('sees why somebody has a right in three clicks at most', async () => {
  const visitor = await openAs('dorte', { language: 'en', width: 375, by: 'keyboard', scripts: true })
  const steps = await readSteps(visitor, 'why', 'en')
  visitor.clicks = 0
  for (const { kind, name } of steps) {
    if (name === explainText.en.whyQuestion) await visitor.unfold(name)
    else if (kind === 'press') await visitor.press(name)
    else if (kind === 'fill') await visitor.fill(name, 'Jonas')
  }
  await visitor.sees(/Jonas Bremer has the role Nurse in .* given by/)
  assert.ok(visitor.clicks <= 3, `${visitor.clicks} clicks`)
  await visitor.close()
})
