/** The guides, tried by people who know nothing but them: each step is read from the page and done as it says, in the sandbox. */
import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { servicePath } from '../../sandbox/addresses.ts'
import { mailOf, type Persona } from '../../sandbox/people/persona.ts'
import { personaByKey } from '../../sandbox/people/personas.ts'
import { workBulkJobs } from '../../src/access/admin/bulk/bulk.job.ts'
import { writeDay } from '../../src/base/danish-time.ts'
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
  // Nobody in the sandbox is a security officer; they have let the chief administrator ask for services.
  await stage.db.updateTable('organisation').set({ chiefs_ask_for_services: true }).execute()
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
  if (walk.at) {
    await walker.toLogIn(walk.at.service)
    if (walk.at.before === 'the rest') await walker.logIn(personaCalled(walk.as), walk.logIn)
  }
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
  await walker.enter(personaCalled(as), logIn)
  inside.set(as + language, walker)
  return walker
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
