/** The fields about an assignment, with what was typed and the mistakes in it, and the summary that leads to each. */
import type { Child } from 'hono/jsx'
import { fillText } from '../../../web/fill.ts'
import type { Shell } from '../../../web/shell.ts'
import { HoursFields } from '../../hours/hours-fields.tsx'
import type { AssignableRole, AssignableScope } from './assignable-roles.store.ts'
import { choicesOf, type FieldMistake, scopeField, type TypedAssignment } from './check-assignment.ts'
import { assignText } from './text.ts'
import { namedNumber, type UnitNumbers, unitsWith } from './unit-numbers.ts'

export type AssignFieldsProps = {
  readonly shell: Shell
  readonly assignable: AssignableRole
  readonly units: readonly UnitNumbers[]
  readonly typed: TypedAssignment
  readonly mistakes: readonly FieldMistake[]
  /** What every field begins with, where a page has those of several assignments. */
  readonly prefix?: string
}

/** What must be corrected, each a link to its field. */
export function Mistakes({ shell, assignable, mistakes }: Omit<AssignFieldsProps, 'typed' | 'units'>) {
  const text = assignText[shell.language]
  if (mistakes.length === 0) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{text.mistakesTitle}</h2>
      <ul>
        {mistakes.map((mistake) => (
          <li>
            <a href={`#${mistake.field}`}>{sentence(shell, assignable, mistake)}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function AssignFields(props: AssignFieldsProps) {
  const { shell, typed } = props
  const text = assignText[shell.language]
  return (
    <>
      <EffectFields {...props} />
      <Field {...props} id="begrundelse" label={text.reason} hint={text.reasonHint}>
        <input
          class="form-input"
          type="text"
          id="begrundelse"
          name="begrundelse"
          value={typed.reason}
          maxlength={500}
          aria-describedby="begrundelse-fejl"
        />
      </Field>
    </>
  )
}

/** What it applies to, how long, and at which hours, where that is for the reader to say. */
export function EffectFields({ asksHours = true, ...props }: AssignFieldsProps & { asksHours?: boolean }) {
  const { shell, assignable, typed, mistakes, prefix = '' } = props
  const saidAll = mistakes.map((each) => ({ field: each.field, sentence: sentence(shell, assignable, each) }))
  const text = assignText[shell.language]
  const { longestDays, scopes } = assignable.role
  const untilHint = longestDays === null ? text.untilHint : fillText(text.untilNeeded, { days: longestDays })
  const day = (name: string, value: string) => {
    const id = prefix + name
    return <input class="form-input" type="date" id={id} name={id} value={value} aria-describedby={`${id}-fejl`} />
  }
  return (
    <>
      {scopes.map((scope) => (
        <ScopeField {...props} scope={scope} />
      ))}
      <div class="seb-dates">
        <Field {...props} id={`${prefix}fra`} label={text.from}>
          {day('fra', typed.from)}
        </Field>
        <Field {...props} id={`${prefix}til`} label={text.until} hint={untilHint}>
          {day('til', typed.until)}
        </Field>
      </div>
      {asksHours && <HoursFields language={shell.language} typed={typed.hours} mistakes={saidAll} prefix={prefix} />}
    </>
  )
}

export function ScopeField(props: AssignFieldsProps & { scope: AssignableScope }) {
  const { shell, assignable, units, typed, scope, prefix = '' } = props
  const text = assignText[shell.language]
  const id = prefix + scopeField(scope.key)
  const name = shell.language === 'da' ? scope.nameDa : scope.nameEn
  const label = scope.required ? name : fillText(text.optional, { name })
  const values = typed.scopes[scope.key] ?? []
  const choices = choicesOf(scope, assignable.grant)
  if (choices && scope.many)
    return (
      <fieldset class={fieldClass(props, id)} id={id}>
        <legend>{label}</legend>
        <MistakeOf {...props} id={id} />
        {choices.map((choice, index) => (
          <div class="form-group-checkbox">
            <input
              class="form-checkbox"
              type="checkbox"
              id={`${id}-${index}`}
              name={`${id}-${index}`}
              checked={values.includes(choice)}
            />
            <label for={`${id}-${index}`}>{namedNumber(units, scope.kind, choice)}</label>
          </div>
        ))}
      </fieldset>
    )
  if (choices)
    return (
      <Field {...props} id={id} label={label}>
        <select class="form-select" id={id} name={id} aria-describedby={`${id}-fejl`}>
          <option value="">{text.pick}</option>
          {choices.map((choice) => (
            <option value={choice} selected={values.includes(choice)}>
              {namedNumber(units, scope.kind, choice)}
            </option>
          ))}
        </select>
      </Field>
    )
  const known = unitsWith(units, scope.kind)
  const many = known.length > 0 ? text.manyOrNames : text.many
  const hint = [text.scopeHint[scope.kind], known.length > 0 && text.orName, scope.many && `. ${many}`]
  return (
    <Field {...props} id={id} label={label} hint={hint.filter((part) => part !== false).join('')}>
      <input
        class="form-input"
        type="text"
        id={id}
        name={id}
        value={values.join(', ')}
        aria-describedby={`${id}-fejl`}
        autocomplete="off"
        {...(known.length > 0 ? { list: `${id}-enheder` } : {})}
      />
      {known.length > 0 && (
        <datalist id={`${id}-enheder`}>
          {known.map(({ name, number }) => (
            <option value={number}>{name}</option>
          ))}
        </datalist>
      )}
    </Field>
  )
}

function Field(props: AssignFieldsProps & { id: string; label: string; hint?: string; children: Child }) {
  const { id, label, hint, children } = props
  return (
    <div class={fieldClass(props, id)}>
      <label class="form-label" for={id}>
        {label}
      </label>
      {hint && <span class="form-hint">{hint}</span>}
      <MistakeOf {...props} id={id} />
      {children}
    </div>
  )
}

/** Stands even when empty: the field names it as its description. */
function MistakeOf({ shell, assignable, mistakes, id }: AssignFieldsProps & { id: string }) {
  const mistake = mistakes.find(({ field }) => field === id)
  return (
    <p class="seb-mistake" id={`${id}-fejl`}>
      {mistake ? sentence(shell, assignable, mistake) : ''}
    </p>
  )
}

function fieldClass({ mistakes }: AssignFieldsProps, id: string): string {
  return mistakes.some(({ field }) => field === id) ? 'seb-field seb-field--bad' : 'seb-field'
}

function sentence(shell: Shell, { role }: AssignableRole, { mistake }: FieldMistake): string {
  return fillText(assignText[shell.language].mistakes[mistake], { days: role.longestDays ?? 0 })
}
