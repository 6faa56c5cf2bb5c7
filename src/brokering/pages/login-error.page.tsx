/** "Fejl": the log-in broke before SEB knew who it was about, so nothing was checked. What happened, and how to begin anew. */
import { HelpBox } from '../../web/help-box.tsx'
import { Layout } from '../../web/layout.tsx'
import { ServiceHeading, type ServiceName } from '../../web/service-heading.tsx'
import type { Shell } from '../../web/shell.ts'
import { fillReason } from './refusal-words.tsx'
import { signInText } from './text.ts'
import { MainWay, OtherWays, type Way } from './ways.tsx'

export type LoginErrorReason =
  | 'cookie-lost'
  | 'too-late'
  | 'already-answered'
  | 'answer-wrong'
  /** The service's own request did not hold. */
  | 'request-wrong'
  /** There is no such sign-in, or not any more. */
  | 'unknown-sign-in'

export type LoginErrorPageProps = {
  readonly shell: Shell
  readonly reason: LoginErrorReason
  /** Null when it is not known which service it was about. */
  readonly service: ServiceName | null
  /** The first becomes the button of the page. */
  readonly ways: readonly Way[]
  readonly reference: string
  readonly at: Date
}

export function LoginErrorPage({ shell, reason, service, ways, reference, at }: LoginErrorPageProps) {
  const text = signInText[shell.language]
  const words = fillReason(shell, { ...text.reasons, ...text.broken }[reason], {
    service: service?.name ?? text.theService,
    provider: text.yourLogIn,
  })
  const [main, ...others] = ways
  return (
    <Layout shell={shell} title={service ? `${words.title} – ${service.name}` : words.title}>
      {service && <ServiceHeading line={text.wereOnYourWayTo} service={service} />}
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <div class="seb-split">
        <div>
          <div class="seb-panel">
            <h2>{words.nextTitle}</h2>
            <p>{words.next}</p>
            {main && (
              <div class="seb-actions">
                <MainWay shell={shell} way={main} />
              </div>
            )}
          </div>
          <OtherWays shell={shell} ways={others} />
        </div>
        <aside class="seb-aside" aria-label={text.aside}>
          <HelpBox shell={shell} reference={reference} at={at} />
        </aside>
      </div>
    </Layout>
  )
}
