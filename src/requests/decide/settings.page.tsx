/** How long a request waits before it is for the chief administrators too, and whether there are to be any. */
import { FormField, MistakeSummary } from '../../access/admin/form-field.tsx'
import type { AdminFrame } from '../../access/admin/frame.ts'
import { AdminLayout } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import { decidePaths } from './decide-paths.ts'
import { decideText } from './text.ts'
import { mostDays } from './waiting.store.ts'

export type SettingsPageProps = {
  readonly frame: AdminFrame
  readonly days: string
  readonly takesRequests: boolean
  readonly wrong: boolean
  readonly saved: boolean
}

export function SettingsPage({ frame, days, takesRequests, wrong, saved }: SettingsPageProps) {
  const text = decideText[frame.shell.language]
  const mistakes = wrong ? [{ field: 'dage', sentence: fillText(text.daysWrong, { most: mostDays }) }] : []
  return (
    <AdminLayout
      {...frame}
      title={text.settings}
      lead={text.settingsLead}
      breadcrumb={[{ name: text.title, href: decidePaths.queue }]}
    >
      {saved && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{text.saved}</p>
        </div>
      )}
      <MistakeSummary title={text.mistakesTitle} mistakes={mistakes} />
      <form class="seb-form" method="post" action={decidePaths.settings}>
        <FormField id="dage" label={text.days} hint={fillText(text.daysHint, { most: mostDays })} mistakes={mistakes}>
          <input
            class="form-input"
            type="text"
            inputmode="numeric"
            id="dage"
            name="dage"
            value={days}
            aria-describedby="dage-fejl"
          />
        </FormField>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a class="seb-hit" href={decidePaths.queue}>
            {text.cancel}
          </a>
        </div>
      </form>
      <section class="seb-block" aria-labelledby="tager">
        <h2 id="tager">{text.taking.title}</h2>
        <p>{takesRequests ? text.taking.yes : text.taking.no}</p>
        <form class="seb-actions" method="post" action={decidePaths.settings}>
          <button class="button button-secondary" type="submit" name="tager" value={takesRequests ? 'nej' : 'ja'}>
            {takesRequests ? text.taking.stop : text.taking.start}
          </button>
        </form>
      </section>
    </AdminLayout>
  )
}
