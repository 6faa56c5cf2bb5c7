/** Where to get help, with the reference number big enough to read aloud on the telephone. */
import { fill } from './fill.ts'
import { formatDateTime, formatReference } from './format.ts'
import { formatWeekHours } from './format-hours.ts'
import { Phone } from './phone.tsx'
import type { Shell } from './shell.ts'
import { webText } from './text.ts'

export type HelpBoxProps = {
  readonly shell: Shell
  /** The number that finds the audit events or the log line of what happened. */
  readonly reference?: string
  readonly at?: Date
}

export function HelpBox({ shell, reference, at }: HelpBoxProps) {
  const text = webText[shell.language].help
  const hours = formatWeekHours(shell.desk.phoneHours.week, shell.language)
  const phone = <Phone number={shell.desk.phone} />
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{fill(reference ? text.callWithNumber : text.call, { phone, hours })}</p>
      {reference && <p class="seb-ref">{formatReference(reference)}</p>}
      {reference && shell.links.contact && (
        <p>
          <a href={`${shell.links.contact}?${new URLSearchParams({ reference })}#skriv-her`}>{text.write}</a>
        </p>
      )}
      {at && <p class="num">{formatDateTime(at, shell.language)}</p>}
    </section>
  )
}
