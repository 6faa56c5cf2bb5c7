/** The fields of the forms of system management, each with its hint and what is wrong with it, and the summary above a form. */
import type { Child } from 'hono/jsx'
import type { Language } from '../../web/languages.ts'
import { managementText } from './text.ts'

/** What is wrong, as a sentence for each field by its id. */
export type Wrong = Readonly<Partial<Record<string, string>>>

export const nothingWrong: Wrong = {}

export function isWrong(wrong: Wrong): boolean {
  return Object.keys(wrong).length > 0
}

/** What must be corrected, each a link to its field. */
export function Mistakes({ language, wrong }: { readonly language: Language; readonly wrong: Wrong }) {
  if (!isWrong(wrong)) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{managementText[language].notSaved}</h2>
      <ul>
        {Object.entries(wrong).map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

type MeanwhileProps = {
  readonly language: Language
  /** What stands now where it differs from what was typed: names and values. */
  readonly stands: readonly (readonly [string, string])[]
}

/** Somebody else saved first: what they wrote, so that nobody overwrites it unseen. */
export function Meanwhile({ language, stands }: MeanwhileProps) {
  const text = managementText[language]
  if (stands.length === 0) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{text.meanwhileTitle}</h2>
      <p>{text.meanwhile}</p>
      <ul>
        {stands.map(([name, value]) => (
          <li>
            {name}: <strong>{value === '' ? text.nothing : value}</strong>
          </li>
        ))}
      </ul>
    </div>
  )
}

type FieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string | undefined
  readonly wrong: Wrong
}

export function Field({ id, label, hint, wrong, children }: FieldProps & { readonly children: Child }) {
  return (
    <div class={fieldClass(wrong, id)}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint && <span class="form-hint">{hint}</span>}
      <MistakeOf id={id} wrong={wrong} />
      {children}
    </div>
  )
}

type TextFieldProps = FieldProps & {
  readonly value: string
  readonly type?: 'text' | 'date' | 'email' | 'url'
  readonly longest?: number
}

export function TextField({ value, type = 'text', longest = 256, ...field }: TextFieldProps) {
  return (
    <Field {...field}>
      <input
        class="form-input"
        type={type}
        id={field.id}
        name={field.id}
        value={value}
        maxlength={type === 'date' ? undefined : longest}
        aria-describedby={`${field.id}-fejl`}
        autocomplete="off"
      />
    </Field>
  )
}

/** Several values, one a line. */
export function LinesField({ values, ...field }: FieldProps & { readonly values: readonly string[] }) {
  return (
    <Field {...field}>
      <textarea
        class="form-input"
        id={field.id}
        name={field.id}
        rows={Math.min(Math.max(values.length + 1, 3), 12)}
        aria-describedby={`${field.id}-fejl`}
      >
        {values.join('\n')}
      </textarea>
    </Field>
  )
}

export type Choice = { readonly value: string; readonly name: string; readonly hint?: string }

type SelectFieldProps = FieldProps & {
  readonly value: string
  readonly choices: readonly Choice[]
  /** What stands while nothing is chosen; without it something always is. */
  readonly none?: string
}

export function SelectField({ value, choices, none, ...field }: SelectFieldProps) {
  return (
    <Field {...field}>
      <select class="form-select" id={field.id} name={field.id} aria-describedby={`${field.id}-fejl`}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map((choice) => (
          <option value={choice.value} selected={choice.value === value}>
            {choice.name}
          </option>
        ))}
      </select>
    </Field>
  )
}

/** One yes or no. */
export function TickField({ id, label, hint, ticked }: Omit<FieldProps, 'wrong'> & { readonly ticked: boolean }) {
  return (
    <div class="seb-field">
      <div class="form-group-checkbox">
        <input class="form-checkbox" type="checkbox" id={id} name={id} value="ja" checked={ticked} />
        <label class="form-label" for={id}>
          {label}
        </label>
      </div>
      {hint && <span class="form-hint">{hint}</span>}
    </div>
  )
}

type ChoicesFieldProps = FieldProps & {
  readonly kind: 'checkbox' | 'radio'
  readonly choices: readonly Choice[]
  readonly chosen: readonly string[]
}

/** Ticks for many, radio buttons for one of them. The first has the field's own id, so that a mistake leads there. */
export function ChoicesField({ id, label, hint, wrong, kind, choices, chosen }: ChoicesFieldProps) {
  const own = (index: number) => (index === 0 ? id : `${id}-${index}`)
  return (
    <fieldset class={fieldClass(wrong, id)} aria-describedby={`${id}-fejl`}>
      <legend>{label}</legend>
      {hint && <span class="form-hint">{hint}</span>}
      <MistakeOf id={id} wrong={wrong} />
      {choices.map((choice, index) => (
        <div class={`form-group-${kind}`}>
          <input
            class={`form-${kind}`}
            type={kind}
            id={own(index)}
            name={id}
            value={choice.value}
            checked={chosen.includes(choice.value)}
          />
          <label class="form-label" for={own(index)}>
            {choice.name}
          </label>
          {choice.hint && <span class="form-hint">{choice.hint}</span>}
        </div>
      ))}
    </fieldset>
  )
}

/** Stands even when empty: the field names it as its description. */
export function MistakeOf({ id, wrong }: { readonly id: string; readonly wrong: Wrong }) {
  return (
    <p class="seb-mistake" id={`${id}-fejl`}>
      {wrong[id] ?? ''}
    </p>
  )
}

export function fieldClass(wrong: Wrong, id: string): string {
  return wrong[id] === undefined ? 'seb-field' : 'seb-field seb-field--bad'
}

type SaveProps = { readonly language: Language; readonly button: string; readonly back: string }

/** The button of a form, and the way out of it. */
export function Save({ language, button, back }: SaveProps) {
  return (
    <div class="seb-actions">
      <button class="button button-primary" type="submit">
        {button}
      </button>
      <a class="seb-hit" href={back}>
        {managementText[language].cancel}
      </a>
    </div>
  )
}
