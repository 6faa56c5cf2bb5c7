/** A day and a time on a clock in Denmark, and a text of several paragraphs. */
import { Field, type Wrong } from '../../access/management/fields.tsx'

type MomentFieldsProps = {
  /** Of the day; the time is `<id>-kl`. */
  readonly id: string
  readonly label: string
  readonly time: string
  readonly typed: { readonly day: string; readonly time: string }
  readonly wrong: Wrong
}

export function MomentFields({ id, label, time, typed, wrong }: MomentFieldsProps) {
  return (
    <div class="seb-dates">
      <Field id={id} label={label} wrong={wrong}>
        <input class="form-input" type="date" id={id} name={id} value={typed.day} aria-describedby={`${id}-fejl`} />
      </Field>
      <Field id={`${id}-kl`} label={time} wrong={wrong}>
        <input
          class="form-input"
          type="time"
          id={`${id}-kl`}
          name={`${id}-kl`}
          value={typed.time}
          aria-describedby={`${id}-fejl`}
        />
      </Field>
    </div>
  )
}

type ParagraphsFieldProps = {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly value: string
  readonly wrong: Wrong
}

export function ParagraphsField({ id, label, hint, value, wrong }: ParagraphsFieldProps) {
  return (
    <Field {...{ id, label, hint, wrong }}>
      <textarea class="form-input" id={id} name={id} rows={6} maxlength={4000} aria-describedby={`${id}-fejl`}>
        {value}
      </textarea>
    </Field>
  )
}
