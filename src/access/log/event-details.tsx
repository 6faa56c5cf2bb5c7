/** What an event changed, before and after, and what else it tells. Opens without scripts. */
import type { LoggedEvent } from '../../audit/list-events.store.ts'
import { type ToldDetails, toldDetails } from './differences.ts'
import { fieldInWords, valueInWords } from './event-in-words.ts'
import type { LogPageProps } from './log.page.tsx'
import { logText } from './text.ts'

export function differencesOf(props: Pick<LogPageProps, 'frame' | 'names' | 'paths'>, event: LoggedEvent) {
  const { language } = props.frame.shell
  const text = logText[language]
  const { differences, remarks } = toldDetails(event.details)
  const words = (value: unknown) => valueInWords(value, props.names, language)
  const organisation = event.organisationId && props.names.get(event.organisationId)?.[language]
  const facts = [
    ...remarks.map(({ field, value }): [string, string] => [fieldInWords(field, language), words(value)]),
    ...(organisation ? [[text.organisation, organisation] satisfies [string, string]] : []),
    ...(event.source ? [[text.source, event.source] satisfies [string, string]] : []),
    [text.code, event.action] satisfies [string, string],
  ]
  return (
    <details class="seb-why">
      <summary>{text.details}</summary>
      {differences.length > 0 && <Differences {...{ text, language, words, differences }} />}
      <dl class="seb-pairs">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}

function Differences(props: {
  text: (typeof logText)['da']
  language: 'da' | 'en'
  words: (value: unknown) => string
  differences: ToldDetails['differences']
}) {
  const { text, language, words, differences } = props
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.details}</caption>
      <thead>
        <tr>
          <th scope="col">{text.field}</th>
          <th scope="col">{text.before}</th>
          <th scope="col">{text.after}</th>
        </tr>
      </thead>
      <tbody>
        {differences.map(({ field, before, after }) => (
          <tr>
            <th scope="row">{fieldInWords(field, language)}</th>
            <td data-title={text.before}>
              <del>{words(before)}</del>
            </td>
            <td data-title={text.after}>
              <ins>{words(after)}</ins>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
