/** "Log-in, vi husker i denne browser": which services go straight on to which log-in, and how to forget it. */
import { fillText } from '../web/fill.ts'
import { Layout } from '../web/layout.tsx'
import type { Shell } from '../web/shell.ts'
import { discoveryFields, discoveryPaths } from './discovery-address.ts'
import { discoveryText } from './text.ts'

export type RememberedPageProps = {
  readonly shell: Shell
  readonly choices: readonly {
    readonly serviceId: string
    readonly serviceName: string
    /** `Region Nordjylland`, `NemLog-in, MitID Erhverv`. */
    readonly providerName: string
  }[]
}

export function RememberedPage({ shell, choices }: RememberedPageProps) {
  const text = discoveryText[shell.language].remembered
  return (
    <Layout shell={shell} title={text.title}>
      <div class="seb-narrow">
        <h1>{text.title}</h1>
        {choices.length === 0 ? (
          <div class="seb-empty">
            <h2>{text.emptyTitle}</h2>
            <p>{text.empty}</p>
          </div>
        ) : (
          <>
            <p class="lead">{text.lead}</p>
            <ul class="seb-list plain-list">
              {choices.map(({ serviceId, serviceName, providerName }) => (
                <li class="seb-line">
                  <p>
                    <span class="strong">{serviceName}</span>
                    <br />
                    <span class="quiet">{fillText(text.goesTo, { provider: providerName })}</span>
                  </p>
                  <form method="post" action={discoveryPaths.remembered}>
                    <input type="hidden" name={discoveryFields.service} value={serviceId} />
                    <button
                      class="button button-secondary"
                      type="submit"
                      aria-label={fillText(text.forgetOneFor, { service: serviceName })}
                    >
                      {text.forgetOne}
                    </button>
                  </form>
                </li>
              ))}
            </ul>
            {choices.length > 1 && (
              <form class="seb-after" method="post" action={discoveryPaths.remembered}>
                <button class="seb-textbutton" type="submit">
                  {text.forgetAll}
                </button>
              </form>
            )}
          </>
        )}
      </div>
    </Layout>
  )
}
