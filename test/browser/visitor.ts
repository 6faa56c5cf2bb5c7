/**
 * Somebody at a browser: finds things by the names they see, with the mouse or with the keyboard alone, with scripts or
 * without, and on the way holds every page to what all pages owe: no fault axe can find, nothing wider than the screen, no
 * breach of the page's own policy, no error in the console, nothing from elsewhere, no answer of 500 and above.
 */
import assert from 'node:assert/strict'
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core'
import { faultsOn, SecondWindow } from './find-faults.ts'
import { chooseByKeys, fillByKeys, tabTo, tickByKeys } from './keyboard.ts'

export interface Way {
  language: 'da' | 'en'
  width: 1280 | 375
  by: 'keyboard' | 'mouse'
  scripts: boolean
}

/** What stands first in a name: buttons often say more after it. */
export const beginsWith = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`)

export class Visitor {
  /** Buttons, links and fields that were clicked, or would have been by somebody with a mouse. */
  clicks = 0
  /** What it took so far: fields filled in, characters typed, words that stood on the pages. */
  readonly effort = { fields: 0, characters: 0, words: 0 }
  readonly page: Page
  readonly #context: BrowserContext
  readonly #way: Way
  readonly #origin: string
  /** Addresses that axe has seen, ids left out; shared by all visitors who come the same way. */
  readonly #looked: Set<string>
  /** The page that is shown loads itself again. */
  #restless = false
  /** For axe, where the page may run no scripts or does not stay. */
  #second: SecondWindow | null = null
  readonly #faults: string[] = []

  private constructor(page: Page, context: BrowserContext, way: Way, origin: string, looked: Set<string>) {
    this.page = page
    this.#context = context
    this.#way = way
    this.#origin = origin
    this.#looked = looked
  }

  /** At an empty page, in a browser that asks for pages in the language. */
  static async open(browser: Browser, origin: string, way: Way, looked: Set<string>): Promise<Visitor> {
    const context = await browser.newContext({
      viewport: { width: way.width, height: 800 },
      locale: way.language === 'da' ? 'da-DK' : 'en-GB',
      reducedMotion: 'reduce',
      javaScriptEnabled: way.scripts,
    })
    context.setDefaultTimeout(10_000)
    const page = await context.newPage()
    const visitor = new Visitor(page, context, way, origin, looked)
    visitor.#watch()
    return visitor
  }

  /** Tells of everything that was seen to be wrong so far. */
  faultless(): void {
    assert.deepEqual(this.#faults.splice(0), [])
  }

  async close(): Promise<void> {
    await this.#second?.close()
    await this.#context.close()
    this.faultless()
  }

  #watch(): void {
    const { page } = this
    page.on('request', (request) => {
      if (new URL(request.url()).origin !== this.#origin) this.#faults.push(`request to ${request.url()}`)
    })
    page.on('response', (response) => {
      // A page may say no; what belongs to a page may not be missing.
      const least = response.request().isNavigationRequest() ? 500 : 400
      if (response.request().isNavigationRequest()) this.#restless = response.headers()['refresh'] !== undefined
      if (response.status() >= least) this.#faults.push(`${response.status()} ${response.url()}`)
    })
    page.on('console', (message) => {
      // A page that says no is told of here too; the answers are watched above.
      if (message.type() === 'error' && !/^Failed to load resource/.test(message.text()))
        this.#faults.push(message.text())
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

  /** Goes to a page by the menu, which is folded away on a narrow screen. */
  async menu(name: string): Promise<void> {
    const narrow = this.page.locator('header details.seb-menu')
    if (this.#way.width === 375) {
      await this.#open(narrow.locator('summary'))
      await this.look('menu')
    }
    const menu = this.#way.width === 375 ? narrow : this.page.locator('.seb-nav')
    await this.press(beginsWith(name), menu)
  }

  /** Opens what lies folded under a name. */
  async unfold(name: string | RegExp): Promise<void> {
    await this.#open(this.page.locator('main summary').filter({ hasText: name }).first())
    await this.look(`unfolded ${name}`)
  }

  async fill(label: string | RegExp, value: string): Promise<void> {
    const field = this.#field(label)
    this.clicks += 1
    this.effort.fields += 1
    this.effort.characters += value.length
    if (this.#way.by === 'keyboard') await fillByKeys(this.page, field, value)
    else await field.fill(value)
    assert.equal(await field.inputValue(), value)
  }

  /** Chooses a file; the window of the operating system that it is chosen in is no part of a page. */
  async upload(label: string | RegExp, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const field = this.#field(label)
    this.clicks += 1
    this.effort.fields += 1
    if (this.#way.by === 'keyboard') await tabTo(this.page, field)
    await field.setInputFiles(file)
  }

  /** The file that a link leads to. */
  async download(name: string | RegExp): Promise<Buffer> {
    const href = await this.#pressable(name).getAttribute('href')
    const answer = await this.page.request.get(new URL(href ?? '', this.page.url()).href)
    assert.equal(answer.status(), 200)
    return answer.body()
  }

  /** From a list that folds down. */
  async choose(label: string | RegExp, option: string): Promise<void> {
    const field = this.#field(label)
    this.clicks += 1
    this.effort.fields += 1
    if (this.#way.by === 'keyboard') await chooseByKeys(this.page, field, option)
    else await field.selectOption({ label: option })
    assert.equal((await field.locator('option:checked').textContent())?.trim(), option)
  }

  /** One of several, or one that stands alone. */
  async tick(label: string | RegExp, within?: Locator): Promise<void> {
    const box = this.#field(label, within)
    this.clicks += 1
    this.effort.fields += 1
    if (this.#way.by === 'keyboard') await tickByKeys(this.page, box)
    else await box.check()
    assert.ok(await box.isChecked(), `${label} is not ticked`)
  }

  /** That it stands there, not folded away. */
  async sees(expected: string | RegExp): Promise<void> {
    const seen = this.page.getByRole('main').getByText(expected).locator('visible=true').first()
    await seen.waitFor()
  }

  /** That it stands nowhere on the page that is shown. */
  async seesNot(unexpected: string | RegExp): Promise<void> {
    assert.equal(await this.page.getByRole('main').getByText(unexpected).locator('visible=true').count(), 0)
  }

  /** The messages between the parties go on by themselves; without scripts each waits for its button. */
  async arrive(there: (url: URL) => boolean): Promise<void> {
    const { page } = this
    if (!this.#way.scripts) {
      const button = page.locator('#post-binding button')
      for (;;) {
        const came = page.waitForURL(there, { waitUntil: 'domcontentloaded' }).then(() => true)
        if (await Promise.race([came, button.waitFor().then(() => false)])) break
        await this.look()
        await this.#activate(button)
      }
    } else await page.waitForURL(there, { waitUntil: 'domcontentloaded' })
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
    const { passes, language, tooWide, heading, html, words } = await page.evaluate(() => ({
      passes: document.querySelector('#post-binding') !== null,
      language: document.documentElement.lang,
      tooWide: document.documentElement.scrollWidth - window.innerWidth,
      heading: document.querySelector('h1')?.textContent ?? '',
      html: document.documentElement.outerHTML,
      words: [...document.querySelectorAll('main, main *')]
        .flatMap(({ childNodes }) => [...childNodes])
        .flatMap((node) => (node.nodeType === Node.TEXT_NODE ? (node.textContent?.match(/\S+/g) ?? []) : [])).length,
    }))
    // With scripts it is gone before anybody sees it.
    if (this.#way.scripts && passes) return
    this.effort.words += words
    if (language !== this.#way.language) this.#faults.push(`${path} is in ${language}`)
    if (tooWide > 0) this.#faults.push(`${path} is ${tooWide} px too wide`)
    // The same address with another heading is another page: a form, its check, what came of it.
    const known = `${path} ${state} ${heading.replace(/\p{Lu}[\p{L}]* ?/gu, '').slice(0, 30)}`
    if (this.#looked.has(known)) return
    this.#looked.add(known)
    const copied = this.#restless || !this.#way.scripts
    if (copied) this.#second ??= await SecondWindow.beside(page)
    const faults = copied ? await this.#second?.faultsOn(html) : await faultsOn(page)
    for (const fault of faults ?? []) this.#faults.push(`${path} ${fault}`)
  }

  #pressable(name: string | RegExp, within: Locator = this.page.getByRole('main')): Locator {
    const exact = typeof name === 'string' ? { name, exact: true } : { name }
    return within.getByRole('link', exact).or(within.getByRole('button', exact)).first()
  }

  #field(label: string | RegExp, within: Locator = this.page.getByRole('main')): Locator {
    return within.getByLabel(label, { exact: true }).first()
  }

  async #open(summary: Locator): Promise<void> {
    this.clicks += 1
    if (this.#way.by === 'keyboard') {
      await tabTo(this.page, summary)
      await this.page.keyboard.press('Enter')
    } else await summary.click()
    assert.ok(await summary.evaluate((element) => element.parentElement?.hasAttribute('open')))
  }

  async #activate(target: Locator): Promise<void> {
    this.clicks += 1
    const { page } = this
    if (this.#way.by === 'keyboard') await tabTo(page, target)
    await Promise.all([
      page.waitForEvent('domcontentloaded'),
      this.#way.by === 'keyboard' ? page.keyboard.press('Enter') : target.click(),
    ])
  }
}
