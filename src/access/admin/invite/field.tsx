/** A field of a form with its hint and its mistake, and the summary above that leads to each mistake. */
import type { Child } from 'hono/jsx'

export type FieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  /** What is wrong; empty where nothing is. The field names `<id>-fejl` as its description. */
  readonly mistake: string
  readonly children: Child
}

export function Field({ id, label, hint, mistake, children }: FieldProps) {
  return (
    <div class={mistake ? 'seb-field seb-field--bad' : 'seb-field'}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint && <span class="form-hint">{hint}</span>}
      <p class="seb-mistake" id={`${id}-fejl`}>
        {mistake}
      </p>
      {children}
    </div>
  )
}

export function MistakeSummary(props: { title: string; mistakes: readonly { field: string; text: string }[] }) {
  const { title, mistakes } = props
  if (mistakes.length === 0) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{title}</h2>
      <ul>
        {mistakes.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}
