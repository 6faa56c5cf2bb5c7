/** The sandbox's pages in a browser: both languages, 320 pixels, axe, scripts off, and a log-in by keyboard alone. */
import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { providerPath, sandboxPaths, servicePath } from '../../sandbox/addresses.ts'
import { storyAddress } from '../../sandbox/pages/story-address.ts'
import { startBrowser } from '../support/browser.ts'
import { openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { faultsOn } from './find-faults.ts'

let stage: SandboxStage
let browser: Browser

before(async () => {
  ;[stage, browser] = await Promise.all([openSandboxStage(), startBrowser()])
})
after(async () => {
  await browser.close()
  await stage.close()
})

async function faultsOf(page: Page): Promise<string[]> {
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
  return [...(tooWide > 0 ? [`${tooWide} px too wide`] : []), ...(await faultsOn(page))]
}

/** From the page of a service to the people of NemLog-in. */
async function toPeople(page: Page, language: 'da' | 'en'): Promise<void> {
  await page.goto(`${stage.url}${storyAddress('medicinkort', 'anna', 0)}&sprog=${language}`)
  await page.getByRole('button', { name: language === 'da' ? 'Log ind' : 'Log in', exact: true }).click()
  await page.getByRole('button', { name: /^MitID Erhverv/ }).click()
  await page.waitForURL(`**${providerPath('nemlogin').logIn}*`)
}

async function logIn(page: Page, language: 'da' | 'en'): Promise<void> {
  await toPeople(page, language)
  await page.getByRole('button', { name: /Anna Sandbæk Lund/ }).click()
  await page.waitForURL(`**${servicePath('medicinkort').page}`)
}

/** How to come to each page, and what its address ends with. */
const pages: Readonly<Record<string, (page: Page, language: 'da' | 'en') => Promise<unknown>>> = {
  'the front page': (page, language) => page.goto(`${stage.url}/?sprog=${language}`),
  'the overview': (page, language) => page.goto(`${stage.url}${sandboxPaths.overview}?sprog=${language}`),
  'the mails': (page, language) => page.goto(`${stage.url}${sandboxPaths.mail}?sprog=${language}`),
  'the switchboard': (page, language) => page.goto(`${stage.url}${sandboxPaths.switchboard}?sprog=${language}`),
  'the switchboard with a fault set': async (page, language) => {
    await page.goto(`${stage.url}${sandboxPaths.switchboard}?sprog=${language}`)
    await page.selectOption('#fejl-nordhavn', 'wrong-audience')
    await page.locator('form:has(#fejl-nordhavn) button').click()
  },
  'a service before the log-in': (page, language) =>
    page.goto(`${stage.url}${storyAddress('henvisning', 'helle', 0)}&sprog=${language}`),
  'the wishes of a service': async (page, language) => {
    await page.goto(`${stage.url}${servicePath('medicinkort').page}?sprog=${language}`)
    await page.locator('summary').click()
  },
  'the people of a provider': toPeople,
  'a service after the log-in': async (page, language) => {
    await logIn(page, language)
    for (const summary of await page.locator('summary').all()) await summary.click()
  },
  'a service that was told no': (page, language) =>
    page
      .goto(`${stage.url}${servicePath('medicinkort').page}?sprog=${language}`)
      .then(() => page.goto(`${stage.url}${servicePath('medicinkort').logIn}?tavst=1`))
      .then(() => page.waitForURL(`**${servicePath('medicinkort').page}`)),
  'a provider’s own page': async (page, language) => {
    await logIn(page, language)
    await page.goto(`${stage.url}${providerPath('nemlogin').page}`)
  },
  'a log-in page that is too old': (page, language) =>
    page.goto(`${stage.url}${providerPath('nemlogin').logIn}?id=none&sprog=${language}`),
  'a service that keeps silent': async (page, language) => {
    await logIn(page, language)
    await page.locator('button[name=tavs]').click()
    await page.goto(`${stage.url}/login/log-ud`)
    await page.locator('main form button').click()
    await page.waitForURL(`**${servicePath('medicinkort').singleLogout}*`)
  },
}

describe('every page of the sandbox in both languages, 320 pixels wide', () => {
  for (const [name, come] of Object.entries(pages)) {
    test(`${name} has no fault axe can find and nothing to scroll sideways`, async () => {
      for (const language of ['da', 'en'] as const) {
        const context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' })
        const page = await context.newPage()
        const seen = watch(page)
        await come(page, language)
        await page.waitForLoadState()
        assert.equal(await page.getAttribute('html', 'lang'), language)
        assert.deepEqual([...(await faultsOf(page)), ...seen], [], `${name} in ${language}`)
        await context.close()
      }
    })
  }
})

/** Everything a page does that it may not: requests elsewhere, violations of its own policy, script errors. */
function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== stage.url) seen.push(`request to ${request.url()}`)
  })
  page.on('console', (message) => {
    if (/Content Security Policy/.test(message.text())) seen.push(message.text())
  })
  page.on('pageerror', (error) => seen.push(error.message))
  return seen
}

describe('a newcomer’s first log-in', () => {
  let context: BrowserContext

  after(() => context?.close())

  test('takes three clicks from the front page, and the service then shows the roles', async () => {
    context = await browser.newContext({ locale: 'da-DK' })
    const page = await context.newPage()
    await page.goto(stage.url)
    await page.getByRole('link', { name: 'Åbn Fælles Medicinkort (demo)' }).click()
    await page.getByRole('button', { name: 'Log ind', exact: true }).click()
    await page.getByRole('button', { name: /^MitID Erhverv/ }).click()
    await page.getByRole('button', { name: /Anna Sandbæk Lund/ }).click()
    await page.getByRole('heading', { level: 1, name: 'Du er logget ind som Anna Sandbæk Lund' }).waitFor()
    await page.getByText('Gælder for: Autorisation ZZ001, Læge').waitFor()
  })

  test('works without scripts: two more buttons are pressed', async () => {
    const plain = await browser.newContext({ locale: 'da-DK', javaScriptEnabled: false })
    const page = await plain.newPage()
    await toPeople(page, 'da')
    await page.getByRole('button', { name: /Anna Sandbæk Lund/ }).click()
    await page.getByRole('button', { name: 'Fortsæt' }).click()
    await page.getByRole('button', { name: 'Fortsæt' }).click()
    await page.getByRole('heading', { level: 1, name: 'Du er logget ind som Anna Sandbæk Lund' }).waitFor()
    await plain.close()
  })

  test('can be done with the keyboard alone', async () => {
    const keys = await browser.newContext({ locale: 'da-DK' })
    const page = await keys.newPage()
    await page.goto(stage.url)
    const steps = [
      ['Åbn Fælles Medicinkort (demo)', servicePath('medicinkort').page],
      ['Log ind', '/login/vaelg'],
      ['MitID Erhverv', providerPath('nemlogin').logIn],
      ['Anna Sandbæk Lund', servicePath('medicinkort').page],
    ] as const
    for (const [name, path] of steps) {
      await tabTo(page, name)
      await page.keyboard.press('Enter')
      await page.waitForURL((url) => url.pathname === path)
    }
    await page.getByRole('heading', { level: 1, name: 'Du er logget ind som Anna Sandbæk Lund' }).waitFor()
    await keys.close()
  })
})

/** Presses Tab until what has the focus begins with this text. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => (document.activeElement?.textContent ?? '').trim())
    if (text.replace(/^[A-ZÆØÅ]{2}(?=[A-ZÆØÅ])/, '').startsWith(name)) return
  }
  assert.fail(`${name} is not reached on ${page.url()}`)
}
