/** Ways on from a page that stopped somebody: each with its consequence, none a dead end. */
import type { Child } from 'hono/jsx'
import { fillText } from '../../web/fill.ts'
import { formatList } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { Shell } from '../../web/shell.ts'
import { signInFields, signInPaths } from './sign-in-address.ts'
import { signInText } from './text.ts'

export type Way =
  /** Ask for what was missing, or to be created; where that is done already, see how far it is. */
  | { readonly kind: 'ask'; readonly signIn: string; readonly about: 'role' | 'account' | 'answer' }
  /** Take a role at once, because it cannot wait. */
  | { readonly kind: 'emergency'; readonly signIn: string }
  /** Choose another of one's organisations for the same sign-in. */
  | { readonly kind: 'other-organisation'; readonly href: string; readonly organisations: readonly string[] }
  /** Back to the discovery page of the same sign-in. */
  | { readonly kind: 'other-log-in'; readonly href: string }
  /** The same log-in once more. */
  | { readonly kind: 'try-again'; readonly href: string }
  /** Give the service its answer (no) and go back to it. */
  | { readonly kind: 'back'; readonly signIn: string; readonly service: string }
  /** Open the service anew; nothing is left of this sign-in. */
  | { readonly kind: 'open-service'; readonly href: string; readonly service: string }
  | { readonly kind: 'front' }

/** The one filled button of the page. */
export function MainWay({ shell, way }: { shell: Shell; way: Way }) {
  const { name } = words(shell, way)
  if (isForm(way)) {
    return (
      <form method="post" action={actions[way.kind]}>
        <input type="hidden" name={signInFields.signIn} value={way.signIn} />
        <button class="button button-primary" type="submit">
          {name}
        </button>
      </form>
    )
  }
  return (
    <a class="button button-primary" href={hrefOf(way)}>
      {name}
    </a>
  )
}

/** The other ways, as rows. */
export function OtherWays({ shell, ways }: { shell: Shell; ways: readonly Way[] }) {
  if (ways.length === 0) return null
  return (
    <section class="seb-section">
      <h2>{signInText[shell.language].otherWays}</h2>
      <ul class="seb-or plain-list">
        {ways.map((way) => (
          <li>
            <WayRow shell={shell} way={way} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function WayRow({ shell, way }: { shell: Shell; way: Way }) {
  const { name, consequence } = words(shell, way)
  const content: Child = (
    <>
      <span>
        <b>{name}</b>
        <small>{consequence}</small>
      </span>
      <Icon sprite={shell.assets.icons} name="chevron-right" />
    </>
  )
  if (isForm(way)) {
    return (
      <form method="post" action={actions[way.kind]}>
        <input type="hidden" name={signInFields.signIn} value={way.signIn} />
        <button class="seb-way" type="submit">
          {content}
        </button>
      </form>
    )
  }
  return (
    <a class="seb-way" href={hrefOf(way)}>
      {content}
    </a>
  )
}

/** What changes something is a form. */
const actions = { back: signInPaths.cancel, ask: signInPaths.ask, emergency: signInPaths.emergency } as const
type FormWay = Extract<Way, { kind: keyof typeof actions }>
const isForm = (way: Way): way is FormWay => way.kind in actions

const hrefOf = (way: Exclude<Way, FormWay>) => (way.kind === 'front' ? '/' : way.href)

function words(shell: Shell, way: Way): { name: string; consequence: string } {
  const text = signInText[shell.language].ways
  switch (way.kind) {
    case 'ask':
      return { name: text.ask[way.about], consequence: text.askHint }
    case 'emergency':
      return { name: text.emergency, consequence: text.emergencyHint }
    case 'other-organisation':
      return {
        name: text.otherOrganisation,
        consequence: fillText(text.otherOrganisationHint, {
          organisations: formatList(way.organisations, shell.language),
        }),
      }
    case 'other-log-in':
      return { name: text.otherLogIn, consequence: text.otherLogInHint }
    case 'try-again':
      return { name: text.tryAgain, consequence: text.tryAgainHint }
    case 'back':
      return { name: fillText(text.back, { service: way.service }), consequence: text.backHint }
    case 'open-service':
      return { name: fillText(text.openService, { service: way.service }), consequence: text.openServiceHint }
    case 'front':
      return { name: text.front, consequence: text.frontHint }
  }
}
