/** The switchboard: what is to be wrong with the next answer of each provider, and which services do not answer log-out. */
import { signInText } from '../../src/brokering/pages/text.ts'
import { fillText } from '../../src/web/fill.ts'
import { Icon } from '../../src/web/icons.tsx'
import type { Shell } from '../../src/web/shell.ts'
import { sandboxPaths, servicePath } from '../addresses.ts'
import type { BrowserNotes } from '../browser-notes.ts'
import { type ProviderKey, providerKeys, providers } from '../data/providers.ts'
import { serviceKeys, services } from '../data/services.ts'
import { type FaultKey, faultKeys, faults } from '../idp/faults.ts'
import { SandboxPage } from './sandbox-page.tsx'
import { sandboxText } from './text.ts'

/** `id` is the log-in page to go back to. */
export const switchboardFields = { provider: 'udbyder', fault: 'fejl', id: 'id' } as const

export type SwitchboardPageProps = {
  readonly shell: Shell
  readonly notes: BrowserNotes
  /** The provider that was just set, or is to be. */
  readonly provider: ProviderKey | null
  readonly id: string | null
}

export function SwitchboardPage({ shell, notes, provider, id }: SwitchboardPageProps) {
  const { language } = shell
  const text = sandboxText[language].switchboard
  const shown = provider && id ? [provider] : providerKeys
  return (
    <SandboxPage shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      <div class="seb-split">
        <div>
          {shown.map((key) => (
            <ProviderSwitch shell={shell} provider={key} fault={notes.faults.get(key) ?? null} id={id} />
          ))}
        </div>
        <aside class="seb-aside" aria-label={text.silentTitle}>
          <section>
            <h2>{text.silentTitle}</h2>
            <p>{text.silentLead}</p>
            {serviceKeys.map((key) => (
              <form method="post" action={servicePath(key).silence} class="sb-item">
                <strong>{services[key].names[language]}</strong>
                <span>{notes.silent.has(key) ? text.silent : text.answers}</span>
                <button class="seb-textbutton" type="submit" name="tavs" value={notes.silent.has(key) ? 'nej' : 'ja'}>
                  <span>
                    {fillText(notes.silent.has(key) ? text.makeAnswer : text.makeSilent, {
                      service: services[key].names[language],
                    })}
                  </span>
                </button>
              </form>
            ))}
          </section>
        </aside>
      </div>
    </SandboxPage>
  )
}

type SwitchProps = { shell: Shell; provider: ProviderKey; fault: FaultKey | null; id: string | null }

function ProviderSwitch({ shell, provider, fault, id }: SwitchProps) {
  const { language } = shell
  const text = sandboxText[language]
  const name = providers[provider].names[language]
  const field = `fejl-${provider}`
  return (
    <form method="post" action={sandboxPaths.switchboard} class="seb-panel sb-switch">
      <input type="hidden" name={switchboardFields.provider} value={provider} />
      {id && <input type="hidden" name={switchboardFields.id} value={id} />}
      {fault && (
        <p class="seb-trouble">
          <Icon sprite={shell.assets.icons} name="warning" />
          <span>
            {fillText(text.switchboard.saved, { provider: name, fault: text.faults[fault] })}.{' '}
            {fillText(text.switchboard.wayOn, { provider: name })}{' '}
            {fillText(text.switchboard.ends, { page: endOf(fault, shell) })}
          </span>
        </p>
      )}
      <label class="form-label" for={field}>
        {fillText(text.switchboard.label, { provider: name })}
      </label>
      <div class="sb-inline">
        <select class="sb-select" id={field} name={switchboardFields.fault}>
          <option value="">{text.switchboard.none}</option>
          {faultKeys.map((key) => (
            <option value={key} selected={key === fault}>
              {text.faults[key]}
            </option>
          ))}
        </select>
        <button class="button button-secondary" type="submit">
          {text.switchboard.save}
        </button>
      </div>
    </form>
  )
}

/** The title of the page that SEB is to show. */
function endOf(fault: FaultKey, { language }: Shell): string {
  const { ends } = faults[fault]
  return signInText[language].reasons[ends === 'unknown' ? 'answer-wrong' : ends].title
}
