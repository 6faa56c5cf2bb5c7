/** Whom a window meets, told before it is announced, with a quieter hour where there is one. */
import { fillText } from '../../web/fill.ts'
import { formatDateTime, formatTime } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import type { WindowReach } from './reach.ts'
import { reachText } from './text.ts'

export type ReachBoxProps = {
  readonly language: Language
  readonly reach: WindowReach
  /** Where the form is filled from the quieter hour; null where its times are typed. */
  readonly quieterHref: string | null
}

export function ReachBox({ language, reach: { usual, quieter }, quieterHref }: ReachBoxProps) {
  const text = reachText[language]
  const number = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB')
  const facts = (people: number, organisations: number) => ({
    people: number.format(people),
    organisations: number.format(organisations),
  })
  return (
    <section class="seb-callout" aria-labelledby="raekkevidde">
      <h2 id="raekkevidde">{text.title}</h2>
      <p>{usual ? fillText(text.usual, facts(usual.people, usual.organisations)) : text.unknown}</p>
      {quieter && (
        <p>
          {fillText(text.quieter, {
            from: formatDateTime(quieter.startsAt, language),
            until: formatTime(quieter.endsAt, language).replace('kl. ', ''),
            ...facts(quieter.people, quieter.organisations),
          })}{' '}
          {quieterHref && (
            <a class="seb-hit" href={quieterHref}>
              {text.use}
            </a>
          )}
        </p>
      )}
    </section>
  )
}
