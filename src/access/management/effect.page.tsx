/** What a change will take or give, before it is done: the effect, and the button that agrees to just that. */
import type { Child } from 'hono/jsx'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import type { Language } from '../../web/languages.ts'
import type { AdminFrame } from '../admin/frame.ts'
import type { Counted } from './counted.ts'
import { managementText } from './text.ts'

export type EffectPageProps = {
  readonly frame: AdminFrame
  readonly title: string
  readonly breadcrumb: readonly { readonly name: string; readonly href: string }[]
  /** The most important first. */
  readonly effects: readonly string[]
  /** What the person should know besides. */
  readonly remarks: readonly string[]
  readonly action: string
  /** Names the effect that is agreed to: with another one it is shown again. */
  readonly agreed: string
  /** What was typed, carried on. */
  readonly typed?: readonly (readonly [string, string])[]
  /** Null where there is nothing to agree to. */
  readonly button: string | null
  /** The button that leads back to the form, with what was typed. */
  readonly edit?: string
  readonly back: string
  /** The effect is another than the one that was shown. */
  readonly changed: boolean
  /** More to choose before it is done. */
  readonly children?: Child
}

export function EffectPage(props: EffectPageProps) {
  const { frame, title, breadcrumb, effects, remarks, action, agreed, typed = [], button, edit, back, changed } = props
  const text = managementText[frame.shell.language]
  return (
    <AdminLayout {...frame} title={title} breadcrumb={breadcrumb}>
      {changed && (
        <div class="seb-mistakes" role="alert">
          <p>{text.changed}</p>
        </div>
      )}
      {effects.map((effect) => (
        <p class="strong">{effect}</p>
      ))}
      {remarks.length > 0 && (
        <ul>
          {remarks.map((remark) => (
            <li>{remark}</li>
          ))}
        </ul>
      )}
      <form class="seb-form" method="post" action={action}>
        <input type="hidden" name="set" value={agreed} />
        {typed.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        {props.children}
        <div class="seb-actions">
          {button && (
            <button class="button button-primary" type="submit">
              {button}
            </button>
          )}
          {edit && (
            <button class="button button-secondary" type="submit" name="trin" value="ret">
              {edit}
            </button>
          )}
          <a class="seb-hit" href={back}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

/** `312 rettigheder`, `80 personer`: what sentences about effects are filled with. */
export function countWords({ rights, people }: Counted, language: Language): { rights: string; people: string } {
  const text = managementText[language]
  const number = new Intl.NumberFormat(language)
  return {
    rights: rights === 1 ? text.rightsOne : fillText(text.rightsMany, { count: number.format(rights) }),
    people: people === 1 ? text.peopleOne : fillText(text.peopleMany, { count: number.format(people) }),
  }
}
