/** "Hvad du får mail om": for each thing people are told of, at once, gathered in the morning, or not at all. */
import { noticePaths } from '../../../notices/notice-paths.ts'
import type { Choice } from '../../../notices/settings.store.ts'
import { noticeText } from '../../../notices/text.ts'
import { type Audience, deliveries } from '../../../notices/topics.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { Icon } from '../../../web/icons.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { minePaths } from '../mine-paths.ts'
import { myNoticesText } from './text.ts'

/** As typed, a choice may be none of the ways there are. */
export type TypedChoice = Omit<Choice, 'delivery'> & { delivery: Choice['delivery'] | null }

export type NoticeSettingsPageProps = {
  readonly frame: AdminFrame
  readonly choices: readonly TypedChoice[]
  /** Null: SEB knows none. Undefined: the log-in shows too little of the person. */
  readonly email: string | null | undefined
  /** The mail server would not take the last mail to it. */
  readonly isRefused: boolean
  /** Whether they may choose no mail. */
  readonly allowsNone: boolean
  readonly saved: boolean
  /** For whoever decides for the organisation: whether its people may choose no mail. */
  readonly organisation: { readonly name: string; readonly allows: boolean } | null
}

/** The name of the field of a choice. */
export function fieldOf({ audience, topic }: { audience: Audience; topic: string }): string {
  return `${audience}-${topic}`
}

export function NoticeSettingsPage(props: NoticeSettingsPageProps) {
  const { frame, choices, email, isRefused, allowsNone, saved, organisation } = props
  const { language } = frame.shell
  const all = myNoticesText[language]
  const text = all.choose
  const values = { capacity: frame.acting.capacity, for: frame.acting.for, organisation: frame.acting.for }
  const missing = choices.filter(({ delivery }) => delivery === null)
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={fillText(text.lead, values)}
      breadcrumb={[{ name: all.title, href: noticePaths.list }]}
    >
      {saved && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{text.saved}</p>
        </div>
      )}
      {missing.length > 0 && <Mistakes frame={frame} missing={missing} />}
      {email !== undefined && (
        <p class="seb-told__to">{email === null ? text.noAddress : fillText(text.address, { email })}</p>
      )}
      {isRefused && (
        <p class="seb-state seb-state--bad">
          <Icon sprite={frame.shell.assets.icons} name="error" />
          <span>{text.refused}</span>
        </p>
      )}
      <p class="quiet">
        {text.mandatory} {!allowsNone && fillText(text.noneForbidden, values)}
      </p>
      <form class="seb-form" method="post" action={noticePaths.settings}>
        {[...Map.groupBy(choices, ({ audience }) => audience)].map(([audience, some]) => (
          <section aria-labelledby={audience}>
            <h2 id={audience}>{text.audiences[audience]}</h2>
            {some.map((choice) => (
              <Way frame={frame} choice={choice} allowsNone={allowsNone} />
            ))}
          </section>
        ))}
        <p class="quiet">{fillText(text.where, values)}</p>
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a href={noticePaths.list}>{text.cancel}</a>
        </p>
      </form>
      {organisation && <OfOrganisation frame={frame} organisation={organisation} />}
    </AdminLayout>
  )
}

function topicName({ topic }: { topic: string }, language: 'da' | 'en'): string {
  const names: Readonly<Record<string, string>> = noticeText[language].topics
  return names[topic] ?? topic
}

function Mistakes({ frame: { shell }, missing }: { frame: AdminFrame; missing: readonly TypedChoice[] }) {
  const text = myNoticesText[shell.language].choose.mistake
  return (
    <div class="seb-mistakes" role="alert" aria-labelledby="fejl">
      <h2 id="fejl">{text.title}</h2>
      <ul>
        {missing.map((choice) => (
          <li>
            <a href={`#${fieldOf(choice)}`}>{fillText(text.none, { topic: topicName(choice, shell.language) })}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type WayProps = { readonly frame: AdminFrame; readonly choice: TypedChoice; readonly allowsNone: boolean }

function Way({ frame: { shell }, choice, allowsNone }: WayProps) {
  const text = myNoticesText[shell.language].choose
  const field = fieldOf(choice)
  const bad = choice.delivery === null
  return (
    <div class={bad ? 'seb-field seb-field--bad' : 'seb-field'}>
      <label class="form-label" for={field}>
        {topicName(choice, shell.language)}
      </label>
      <select class="form-select" id={field} name={field} aria-invalid={bad ? 'true' : undefined}>
        {deliveries
          .filter((way) => way !== 'none' || allowsNone)
          .map((way) => (
            <option value={way} selected={choice.delivery === way}>
              {text.deliveries[way]}
            </option>
          ))}
      </select>
    </div>
  )
}

function OfOrganisation({
  frame: { shell },
  organisation: { name, allows },
}: {
  frame: AdminFrame
  organisation: { name: string; allows: boolean }
}) {
  const text = myNoticesText[shell.language].organisation
  return (
    <section class="seb-section" aria-labelledby="organisation">
      <h2 id="organisation">{fillText(text.title, { organisation: name })}</h2>
      <p>{allows ? text.allowed : text.notAllowed}</p>
      <form method="post" action={minePaths.noMail}>
        <button class="button button-secondary" type="submit" name="maa" value={allows ? 'nej' : 'ja'}>
          {allows ? text.forbid : text.allow}
        </button>
      </form>
    </section>
  )
}
