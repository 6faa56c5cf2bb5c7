/** The guides, tried by people who know nothing but them: each step is read from the page and done as it says, in the sandbox. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { providerPath, servicePath } from '../../sandbox/addresses.ts'
import { providers } from '../../sandbox/data/providers.ts'
import { mailOf, type Persona } from '../../sandbox/people/persona.ts'
import { personaByKey } from '../../sandbox/people/personas.ts'
import { serviceText } from '../../sandbox/service/text.ts'
import { workBulkJobs } from '../../src/access/admin/bulk/bulk.job.ts'
import { adminText } from '../../src/access/admin/pages/text.ts'
import { writeDay } from '../../src/base/danish-time.ts'
import { discoveryText } from '../../src/discovery/text.ts'
import { guides } from '../../src/guides/guides.ts'
import { startBrowser } from '../support/browser.ts'
import { notifyDeps } from '../support/notify-deps.ts'
import { openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { testClock } from '../support/test-clock.ts'
import { GuideWalker } from './guide-walker.ts'
import { notWalked, type Walk, walks } from './guide-walks.ts'

/** The guides of one and the same reader are read in one language, so that everybody logs in once. */
const inEnglish = new Set(['brugeradministrator', 'systemforvaltning', 'borger'])

let stage: SandboxStage
let browser: Browser
const inside = new Map<string, GuideWalker>()

before(async () => {
  ;[stage, browser] = await Promise.all([openSandboxStage(), startBrowser()])
})
after(async () => {
  for (const walker of inside.values()) await walker.close()
  await browser.close()
  await stage.close()
})

const day = (ahead: number) => writeDay(new Date(testClock().now().getTime() + ahead * 86_400_000))
const all = walks({ day })

test('every task of the guides is followed, or it is said why not', () => {
  const tasks = guides.flatMap(({ slug, tasks }) => tasks.map(({ anchor }) => `${slug}#${anchor}`))
  assert.deepEqual([...all.map(({ task }) => task), ...notWalked].sort(), tasks.sort())
})

for (const walk of all) test(walk.task, () => follow(walk))

async function follow(walk: Walk): Promise<void> {
  const [slug = '', anchor = ''] = walk.task.split('#')
  const language = inEnglish.has(slug) ? 'en' : 'da'
  const walker =
    walk.at || walk.fromMail ? await GuideWalker.open(browser, stage.url, language) : await enter(walk, language)
  const deeds = await walker.read(slug, anchor)
  if (walk.at) await walkTo(walker, walk, language)
  if (walk.fromMail) await walker.go(await newestMailTo(walk.as))
  await walker.follow(deeds, walk, {})
  if (walk.job) await workBulkJobs({ db: stage.db, ...notifyDeps(stage.clock) })
  if (walk.sees) await walker.sees(walk.sees)
  if (walk.ends) assert.equal(new URL(walker.page.url()).pathname, servicePath(walk.ends).page)
  if (walk.at || walk.fromMail) await walker.close()
}

/** Logged in to SEB, once for all tasks in a language. */
async function enter({ as, logIn }: Walk, language: 'da' | 'en'): Promise<GuideWalker> {
  const known = inside.get(as + language)
  if (known) return known
  const walker = await GuideWalker.open(browser, stage.url, language)
  const persona = personaCalled(as)
  await walker.go(persona.administration ? '/admin' : '/mig/anmod')
  await choose(walker, persona, logIn, language)
  const [staff] = persona.staff ?? []
  if (staff) await walker.press(new RegExp(adminText[language].capacities[staff.capacity]))
  inside.set(as + language, walker)
  return walker
}

async function walkTo(walker: GuideWalker, { as, logIn, at }: Walk, language: 'da' | 'en'): Promise<void> {
  assert.ok(at)
  await walker.go(servicePath(at.service).page)
  await walker.press(new RegExp(`^${serviceText[language].logIn}`))
  if (at.before === 'the rest') await choose(walker, personaCalled(as), logIn, language)
}

/** From the page where one chooses a log-in, through it. */
async function choose(walker: GuideWalker, persona: Persona, index: number | undefined, language: 'da' | 'en') {
  const way = index === undefined ? (persona.administration?.way ?? persona.logIns[0]) : persona.logIns[index]
  assert.ok(way)
  const text = discoveryText[language]
  if (new URL(walker.page.url()).pathname === '/login/vaelg') {
    if (providers[way.provider].kind !== 'nemlog-in') {
      await walker.press(new RegExp(`^${text.local}`))
      await walker.press(new RegExp(providers[way.provider].names[language]))
    } else await walker.press(new RegExp(`^${way.kind === 'person' ? text.person : text.professional}`))
  }
  assert.equal(new URL(walker.page.url()).pathname, providerPath(way.provider).logIn)
  const number =
    index ?? persona.logIns.findIndex(({ provider, kind }) => provider === way.provider && kind === way.kind)
  await walker.page.locator(`button[value="${persona.key}-${number}"]`).click()
  await walker.settle()
}

async function newestMailTo(key: string): Promise<string> {
  const address = mailOf(personaCalled(key))
  const mail = (await stage.mails()).find(({ to }) => to.email === address || to.email.startsWith(`${key}@`))
  const link = mail?.content.blocks.find((block) => typeof block === 'object' && 'link' in block)
  assert.ok(link && typeof link === 'object' && 'link' in link, `a mail with a link to ${key}`)
  const { pathname, search } = new URL(link.link)
  return pathname + search
}

function personaCalled(key: string): Persona {
  return personaByKey(key) ?? assert.fail(`nobody is called ${key}`)
}
