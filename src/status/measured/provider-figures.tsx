/** How log-ins go right now at each identity provider, for the desk. */
import { fillText } from '../../web/fill.ts'
import { formatTime } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import type { ProviderLogIns } from './log-ins.store.ts'
import { measuredText } from './text.ts'

export function ProviderFigures({ language, seen }: { language: Language; seen: readonly ProviderLogIns[] }) {
  const text = measuredText[language]
  const number = new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB', { maximumFractionDigits: 1 })
  return (
    <section class="seb-section">
      <h2>{text.figures}</h2>
      <p class="quiet">{seen.length === 0 ? text.nobody : text.figuresLead}</p>
      {seen.length > 0 && (
        <table class="seb-table">
          <caption class="sr-only">{text.figures}</caption>
          <thead>
            <tr>
              {[text.provider, text.sent, text.succeeded, text.median, text.last].map((name) => (
                <th scope="col">{name}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {seen.map(({ name, sent, succeeded, medianSeconds, lastSuccessAt, waitingSince }) => (
              <tr>
                <th scope="row">{name[language]}</th>
                <td data-title={text.sent}>
                  <span>{number.format(sent)}</span>
                </td>
                <td data-title={text.succeeded}>
                  <span>{number.format(succeeded)}</span>
                </td>
                <td data-title={text.median}>
                  <span>
                    {medianSeconds === null ? '–' : fillText(text.seconds, { seconds: number.format(medianSeconds) })}
                  </span>
                </td>
                <td data-title={text.last}>
                  <span>{lastOf(lastSuccessAt, waitingSince, language)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  )
}

function lastOf(lastSuccessAt: Date | null, waitingSince: Date | null, language: Language): string {
  if (lastSuccessAt) return formatTime(lastSuccessAt, language)
  return waitingSince ? fillText(measuredText[language].notSince, { time: formatTime(waitingSince, language) }) : '–'
}
