/** What to show of the log: time, what, who, about whom, outcome and number. */
import type { Child } from 'hono/jsx'
import { capital } from '../../web/format.ts'
import { type ActionGroup, actionGroups, actionSentence } from './action-words.ts'
import type { LogPageProps } from './log.page.tsx'
import { sebLog } from './log-paths.ts'
import { outcomes } from './log-query.ts'
import { logText } from './text.ts'

export function LogFilters({ frame: { shell }, paths, query }: LogPageProps) {
  const { language } = shell
  const text = logText[language]
  const { filters } = text
  return (
    <form class="seb-filters seb-filters--many" method="get" action={paths.log}>
      {query.account && <input type="hidden" name="konto" value={query.account} />}
      <Field id="fra" label={filters.from}>
        <input class="form-input" type="date" id="fra" name="fra" value={query.from} />
      </Field>
      <Field id="til" label={filters.until}>
        <input class="form-input" type="date" id="til" name="til" value={query.until} />
      </Field>
      <Field id="hvad" label={filters.action}>
        <select class="form-select" id="hvad" name="hvad">
          <option value="">{filters.all}</option>
          {(Object.keys(actionGroups) as ActionGroup[]).map((group) => (
            <optgroup label={text.groups[group]}>
              <option value={group} selected={query.action === group}>
                {text.groupAll.replace('{group}', text.groups[group])}
              </option>
              {actionGroups[group].map((action) => (
                <option value={action} selected={query.action === action}>
                  {capital(actionSentence(language, action, '…'))}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </Field>
      <Field id="hvem" label={filters.actor} hint={filters.nameHint}>
        <input class="form-input" type="search" id="hvem" name="hvem" value={query.actor} />
      </Field>
      {!query.account && (
        <Field id="om" label={filters.concerned} hint={filters.nameHint}>
          <input class="form-input" type="search" id="om" name="om" value={query.concerned} />
        </Field>
      )}
      <Field id="udfald" label={filters.outcome}>
        <select class="form-select" id="udfald" name="udfald">
          <option value="">{filters.all}</option>
          {outcomes.map((outcome) => (
            <option value={outcome} selected={query.outcome === outcome}>
              {text.outcomes[outcome]}
            </option>
          ))}
        </select>
      </Field>
      <Field id="nummer" label={filters.reference} hint={filters.referenceHint}>
        <input class="form-input" type="text" id="nummer" name="nummer" value={query.reference} autocomplete="off" />
      </Field>
      {paths === sebLog && (
        <Field id="cvr" label={filters.cvr}>
          <input class="form-input" type="text" id="cvr" name="cvr" value={query.cvr} inputmode="numeric" />
        </Field>
      )}
      <button class="button button-secondary" type="submit">
        {filters.show}
      </button>
    </form>
  )
}

function Field({ id, label, hint, children }: { id: string; label: string; hint?: string; children: Child }) {
  return (
    <div>
      <label class="form-label" for={id}>
        {label}
        {hint && <span class="sr-only"> ({hint})</span>}
      </label>
      {children}
    </div>
  )
}
