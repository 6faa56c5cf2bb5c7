/**
 * "Gælder kun på bestemte tider": days of the week with from and until, several times over. Folded away until there is something in
 * it, since most holds always; a row more than was typed, so that it grows without scripts.
 */
import { fillText } from '../../web/fill.ts'
import { weekdayName } from '../../web/format-weekly-hours.ts'
import type { Language } from '../../web/languages.ts'
import type { SaidMistake } from '../admin/form-field.tsx'
import { hoursText } from './text.ts'
import {
  dayField,
  daysField,
  fromField,
  hoursField,
  mostSpans,
  type TypedHours,
  untilField,
  weekdays,
} from './typed-hours.ts'

export type HoursFieldsProps = {
  readonly language: Language
  readonly typed: TypedHours
  readonly mistakes: readonly SaidMistake[]
  /** What every field begins with, where a page has several such groups. */
  readonly prefix?: string
  /** Where it is all that the form is about. */
  readonly unfolded?: boolean
}

const leastRows = 3

export function HoursFields(props: HoursFieldsProps) {
  const { language, typed, prefix = '', unfolded = false } = props
  const text = hoursText[language]
  const rows = Math.min(Math.max(leastRows, typed.length + 1), mostSpans)
  const id = prefix + hoursField
  return (
    <details class="seb-hours" id={id} open={unfolded || typed.length > 0}>
      <summary>{text.summary}</summary>
      <p class="form-hint">
        {text.hint} {text.clock}
      </p>
      <Mistake {...props} id={id} />
      {Array.from({ length: rows }, (_, row) => (
        <Span {...props} row={row} />
      ))}
      {rows < mostSpans && <p class="form-hint">{text.more}</p>}
    </details>
  )
}

function Span(props: HoursFieldsProps & { row: number }) {
  const { language, typed, mistakes, prefix = '', row } = props
  const text = hoursText[language]
  const { days = [], from = '', until = '' } = typed[row] ?? {}
  const daysId = prefix + daysField(row)
  const wrong = [daysId, prefix + fromField(row), prefix + untilField(row)].some((id) =>
    mistakes.some(({ field }) => field === id),
  )
  return (
    <fieldset class={wrong ? 'seb-field seb-field--bad seb-span' : 'seb-field seb-span'}>
      <legend>{fillText(text.span, { number: row + 1 })}</legend>
      <fieldset class="seb-days" id={daysId}>
        <legend class="sr-only">{text.days}</legend>
        <Mistake {...props} id={daysId} />
        {weekdays.map((day) => {
          const id = prefix + dayField(row, day)
          return (
            <div class="form-group-checkbox">
              <input class="form-checkbox" type="checkbox" id={id} name={id} value="1" checked={days.includes(day)} />
              <label class="form-label" for={id}>
                {weekdayName(day, language)}
              </label>
            </div>
          )
        })}
      </fieldset>
      <div class="seb-times">
        <TimeField {...props} id={prefix + fromField(row)} label={text.from} value={from} />
        <TimeField {...props} id={prefix + untilField(row)} label={text.until} value={until} />
      </div>
    </fieldset>
  )
}

function TimeField(props: HoursFieldsProps & { id: string; label: string; value: string }) {
  const { id, label, value } = props
  return (
    <div>
      <label class="form-label" for={id}>
        {label}
      </label>
      <Mistake {...props} id={id} />
      <input class="form-input" type="time" id={id} name={id} value={value} aria-describedby={`${id}-fejl`} />
    </div>
  )
}

/** Stands even when empty: the field names it as its description. */
function Mistake({ mistakes, id }: HoursFieldsProps & { id: string }) {
  return (
    <p class="seb-mistake" id={`${id}-fejl`}>
      {mistakes.find(({ field }) => field === id)?.sentence ?? ''}
    </p>
  )
}
