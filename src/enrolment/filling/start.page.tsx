/** `/tilmeld`: what is needed, who does what, how it goes, and the first two fields. And what is met by whoever lost the link. */
import { TextField, type Wrong } from '../../access/management/fields.tsx'
import { minePaths } from '../../access/mine/mine-paths.ts'
import { HelpBox } from '../../web/help-box.tsx'
import { Layout } from '../../web/layout.tsx'
import type { Shell } from '../../web/shell.ts'
import { enrolPaths } from '../enrolment-paths.ts'
import { StepMistakes } from './step-mistakes.tsx'
import { fillingText } from './text.ts'

export type StartPageProps = {
  readonly shell: Shell
  readonly formId: string
  readonly typed: { readonly name: string; readonly email: string }
  readonly wrong: Wrong
}

export function StartPage({ shell, formId, typed, wrong }: StartPageProps) {
  const { language, assets } = shell
  const { title, start: text } = fillingText[language]
  return (
    <Layout shell={shell} title={title} stylesheets={[assets.adminStylesheet, assets.enrolmentStylesheet]}>
      <h1>{title}</h1>
      <div class="seb-split">
        <div>
          <p class="lead">{text.lead}</p>
          <StepMistakes language={language} wrong={wrong} title={text.notBegun} />
          <h2>{text.forWhom}</h2>
          <p>{text.forWhomText}</p>
          <p>
            {text.already}
            <a href={minePaths.ask}>{text.alreadyLink}</a>
          </p>
          <h2>{text.need}</h2>
          <ul>
            {Object.values(text.needs).map((need) => (
              <li>{need}</li>
            ))}
          </ul>
          <p>{text.notNeeded}</p>
          <h2>{text.who}</h2>
          <dl class="seb-pairs">
            {Object.values(text.roles).map(({ role, does }) => (
              <div>
                <dt>{role}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <h2>{text.how}</h2>
          <ol class="seb-numbered">
            {Object.values(text.steps).map((step) => (
              <li>{step}</li>
            ))}
          </ol>
          <section class="seb-sign">
            <h2>{text.begin}</h2>
            <form class="seb-form" method="post" action={enrolPaths.start}>
              <input type="hidden" name="id" value={formId} />
              <TextField id="navn" label={text.name} value={typed.name} wrong={wrong} longest={200} />
              <TextField
                id="mail"
                label={text.email}
                hint={text.emailHint}
                type="email"
                value={typed.email}
                wrong={wrong}
              />
              <div class="seb-actions">
                <button class="button button-primary" type="submit">
                  {text.button}
                </button>
              </div>
            </form>
          </section>
        </div>
        <aside class="seb-aside" aria-label={text.goOn}>
          <section>
            <h2>{text.goOn}</h2>
            <p>
              {text.goOnText}
              <a href={enrolPaths.sendLink}>{text.goOnLink}</a>
            </p>
          </section>
          <HelpBox shell={shell} />
        </aside>
      </div>
    </Layout>
  )
}

type SendLinkPageProps = {
  readonly shell: Shell
  readonly email: string
  readonly wrong: Wrong
  /** Says the same whether there was anything to send. */
  readonly isSent: boolean
}

export function SendLinkPage({ shell, email, wrong, isSent }: SendLinkPageProps) {
  const { language, assets } = shell
  const { sendLink: text, start } = fillingText[language]
  const title = isSent ? text.sentTitle : text.title
  return (
    <Layout shell={shell} title={title} stylesheets={[assets.adminStylesheet, assets.enrolmentStylesheet]}>
      <div class="seb-narrow">
        <h1>{title}</h1>
        <p class="lead">{isSent ? text.sent : text.lead}</p>
        {isSent ? (
          <p>
            <a href={enrolPaths.start}>{text.back}</a>
          </p>
        ) : (
          <>
            <StepMistakes language={language} wrong={wrong} title={start.notBegun} />
            <form class="seb-form" method="post" action={enrolPaths.sendLink}>
              <TextField id="mail" label={start.email} type="email" value={email} wrong={wrong} />
              <div class="seb-actions">
                <button class="button button-primary" type="submit">
                  {text.button}
                </button>
              </div>
            </form>
          </>
        )}
      </div>
    </Layout>
  )
}

/** The same for an enrolment that is there as for one that is not. */
export function LinkNeededPage({ shell }: { readonly shell: Shell }) {
  const text = fillingText[shell.language].linkNeeded
  return (
    <Layout shell={shell} title={text.title}>
      <div class="seb-narrow">
        <h1>{text.title}</h1>
        <p class="lead">{text.what}</p>
        <div class="seb-actions">
          <a class="button button-primary" href={enrolPaths.sendLink}>
            {text.button}
          </a>
          <a class="seb-hit" href={enrolPaths.start}>
            {text.begin}
          </a>
        </div>
      </div>
    </Layout>
  )
}
