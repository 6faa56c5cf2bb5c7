import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, BrowserContext, Page } from 'playwright-core'
import { startBrowser } from '../support/browser.ts'
import { faultsOn } from './find-faults.ts'
import { gallery } from './gallery.tsx'
import { type GalleryServer, serveGallery } from './serve-gallery.ts'

let server: GalleryServer
let browser: Browser

before(async () => {
  ;[server, browser] = await Promise.all([serveGallery(), startBrowser()])
})
after(async () => {
  await browser.close()
  server.close()
})

const open = (page: Page, name: string, language = 'da') =>
  page.goto(`${server.origin}/gallery/${name}?sprog=${language}`)

/** Everything a page does that it may not: requests elsewhere, violations of its own policy, script errors. */
function watch(page: Page): string[] {
  const seen: string[] = []
  page.on('request', (request) => {
    if (new URL(request.url()).origin !== server.origin) seen.push(`request to ${request.url()}`)
  })
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text())) seen.push(message.text())
  })
  page.on('pageerror', (error) => seen.push(error.message))
  return seen
}

describe('every page in both languages, 320 pixels wide', () => {
  let context: BrowserContext
  let page: Page
  let seen: string[]

  before(async () => {
    context = await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: 'reduce' })
    page = await context.newPage()
    // The page that leaves by itself must stay to be looked at.
    await page.route('**/post-binding.js', (route) => route.fulfill({ body: '', contentType: 'text/javascript' }))
    seen = watch(page)
  })
  after(() => context.close())

  for (const name of Object.keys(gallery)) {
    test(`${name} has no fault axe can find, nothing to scroll sideways, nothing from elsewhere`, async () => {
      for (const language of ['da', 'en']) {
        await open(page, name, language)
        const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
        assert.ok(tooWide <= 0, `${language}: ${tooWide} px too wide`)
        assert.deepEqual(await faultsOn(page, { withoutColours: language === 'en' }), [], language)
      }
      assert.deepEqual(seen.splice(0), [])
    })
  }
})

describe('with the keyboard alone', () => {
  let context: BrowserContext
  let page: Page

  before(async () => {
    context = await browser.newContext({ viewport: { width: 1280, height: 800 } })
    page = await context.newPage()
  })
  after(() => context.close())

  /** Presses Tab until the element with this accessible text has the focus. */
  async function tabTo(text: RegExp) {
    for (let presses = 0; presses < 60; presses++) {
      await page.keyboard.press('Tab')
      const { focused, name } = await describeFocus(page)
      if (text.test(name)) return focused
    }
    return assert.fail(`${text} is not reached`)
  }

  const visited = [
    'front',
    'discovery-nemlogin',
    'discovery-local-search',
    'remembered',
    'choose-organisation',
    'refused-role-missing',
    'refused-provider-down',
    'login-error-cookie-lost',
    'error-bug',
    'continue',
    'logout-progress',
    'logged-out-partial',
  ]
  for (const name of visited) {
    test(`everything on ${name} is reached, shows that it is, and is big enough to hit`, async () => {
      await open(page, name)
      const all = await page.locator('a[href], button, input:not([type=hidden])').count()
      const reached = new Set<number>()
      for (let presses = 0; presses < all; presses++) {
        await page.keyboard.press('Tab')
        const { focused, name: what } = await describeFocus(page)
        assert.ok(focused.visible, `${what}: focus cannot be seen`)
        assert.ok(focused.inView, `${what}: focused outside the window`)
        assert.ok(focused.height >= 24 || focused.inline, `${what}: ${focused.height} px high`)
        reached.add(focused.index)
      }
      assert.equal(reached.size, all)
    })
  }

  test('the first stop skips to the content', async () => {
    await open(page, 'discovery-local')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.equal(await page.evaluate(() => document.activeElement?.id), 'indhold')
  })

  test('one ticks »Husk mit valg«, chooses MitID Erhverv, and both are sent', async () => {
    await open(page, 'discovery-nemlogin')
    await tabTo(/^Husk mit valg/)
    await page.keyboard.press('Space')
    await tabTo(/^MitID Erhverv/)
    assert.deepEqual(await sent(page, page.keyboard.press('Enter')), {
      path: '/login/vaelg',
      fields: { login: '0198f3c2-7d1e-7a54-9a3b-2f6c1d0e9b77', husk: '1', valg: 'professional:nemlogin' },
    })
  })

  test('one searches while typing, and chooses what was found', async () => {
    const seen = watch(page)
    await page.goto(`${server.origin}/login/vaelg?login=s1&fane=lokal`)
    await tabTo(/^Find din region/)
    await page.keyboard.type('rigshopsital')
    await page.getByText('1 af 14 log-in passer på »rigshopsital«').waitFor()
    assert.match(page.url(), /soeg=rigshopsital/)
    await tabTo(/Region Hovedstaden/)
    assert.deepEqual((await sent(page, page.keyboard.press('Enter'))).fields, { login: 's1', valg: 'professional:rh' })
    assert.deepEqual(seen, [])
  })

  test('there is always a way back to the service', async () => {
    await open(page, 'choose-organisation')
    await tabTo(/^Tilbage til Fælles Medicinkort/)
    assert.equal((await sent(page, page.keyboard.press('Enter'))).path, '/login/afbryd')
  })
})

