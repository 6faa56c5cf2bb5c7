/** A field of a form with its hint and its mistake, and the summary above the form that leads to each. */
import type { Child } from 'hono/jsx'

export interface SaidMistake {
  /** The id of the field. */
  field: string
  sentence: string
}

/** What must be corrected, each a link to its field. */
export function MistakeSummary({ title, mistakes }: { title: string; mistakes: readonly SaidMistake[] }) {
  if (mistakes.length === 0) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{title}</h2>
      <ul>
        {mistakes.map(({ field, sentence }) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FormFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly mistakes: readonly SaidMistake[]
  readonly children: Child
}

/** The control inside names `<id>-fejl` as its description; it stands even when empty. */
export function FormField({ id, label, hint, mistakes, children }: FormFieldProps) {
  const mistake = mistakes.find(({ field }) => field === id)
  return (
    <div class={mistake ? 'seb-field seb-field--bad' : 'seb-field'}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint && <span class="form-hint">{hint}</span>}
      <p class="seb-mistake" id={`${id}-fejl`}>
        {mistake?.sentence ?? ''}
      </p>
      {children}
    </div>
  )
}
