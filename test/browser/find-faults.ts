/** What axe finds on a page. It needs scripts, so a page that may have none is looked at again in a window that may. */
import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** What takes half the time, and is the same in either language of a page. */
const ofColours = { 'color-contrast': { enabled: false } }

/** Every rule of axe on the page as it stands. Only what is at fault is brought out of it, which is what makes it quick. */
export async function faultsOn(page: Page, { withoutColours = false } = {}): Promise<string[]> {
  await page.evaluate(axe.source)
  return page.evaluate(
    async (rules) => {
      const { violations } = await (window as unknown as { axe: typeof axe }).axe.run({
        resultTypes: ['violations'],
        preload: false,
        rules,
      })
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
    },
    withoutColours ? ofColours : {},
  )
}

/** A window for copies of pages: what stands there now, with its styles and without its scripts. */
export class SecondWindow {
  readonly #page: Page
  readonly #origin: string
  #content = ''
  #copies = 0

  private constructor(page: Page, origin: string) {
    this.#page = page
    this.#origin = origin
  }

  static async beside(first: Page): Promise<SecondWindow> {
    const browser = first.context().browser()
    const viewport = first.viewportSize()
    if (!browser || !viewport) throw new Error('the page has no window')
    const page = await browser.newPage({ viewport, reducedMotion: 'reduce' })
    const second = new SecondWindow(page, new URL(first.url()).origin)
    await page.route('**/*', (route) => {
      const kind = route.request().resourceType()
      if (kind === 'document') return route.fulfill({ body: second.#content, contentType: 'text/html; charset=utf-8' })
      return kind === 'script' ? route.abort() : route.continue()
    })
    return second
  }

  async faultsOn(html: string): Promise<string[]> {
    this.#content = `<!DOCTYPE html>${html}`
    this.#copies += 1
    await this.#page.goto(`${this.#origin}/copy/${this.#copies}`)
    return faultsOn(this.#page)
  }

  close(): Promise<void> {
    return this.#page.close()
  }
}