describe('with scripts switched off', () => {
  let context: BrowserContext
  let page: Page

  before(async () => {
    context = await browser.newContext({ javaScriptEnabled: false, viewport: { width: 375, height: 800 } })
    page = await context.newPage()
  })
  after(() => context.close())

  test('one searches with the button, ticks, and chooses', async () => {
    await page.goto(`${server.origin}/login/vaelg?login=s1&fane=lokal`)
    await page.fill('#soeg', 'nordjyland')
    await page.click('text=Søg')
    assert.equal(await page.textContent('[role=status]'), '1 af 14 log-in passer på »nordjyland«')
    await page.check('#husk')
    assert.deepEqual(await sent(page, page.click('button:has-text("Region Nordjylland")')), {
      path: '/login/vaelg',
      fields: { login: 's1', husk: '1', valg: 'professional:rn' },
    })
  })

  test('one chooses on whose behalf', async () => {
    await open(page, 'choose-organisation')
    assert.equal((await sent(page, page.click('button:has-text("Vesterfjord Kommune")'))).fields.konto, '2')
  })

  test('the SAML message goes on with a press of the button', async () => {
    const message = page.waitForRequest((request) => request.method() === 'POST')
    await page.goto(`${server.origin}/pass-on`)
    await page.click('text=Fortsæt')
    assert.match((await message).postData() ?? '', /SAMLResponse=PHNhbWxwOlJlc3BvbnNlLz4%3D/)
    assert.equal(await page.textContent('body'), 'arrived')
  })
})

describe('going on to another site', () => {
  test('the SAML message goes by itself, and the receiver may send the person on to a third site', async () => {
    const page = await browser.newPage()
    await page.goto(`${server.origin}/pass-on`)
    await page.waitForURL(`${server.elsewhere}/inside`)
    assert.equal(await page.textContent('body'), 'arrived')
    await page.close()
  })

  test('any other page can post to SEB only', async () => {
    const page = await browser.newPage()
    await open(page, 'discovery-nemlogin')
    const blocked = page.waitForEvent('console', { predicate: (message) => /form-action/.test(message.text()) })
    await page.evaluate((elsewhere) => {
      const form = document.forms[0]
      if (form) form.action = elsewhere
      form?.submit()
    }, server.elsewhere)
    assert.ok(await blocked)
    await page.close()
  })
})

test('the first view of a thousand log-ins is at most 100 kB in all', async () => {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } })
  const sizes: { url: string; bytes: number }[] = []
  page.on('requestfinished', async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes()
    sizes.push({ url: request.url(), bytes: responseBodySize + responseHeadersSize })
  })
  await page.goto(`${server.origin}/gallery/discovery-thousand`, { waitUntil: 'networkidle' })
  const total = sizes.reduce((sum, { bytes }) => sum + bytes, 0)
  assert.ok(sizes.length >= 5)
  assert.ok(total <= 100_000, JSON.stringify(sizes))
  await page.close()
})

/** What the gallery says it was sent by this deed. */
async function sent(page: Page, deed: Promise<void>): Promise<{ path: string; fields: Record<string, string> }> {
  const [answer] = await Promise.all([page.waitForResponse((response) => response.request().method() === 'POST'), deed])
  return answer.json()
}

/** The element with the focus: its name, and whether one can see that it has the focus. */
function describeFocus(page: Page) {
  return page.evaluate(() => {
    const element = document.activeElement
    if (!(element instanceof HTMLElement)) throw new Error('nothing has the focus')
    const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
    // The tick is drawn by its label.
    const style = getComputedStyle(
      element.matches('.form-checkbox') && label ? label : element,
      element.matches('.form-checkbox') ? '::before' : null,
    )
    const box = element.getBoundingClientRect()
    return {
      name: (label?.textContent ?? element.textContent ?? '').trim(),
      focused: {
        index: [...document.querySelectorAll('*')].indexOf(element),
        visible: style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2,
        inView: box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
        height: box.height,
        inline: getComputedStyle(element).display === 'inline',
      },
    }
  })
}
