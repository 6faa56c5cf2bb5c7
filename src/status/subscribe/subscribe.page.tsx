/** `/driftsstatus/tilmeld`: ask for mails, and what happens then. The same for every address. */
import { Field, Mistakes } from '../../access/management/fields.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { statusPaths } from '../status-paths.ts'
import { statusText } from '../text.ts'
import { ChoicesFields, type ChoicesFieldsProps } from './choices-fields.tsx'
import { subscribePaths } from './subscribe-paths.ts'
import { subscribeText } from './text.ts'

export type SubscribePageProps = Omit<ChoicesFieldsProps, 'language'> & {
  readonly shell: Shell
  readonly address: string
}

export function SubscribePage({ shell, address, parts, typed, wrong }: SubscribePageProps) {
  const { language } = shell
  const text = subscribeText[language]
  return (
    <Layout shell={shell} title={text.title} stylesheets={[shell.assets.adminStylesheet]}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <Mistakes language={language} wrong={wrong} />
      <form class="seb-form" method="post" action={subscribePaths.ask} novalidate>
        <Field id="mail" label={text.address} hint={text.addressHint} wrong={wrong}>
          <input
            class="form-input"
            type="email"
            id="mail"
            name="mail"
            value={address}
            maxlength={254}
            autocomplete="email"
            aria-describedby="mail-fejl"
          />
        </Field>
        <ChoicesFields {...{ language, parts, typed, wrong }} />
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.ask}
          </button>
          <a class="seb-hit" href={statusPaths.page}>
            {statusText[language].back}
          </a>
        </div>
      </form>
      <section class="seb-section" aria-labelledby="gemmer">
        <h2 id="gemmer">{text.keptTitle}</h2>
        <p>{text.kept}</p>
      </section>
    </Layout>
  )
}

export function AskedPage({ shell }: { shell: Shell }) {
  const text = subscribeText[shell.language]
  return (
    <Layout shell={shell} title={text.asked.title}>
      <h1>{text.asked.title}</h1>
      <p class="lead">{text.asked.lead}</p>
      <p>{text.asked.not}</p>
      <p class="seb-actions">
        <a class="seb-hit" href={statusPaths.page}>
          {statusText[shell.language].back}
        </a>
      </p>
    </Layout>
  )
}
