/**
 * A reader who knows nothing but the guides: reads the steps of a task from its page, and does what they say by the names that
 * stand there. Pages are held to what all pages owe in the gallery and by `Visitor`; here only to what the guide says of them.
 */
import assert from 'node:assert/strict'
import type { Browser, Locator, Page } from 'playwright-core'
import { providerPath, servicePath } from '../../sandbox/addresses.ts'
import { providers } from '../../sandbox/data/providers.ts'
import type { ServiceKey } from '../../sandbox/data/services.ts'
import type { Persona } from '../../sandbox/people/persona.ts'
import { serviceText } from '../../sandbox/service/text.ts'
import { adminText } from '../../src/access/admin/pages/text.ts'
import { minePaths } from '../../src/access/mine/mine-paths.ts'
import { discoveryText } from '../../src/discovery/text.ts'
import { guideAddress } from '../../src/guides/guide.ts'

type Language = 'da' | 'en'

/** What a mark in a sentence asks of the reader. */
interface Deed {
  kind: 'press' | 'fill' | 'own' | 'sees' | 'open'
  name: string
  href: string
  /** The sentence, for whoever must mend it. */
  step: string
}

/** What only the reader knows. */
export interface Own {
  /** What is written or chosen, in the order of the fields. */
  fields?: readonly string[]
  /** What is pressed where the guide says `the role`, in that order; several, one after the other, where it says `your log-in`. */
  names?: readonly (RegExp | readonly RegExp[])[]
  /** In which row the guide says `beside the role`, by the name that is pressed there. */
  beside?: RegExp
}

const desktop = { width: 1280, height: 900 }

const kinds = { STRONG: 'press', EM: 'fill', VAR: 'own', Q: 'sees', A: 'open' } as const

export class GuideWalker {
  readonly page: Page
  readonly #origin: string
  readonly #language: Language
  /** How often each field of a page was filled. */
  readonly #filled = new Map<string, number>()

  private constructor(page: Page, origin: string, language: Language) {
    this.page = page
    this.#origin = origin
    this.#language = language
  }

