/**
 * Somebody at a browser: finds things by the names they see, with the mouse or with the keyboard alone, and
 * on the way holds every page to what all pages owe: no fault axe can find, nothing wider than the screen, no breach of the
 * page's own policy, nothing from elsewhere, no answer of 500 and above.
 */
import assert from 'node:assert/strict'
import { AxeBuilder } from '@axe-core/playwright'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'

export interface Way {
  language: 'da' | 'en'
  width: 1280 | 375
  by: 'keyboard' | 'mouse'
}

/** Tab stops on the longest page, with the menu before it. */
const mostTabs = 250

export class Visitor {
  /** Buttons, links and fields that were clicked, or would have been by somebody with a mouse. */
  clicks = 0
  readonly page: Page
  readonly #context: BrowserContext
  readonly #way: Way
  readonly #origin: string
  /** Addresses that axe has seen, ids left out; shared by all visitors of a test file. */
  readonly #looked: Set<string>
  readonly #faults: string[] = []

  private constructor(page: Page, context: BrowserContext, way: Way, origin: string, looked: Set<string>) {
    this.page = page
    this.#context = context
    this.#way = way
    this.#origin = origin
    this.#looked = looked
  }

  static async open(browser: Browser, origin: string, way: Way, looked: Set<string>): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: way.width, height: 800 },
      locale: way.language === 'da' ? 'da-DK' : 'en-GB',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    const visitor = new Visitor(page, context, way, origin, looked)
    visitor.#watch()
    await page.goto(`${origin}/?sprog=${way.language}`)
    return visitor
  }

  /** Ends the visit, and tells of everything that was seen to be wrong. */
  async close(): Promise<void> {
    await this.#context.close()
    assert.deepEqual(this.#faults, [])
  }

  #watch(): void {
    const { page } = this
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== this.#origin) this.#faults.push(`request to ${request.url()}`)
    })
    page.on('response', (response) => {
      if (response.status() >= 500) this.#faults.push(`${response.status()} ${response.url()}`)
    })
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) this.#faults.push(message.text())
    })
    page.on('pageerror', (error) => this.#faults.push(error.message))
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.#origin + path)
    await this.look()
  }

  /** Follows a link or presses a button, seen by its name, and looks at the page that comes. */
  async press(name: string | RegExp, within?: Locator): Promise<void> {
    await this.#activate(this.#pressable(name, within))
    await this.look()
  }

  /** Opens what lies folded under a name. */
  async unfold(name: string): Promise<void> {
    const summary = this.page.locator('main summary').filter({ hasText: name }).first()
    this.clicks += 1
    if (this.#way.by === 'keyboard') {
      await this.#tabTo(summary)
      await this.page.keyboard.press('Enter')
    } else await summary.click()
    await this.page.locator('main details[open]').first().waitFor()
    await this.look('unfolded')
  }

  async fill(label: string, value: string): Promise<void> {
    const field = this.page.getByRole('main').getByLabel(label, { exact: true }).first()
    this.clicks += 1
    if (this.#way.by !== 'keyboard') return field.fill(value)
    await this.#tabTo(field)
    await this.page.keyboard.press('ControlOrMeta+a')
    await this.page.keyboard.type(value)
    assert.equal(await field.inputValue(), value)
  }

  /** That it stands there, not folded away. */
  async sees(expected: string | RegExp): Promise<void> {
    const seen = this.page.getByRole('main').getByText(expected).locator('visible=true').first()
    await seen.waitFor({ timeout: 5000 })
  }

  /** The messages between the parties go on by themselves. */
  async arrive(there: (url: URL) => boolean): Promise<void> {
    await this.page.waitForURL(there, { waitUntil: 'domcontentloaded' })
    await this.look()
  }

  /** Presses without looking: the page that comes may leave by itself. */
  async leave(name: string | RegExp): Promise<void> {
    await this.#activate(this.#pressable(name))
  }

  /** What all pages owe. */
  async look(state = ''): Promise<void> {
    const { page } = this
    const path = new URL(page.url()).pathname.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (tooWide > 0) this.#faults.push(`${path} is ${tooWide} px too wide`)
    if (await page.locator('#post-binding').count()) return
    const heading = (await page.locator('h1').textContent()) ?? ''
    // The same address with another heading is another page: a form, its check, what came of it.
    const known = `${path} ${state} ${heading.replace(/\p{Lu}[\p{L}]* ?/gu, '').slice(0, 30)}`
    if (this.#looked.has(known)) return
    this.#looked.add(known)
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ resultTypes: ['violations'], preload: false })
      .analyze()
    for (const { id, nodes } of violations)
      this.#faults.push(`${path} ${id}: ${nodes.map(({ html }) => html).join(' ')}`)
  }

  #pressable(name: string | RegExp, within: Locator = this.page.getByRole('main')): Locator {
    const exact = typeof name === 'string' ? { name, exact: true } : { name }
    return within.getByRole('link', exact).or(within.getByRole('button', exact)).first()
  }

  async #activate(target: Locator): Promise<void> {
    this.clicks += 1
    const { page } = this
    if (this.#way.by === 'keyboard') await this.#tabTo(target)
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      this.#way.by === 'keyboard' ? page.keyboard.press('Enter') : target.click(),
    ])
  }

  async #tabTo(target: Locator): Promise<void> {
    await target.waitFor()
    for (let presses = 0; presses < mostTabs; presses++) {
      if (await target.evaluate((element) => element === document.activeElement)) return
      await this.page.keyboard.press('Tab')
    }
    assert.fail(`${target} is not reached by Tab on ${this.page.url()}`)
  }
}
