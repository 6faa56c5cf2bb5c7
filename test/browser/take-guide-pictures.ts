/**
 * `npm run guide-pictures`: takes the pictures of the guides anew, of the sandbox, in both languages, and writes them below
 * `src/guides/pictures`. They are looked at before they are kept.
 */
import { writeFile } from 'node:fs/promises'
import type { Browser } from 'playwright-core'
import { personaByKey } from '../../sandbox/people/personas.ts'
import { writeDay } from '../../src/base/danish-time.ts'
import { fromRoot } from '../../src/base/root.ts'
import { pictureName, pictureSize } from '../../src/guides/pictures.ts'
import { type Language, languages } from '../../src/web/languages.ts'
import { startBrowser } from '../support/browser.ts'
import { openSandboxStage, type SandboxStage } from '../support/sandbox-stage.ts'
import { GuideWalker } from './guide-walker.ts'

interface Scene {
  stage: SandboxStage
  language: Language
  /** Somebody new at a browser of that size. */
  visitor(): Promise<GuideWalker>
  /** Logged in to SEB. */
  inside(key: string): Promise<GuideWalker>
  /** Keeps what is on the screen, from its heading down. */
  take(name: string, walker: GuideWalker): Promise<void>
}

/** In order: what one leaves behind, the next shows. */
const scenes: readonly ((scene: Scene) => Promise<void>)[] = [
  chooseLogIn,
  refused,
  askAndDecide,
  ownAccess,
  giveRole,
  appoint,
  review,
  giveService,
  writeMessage,
]

async function chooseLogIn({ visitor, take }: Scene): Promise<void> {
  const walker = await visitor()
  await walker.toLogIn('medicinkort')
  await take('vaelg-log-in', walker)
}

async function refused({ visitor, take }: Scene): Promise<void> {
  const walker = await visitor()
  await walker.toLogIn('medicinkort')
  await walker.logIn(called('petra'))
  await take('afvist', walker)
}

async function askAndDecide({ inside, take, language }: Scene): Promise<void> {
  const emil = await inside('emil')
  await emil.go('/mig/anmod')
  await emil.press(/^Jeg skal have mere adgang|^I need more access/)
  await emil.press(/^Henvisninger|^Referrals/)
  await take('roller-i-dnhf', emil)
  await emil.press(/^Behandler i|^Behandler|^Clinician/)
  await emil.fill(/Hvad skal du bruge den til|What .* need it for|What .* use it for/, words[language].why)
  await emil.press(/^Videre til kontrol|^On to |^Continue/)
  await take('anmodning', emil)
  await emil.press(/^Send anmodning|^Send request|^Send the request/)
  const sigrid = await inside('sigrid')
  await sigrid.go('/admin/anmodninger')
  await sigrid.press(/^Emil Thorhauge/)
  await take('svar-paa-anmodning', sigrid)
}

async function ownAccess({ inside, take }: Scene): Promise<void> {
  const anna = await inside('anna')
  await anna.go('/mig')
  await take('min-adgang', anna)
}

async function giveRole({ inside, take, stage, language }: Scene): Promise<void> {
  const birgit = await inside('birgit')
  await find(birgit, 'Helle Vadum')
  await birgit.press(/^Tildel rolle|^Give a role|^Assign/)
  await birgit.press(/^Læseadgang|^Read only/)
  await birgit.fill(/^Til og med|^Until/, dayAhead(stage, 4))
  await birgit.fill(/^Begrundelse|^Reason/, words[language].locum)
  await birgit.press(/^Se efter|^Check it/)
  await take('giv-rolle', birgit)
}

async function appoint({ inside, take }: Scene): Promise<void> {
  const birgit = await inside('birgit')
  await birgit.go('/admin/administratorer/udpeg?soeg=Anna&navn=Anna')
  await birgit.press(/^Vælg|^Choose/)
  await take('udpeg', birgit)
}

