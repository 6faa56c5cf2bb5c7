/** What stands in the way of a role, above its form; and where the rule allows it, the field for why it is given all the same. */
import type { Language } from '../../web/languages.ts'
import type { Limits } from '../capacities/capacity.ts'
import { conflictFields } from './allow-conflicts.ts'
import type { Conflict } from './find-conflicts.ts'
import { sayConflict } from './say-conflict.ts'
import { conflictsText } from './text.ts'

export type ConflictShown = {
  readonly conflicts: readonly Conflict[]
  readonly limits: Limits
  /** Why it is given all the same, as typed. */
  readonly exception: string
}

type ConflictPanelProps = ConflictShown & { readonly language: Language; readonly wrong: boolean }

/** Inside the form: its field is one of it. */
export function ConflictPanel({ language, conflicts, limits, exception, wrong }: ConflictPanelProps) {
  const text = conflictsText[language]
  if (conflicts.length === 0) return null
  const blocked = conflicts.some(({ rule }) => rule.effect === 'blocked')
  const { panel, reason } = conflictFields
  return (
    <>
      <div class="seb-callout" id={panel}>
        <h2>{text.panelTitle}</h2>
        <ul>
          {conflicts.map((conflict) => (
            <li>{sayConflict(conflict, limits, language)}</li>
          ))}
        </ul>
        <p>{blocked ? text.blockedNext : text.allowedNext}</p>
      </div>
      {!blocked && (
        <div class={wrong ? 'seb-field seb-field--bad' : 'seb-field'}>
          <label class="form-label" for={reason}>
            {text.exception}
          </label>
          <span class="form-hint">{text.exceptionHint}</span>
          <input class="form-input" type="text" id={reason} name={reason} value={exception} maxlength={500} />
        </div>
      )}
    </>
  )
}
