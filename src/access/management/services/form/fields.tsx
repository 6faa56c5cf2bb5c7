/** The fields of forms about services: label, hint, what was typed, and the mistake beside it, which the summary above leads to. */
import type { Child } from 'hono/jsx'

/** The sentence by the id of the field. */
export type FieldMistakes = Readonly<Record<string, string>>

type FieldProps = {
  /** Also its name. */
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly mistakes: FieldMistakes
}

type ValueProps = FieldProps & { readonly value: string }

/** What must be corrected, each a link to its field. */
export function MistakeSummary({ title, mistakes }: { title: string; mistakes: FieldMistakes }) {
  const all = Object.entries(mistakes)
  if (all.length === 0) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{title}</h2>
      <ul>
        {all.map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function TextField({ value, ...field }: ValueProps & { readonly type?: 'date' | 'number' }) {
  return (
    <Labelled {...field}>
      <input
        class="form-input"
        type={field.type ?? 'text'}
        id={field.id}
        name={field.id}
        value={value}
        aria-describedby={`${field.id}-fejl`}
        autocomplete="off"
      />
    </Labelled>
  )
}

export function TextArea({ value, rows = 4, ...field }: ValueProps & { readonly rows?: number }) {
  return (
    <Labelled {...field}>
      <textarea
        class="form-input"
        id={field.id}
        name={field.id}
        rows={rows}
        aria-describedby={`${field.id}-fejl`}
        spellcheck={false}
      >
        {/* The parser drops one line break right after the tag. */}
        {value.startsWith('\n') ? `\n${value}` : value}
      </textarea>
    </Labelled>
  )
}

type ChoiceProps = ValueProps & { readonly choices: readonly (readonly [value: string, name: string])[] }

export function SelectField({ value, choices, ...field }: ChoiceProps) {
  return (
    <Labelled {...field}>
      <select class="form-select" id={field.id} name={field.id} aria-describedby={`${field.id}-fejl`}>
        {choices.map(([choice, name]) => (
          <option value={choice} selected={choice === value}>
            {name}
          </option>
        ))}
      </select>
    </Labelled>
  )
}

export function RadioField({ value, choices, ...field }: ChoiceProps) {
  return (
    <fieldset class={fieldClass(field)} id={field.id}>
      <legend>{field.label}</legend>
      {field.hint && <span class="form-hint">{field.hint}</span>}
      <MistakeOf {...field} />
      {choices.map(([choice, name]) => (
        <div class="form-group-radio">
          <input
            class="form-radio"
            type="radio"
            id={`${field.id}-${choice}`}
            name={field.id}
            value={choice}
            checked={choice === value}
          />
          <label class="form-label" for={`${field.id}-${choice}`}>
            {name}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

type TickFieldProps = Omit<FieldProps, 'label'> & { readonly legend: string; readonly ticks: readonly Tick[] }

/** Ticks that each have a name of their own; `id` is of the group. */
export function TickField({ legend, ticks, ...field }: TickFieldProps) {
  return (
    <fieldset class={fieldClass(field)} id={field.id}>
      <legend>{legend}</legend>
      {field.hint && <span class="form-hint">{field.hint}</span>}
      <MistakeOf {...field} />
      {ticks.map(({ id, label, checked }) => (
        <div class="form-group-checkbox">
          <input class="form-checkbox" type="checkbox" id={id} name={id} value="1" checked={checked} />
          <label class="form-label" for={id}>
            {label}
          </label>
        </div>
      ))}
    </fieldset>
  )
}

export interface Tick {
  id: string
  label: string
  checked: boolean
}

function Labelled({ children, ...field }: FieldProps & { readonly children: Child }) {
  return (
    <div class={fieldClass(field)}>
      <label class="form-label" for={field.id}>
        {field.label}
      </label>
      {field.hint && <span class="form-hint">{field.hint}</span>}
      <MistakeOf {...field} />
      {children}
    </div>
  )
}

/** Stands even when empty: the field names it as its description. */
function MistakeOf({ id, mistakes }: Pick<FieldProps, 'id' | 'mistakes'>) {
  return (
    <p class="seb-mistake" id={`${id}-fejl`}>
      {mistakes[id] ?? ''}
    </p>
  )
}

function fieldClass({ id, mistakes }: Pick<FieldProps, 'id' | 'mistakes'>): string {
  return mistakes[id] ? 'seb-field seb-field--bad' : 'seb-field'
}
