/** The front page while log-in is all there is: what SEB is, where to start, whom to call. The sandbox fills the slot. */
import type { Child } from 'hono/jsx'
import { fill } from './fill.ts'
import { Layout } from './layout.tsx'
import { Phone } from './phone.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type FrontPageProps = {
  readonly shell: Shell
  /** The page where one sees and forgets remembered log-ins. */
  readonly rememberedHref?: string
  /** What the sandbox shows a newcomer, between the lead and the rest. */
  readonly children?: Child
}

export function FrontPage({ shell, rememberedHref, children }: FrontPageProps) {
  const { front, deskHours } = webText[shell.language]
  return (
    <Layout shell={shell} title={front.title} kind="wide">
      <div class="seb-hero">
        <div class="container">
          <h1>{front.title}</h1>
          <p>{front.lead}</p>
        </div>
      </div>
      <div class="container seb-over">
        {children}
        <div class="seb-doors">
          <section class="seb-door">
            <h2>{front.signInTitle}</h2>
            <p>{front.signIn}</p>
            {rememberedHref && (
              <p>
                <a href={rememberedHref}>{front.rememberedLink}</a>
              </p>
            )}
          </section>
          <section class="seb-door">
            <h2>{front.accessTitle}</h2>
            <p>{front.access}</p>
          </section>
          <section class="seb-door">
            <h2>{front.helpTitle}</h2>
            <p>
              <Phone number={shell.desk.phone} /> {deskHours}
              <br />
              <a class="seb-mail" href={`mailto:${shell.desk.mail}?subject=SEB`}>
                {shell.desk.mail}
              </a>
              <br />
              {front.mailRule}
            </p>
            <p>{fill(front.onCall, { phone: <Phone number={shell.desk.onCallPhone} /> })}</p>
          </section>
        </div>
      </div>
    </Layout>
  )
}
