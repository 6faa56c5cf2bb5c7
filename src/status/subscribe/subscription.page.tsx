/** What the links in the mails lead to: say yes, change, unsubscribe, or that the link no longer leads anywhere. */
import { Mistakes } from '../../access/management/fields.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { statusPaths } from '../status-paths.ts'
import { statusText } from '../text.ts'
import { ChoicesFields, type ChoicesFieldsProps } from './choices-fields.tsx'
import { endPath, subscribePaths, subscriptionPath } from './subscribe-paths.ts'
import { subscribeText } from './text.ts'

export type SubscriptionPageProps = Omit<ChoicesFieldsProps, 'language'> & {
  readonly shell: Shell
  readonly token: string
  readonly address: string
  readonly confirmed: boolean
  readonly done: string | null
}

export function SubscriptionPage(props: SubscriptionPageProps) {
  const { shell, token, address, confirmed, parts, typed, wrong, done } = props
  const { language } = shell
  const text = subscribeText[language]
  const { title, lead, button } = confirmed ? text.change : text.confirm
  return (
    <Layout shell={shell} title={title} stylesheets={[shell.assets.adminStylesheet]}>
      <h1>{title}</h1>
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p>{done}</p>
        </div>
      )}
      <p class="lead">{lead}</p>
      <p>
        {text.address}: <strong class="seb-mail">{address}</strong>
      </p>
      <Mistakes language={language} wrong={wrong} />
      <form class="seb-form" method="post" action={subscriptionPath(token)}>
        <ChoicesFields {...{ language, parts, typed, wrong }} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {button}
          </button>
        </div>
      </form>
      {!confirmed && <p>{text.confirm.not}</p>}
      {confirmed && (
        <form class="seb-section" method="post" action={endPath(token)}>
          <p class="quiet">{text.change.endHint}</p>
          <p class="seb-actions">
            <button class="button button-secondary" type="submit">
              {text.change.end}
            </button>
          </p>
        </form>
      )}
    </Layout>
  )
}

export function EndPage({ shell, token }: { shell: Shell; token: string }) {
  const text = subscribeText[shell.language].toEnd
  return (
    <Layout shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <form method="post" action={endPath(token)}>
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.button}
          </button>
          <a class="seb-hit" href={subscriptionPath(token)}>
            {text.change}
          </a>
        </p>
      </form>
    </Layout>
  )
}

/** It is over, or was never there. */
export function NoSubscriptionPage({ shell, why }: { shell: Shell; why: 'ended' | 'gone' }) {
  const text = subscribeText[shell.language]
  return (
    <Layout shell={shell} title={text[why].title}>
      <h1>{text[why].title}</h1>
      <p class="lead">{text[why].lead}</p>
      <p class="seb-actions">
        <a class="seb-hit" href={subscribePaths.ask}>
          {text.again}
        </a>
        <a class="seb-hit" href={statusPaths.page}>
          {statusText[shell.language].back}
        </a>
      </p>
    </Layout>
  )
}