  static async open(browser: Browser, origin: string, language: Language, size = desktop): Promise<GuideWalker> {
    const context = await browser.newContext({
      viewport: size,
      locale: language === 'da' ? 'da-DK' : 'en-GB',
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(5000)
    return new GuideWalker(await context.newPage(), origin, language)
  }

  close(): Promise<void> {
    return this.page.context().close()
  }

  async go(path: string): Promise<void> {
    await this.page.goto(this.#origin + path)
  }

  /** Logs in to SEB itself. */
  async enter(persona: Persona, logIn?: number): Promise<void> {
    await this.go(persona.administration ? '/admin' : minePaths.ask)
    await this.logIn(persona, logIn)
    const [staff] = persona.staff ?? []
    if (staff) await this.press(new RegExp(adminText[this.#language].capacities[staff.capacity]))
  }

  /** From the page of a service to where one chooses a log-in. */
  async toLogIn(service: ServiceKey): Promise<void> {
    await this.go(servicePath(service).page)
    await this.press(new RegExp(`^${serviceText[this.#language].logIn}`))
  }

  /** Through a log-in, from where one chooses it; `index`: which of theirs, else the one they use. */
  async logIn(persona: Persona, index?: number): Promise<void> {
    const way = index === undefined ? (persona.administration?.way ?? persona.logIns[0]) : persona.logIns[index]
    assert.ok(way)
    const { provider, kind } = way
    const text = discoveryText[this.#language]
    if (new URL(this.page.url()).pathname === '/login/vaelg') {
      if (providers[provider].kind === 'nemlog-in') {
        await this.press(new RegExp(`^${kind === 'person' ? text.person : text.professional}`))
      } else {
        await this.press(new RegExp(`^${text.local}`))
        await this.press(new RegExp(providers[provider].names[this.#language]))
      }
    }
    assert.equal(new URL(this.page.url()).pathname, providerPath(provider).logIn)
    const number = index ?? persona.logIns.findIndex((one) => one.provider === provider && one.kind === kind)
    await this.#leave(this.page.locator(`button[value="${persona.key}-${number}"]`))
  }

  /** What the steps of a task ask, as they stand on the page of the guide. */
  async read(slug: string, anchor: string): Promise<Deed[]> {
    await this.go(`${guideAddress(slug)}?sprog=${this.#language}`)
    const marks = await this.page
      .locator(`section[aria-labelledby="${anchor}"] li :is(strong, em, var, q, a[href^="/"])`)
      .evaluateAll((found) =>
        found.map((mark) => ({
          tag: mark.tagName,
          name: mark.textContent ?? '',
          href: mark.getAttribute('href') ?? '',
          step: mark.closest('li')?.textContent ?? '',
        })),
      )
    return marks.map(({ tag, ...rest }) => ({ kind: kinds[tag as keyof typeof kinds], ...rest }))
  }

  /** Does it all, in order; `between` is what others do meanwhile, after the deed of that name. */
  async follow(
    deeds: readonly Deed[],
    own: Own,
    between: Readonly<Record<string, () => Promise<void>>>,
  ): Promise<void> {
    this.#filled.clear()
    const fields = [...(own.fields ?? [])]
    const names = [...(own.names ?? [])]
    for (const deed of deeds) {
      try {
        await this.#do(deed, fields, names, own.beside)
        await between[deed.name]?.()
      } catch (error) {
        const heading = await this.page
          .locator('h1')
          .first()
          .textContent({ timeout: 1000 })
          .catch(() => '')
        throw new Error(`“${deed.step}”, ${deed.kind} “${deed.name}”, at “${heading}” ${this.page.url()}`, {
          cause: error,
        })
      }
    }
    assert.deepEqual([fields, names], [[], []], 'everything that was brought was asked for')
  }

  async #do(
    { kind, name, href, step }: Deed,
    fields: string[],
    names: (RegExp | readonly RegExp[])[],
    beside?: RegExp,
  ): Promise<void> {
    if (kind === 'open') await this.go(href)
    else if (kind === 'press') await this.press(pattern(name), besideWhat.test(step) ? beside : undefined)
    else if (kind === 'sees') await this.sees(pattern(name, 'anywhere'))
    else if (kind === 'fill') await this.fill(pattern(name), given(fields, name))
    else {
      for (const own of [given(names, name)].flat()) await this.press(own)
    }
  }

  async sees(what: RegExp): Promise<void> {
    await this.page.getByRole('main').getByText(what).locator('visible=true').first().waitFor()
  }

  /** A link, a button, a tick or something folded: the one of that name, else the first whose name begins so. */
  async press(name: RegExp, beside?: RegExp): Promise<void> {
    const whole = this.page.getByRole('main')
    const rows = whole.getByRole('row').or(whole.getByRole('listitem'))
    const main = beside ? rows.filter({ hasText: beside }).first() : whole
    const begins = pressable(main, name).first()
    await begins.waitFor()
    const exact = pressable(main, new RegExp(`${name.source}\\s*$`)).first()
    const found = (await exact.count()) > 0 ? exact : begins
    if (await isOf(found, 'input')) await found.check()
    else if (await isOf(found, 'summary')) await found.click()
    else await this.#leave(found)
  }

  async #leave(link: Locator): Promise<void> {
    const gone = this.page.waitForEvent('domcontentloaded')
    const fetched = this.page.waitForEvent('download')
    await Promise.all([Promise.any([gone, fetched]), link.click()])
    for (const left of [gone, fetched]) left.catch(() => undefined)
    await this.#settle()
  }

  /** The messages between the parties go on by themselves. */
  async #settle(): Promise<void> {
    await this.page.locator('body:not(:has(#post-binding)):not(:has(.seb-pass))').waitFor()
  }

  async fill(label: RegExp, value: string): Promise<void> {
    const fields = this.page.getByRole('main').getByLabel(label).locator('visible=true')
    await fields.first().waitFor()
    // Where two fields are called the same, the second is meant the second time.
    const place = `${this.page.url()} ${label}`
    const times = this.#filled.get(place) ?? 0
    this.#filled.set(place, times + 1)
    const field = times < (await fields.count()) ? fields.nth(times) : fields.first()
    if (await isOf(field, 'select')) await field.selectOption({ label: value })
    else await field.fill(value)
  }
}

/** How the guides say that something stands in a row of its own. */
const besideWhat = / ud for | beside /

function pressable(part: Locator, name: RegExp): Locator {
  const goes = part.getByRole('link', { name }).or(part.getByRole('button', { name }))
  const ticks = part.getByRole('radio', { name }).or(part.getByRole('checkbox', { name }))
  const folds = part.locator('summary').filter({ hasText: name })
  return goes.or(ticks).or(folds).locator('visible=true')
}

const isOf = (found: Locator, tag: string) =>
  found.evaluate((element, wanted) => element.tagName.toLowerCase() === wanted, tag)

function given<Value>(values: Value[], name: string): Value {
  const value = values.shift()
  assert.ok(value !== undefined, `nothing was brought for “${name}”`)
  return value
}

/** A name as it begins on the page; what the page fills in there stands in the guide as `…`. */
function pattern(name: string, where: 'beginning' | 'anywhere' = 'beginning'): RegExp {
  const said = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('…', '.+')
  return new RegExp(where === 'beginning' ? `^\\s*${said}` : said)
}