async function review({ inside, take, stage, language }: Scene): Promise<void> {
  const birgit = await inside('birgit')
  await find(birgit, 'Anna Sandbæk Lund')
  await birgit.press(/^Tildel rolle|^Give a role|^Assign/)
  await birgit.press(/^Visitator|^Referral assessor/)
  await birgit.fill(/^Begrundelse|^Reason/, words[language].locum)
  await birgit.press(/^Se efter|^Check it/)
  await birgit.press(/^Giv rollen|^Give the role/)
  await birgit.go('/admin/kontrol/ny')
  await birgit.fill(/skal kontrollen hedde|called/, words[language].review)
  await birgit.fill(/^Sidste dag|^Last day/, dayAhead(stage, 30))
  await birgit.press(/^De stopper, indtil|^They stop until/)
  await birgit.press(/^Start kontrollen|^Start the review/)
  await birgit.go('/admin/kontrol')
  await birgit.press(new RegExp(`^${words[language].review}`))
  await take('kontrol', birgit)
}

async function giveService({ inside, take }: Scene): Promise<void> {
  const rikke = await inside('rikke')
  await rikke.go('/forvaltning/organisationer?soeg=Fysioterapien')
  await rikke.press(/^Fysioterapien Strandvej/)
  await rikke.press(/^Giv en tjeneste|^Give a service/)
  await rikke.press(/Medicinkort|medication/i)
  await take('giv-tjeneste', rikke)
}

async function writeMessage({ inside, take }: Scene): Promise<void> {
  const rikke = await inside('rikke')
  await rikke.go('/desk/drift/ny?slags=incident')
  await take('driftsbesked', rikke)
}

const words = {
  da: { why: 'Jeg tager imod patienter i afdelingen', locum: 'Vikar i denne uge', review: 'Kontrol af klinikken' },
  en: { why: 'I receive patients in the ward', locum: 'Locum this week', review: 'Review of the clinic' },
} as const

async function find(walker: GuideWalker, name: string): Promise<void> {
  await walker.go('/admin')
  await walker.fill(/^Find/, name)
  await walker.press(/^Find$/)
}

const called = (key: string) => {
  const persona = personaByKey(key)
  if (!persona) throw new Error(`nobody is called ${key}`)
  return persona
}

const dayAhead = (stage: SandboxStage, days: number) =>
  writeDay(new Date(stage.clock.now().getTime() + days * 86_400_000))

/** WebP, by the browser itself: a quarter of a PNG, and nothing to install. */
async function compress(browser: Browser, png: Buffer): Promise<Buffer> {
  const page = await browser.newPage()
  const address = await page.evaluate(
    async (source) => {
      const picture = new Image()
      picture.src = source
      await picture.decode()
      const canvas = document.createElement('canvas')
      canvas.width = picture.width
      canvas.height = picture.height
      canvas.getContext('2d', { alpha: false })?.drawImage(picture, 0, 0)
      return canvas.toDataURL('image/webp', 0.82)
    },
    `data:image/png;base64,${png.toString('base64')}`,
  )
  await page.close()
  const [kind, content = ''] = address.split(',')
  if (kind !== 'data:image/webp;base64') throw new Error(`the browser wrote ${kind}`)
  return Buffer.from(content, 'base64')
}

async function takeAll(browser: Browser, language: Language): Promise<void> {
  const stage = await openSandboxStage()
  const walkers = new Map<string, GuideWalker>()
  const open = async (key: string) => {
    const walker = await GuideWalker.open(browser, stage.url, language, pictureSize)
    walkers.set(key, walker)
    return walker
  }
  const scene: Scene = {
    stage,
    language,
    visitor: () => open(`visitor ${walkers.size}`),
    inside: async (key) => {
      const known = walkers.get(key)
      if (known) return known
      const walker = await open(key)
      await walker.enter(called(key))
      return walker
    },
    take: async (name, { page }) => {
      await page.locator('h1').evaluate((element) => {
        window.scrollTo(0, Math.max(0, element.getBoundingClientRect().top + window.scrollY - 12))
      })
      const picture = await compress(browser, await page.screenshot())
      const path = fromRoot('src', 'guides', 'pictures', pictureName(name, language))
      await writeFile(path, picture)
      process.stdout.write(`${path} ${picture.length}\n`)
    },
  }
  for (const play of scenes) await play(scene)
  for (const walker of walkers.values()) await walker.close()
  await stage.close()
}

const browser = await startBrowser()
for (const language of languages) await takeAll(browser, language)
await browser.close()
