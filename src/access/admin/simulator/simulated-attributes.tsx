/** What the service is told, each value with where it comes from; no CPR number, and nothing that only the log-in can say. */
import type { Child } from 'hono/jsx'
import type { AttributeName } from '../../../services/attribute.ts'
import { fillText } from '../../../web/fill.ts'
import { formatList } from '../../../web/format.ts'
import { explainText } from '../../explain/text.ts'
import type { ResultProps } from './simulation-result.tsx'
import { simulatorText } from './text.ts'

export function SimulatedAttributes({ frame, employee, service, answer: { simulation, way } }: ResultProps) {
  const { language } = frame.shell
  const text = simulatorText[language]
  const { levels } = explainText[language]
  const { assurance, attributes, notSent, privileges, facts } = simulation
  const sources = { way: way.name[language], unit: employee.account.unit?.name ?? '' }
  const rows: [string, Child, string][] = [
    ...attributes.map(({ name, values, source }): [string, Child, string] => [
      text.attributes[name],
      values
        ? values.map((value) => shown(text, name, value)).join(', ')
        : name === 'cpr'
          ? text.cprSent
          : text.atLogIn,
      fillText(text.sources[source], sources),
    ]),
    ...(privileges
      ? [[text.attributes.privileges, text.privilegeList, text.sources.roles] as [string, Child, string]]
      : []),
    [
      text.level,
      levels[assurance.sent],
      fillText(text.levelSource, {
        stated: levels[assurance.stated],
        provider: levels[assurance.provider],
        seb: levels[assurance.seb],
      }),
    ],
  ]
  return (
    <>
      <h3>{fillText(text.told, { service })}</h3>
      <table class="seb-table">
        <caption class="sr-only">{fillText(text.told, { service })}</caption>
        <thead>
          <tr>
            <th scope="col">{text.what}</th>
            <th scope="col">{text.value}</th>
            <th scope="col">{text.comesFrom}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([what, value, source]) => (
            <tr>
              <th scope="row">
                <span class="nowrap">{what}</span>
              </th>
              <td data-title={text.value}>
                <span>{value}</span>
              </td>
              <td data-title={text.comesFrom}>
                <span>{source}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {(['not-agreed', 'not-asked'] as const).map((why) => {
        const names = notSent.flatMap((each) => (each.why === why ? [text.attributes[each.name]] : []))
        if (names.length === 0 || !facts) return null
        return (
          <p class="quiet">
            {fillText(why === 'not-agreed' ? text.notAgreed : text.notAsked, { names: formatList(names, language) })}
          </p>
        )
      })}
    </>
  )
}

function shown(text: { yes: string; no: string }, name: AttributeName, value: string): string {
  return name === 'hasUserAuthorization' ? (value === 'true' ? text.yes : text.no) : value
}
