/** The bundles that an employee has, each as one: what is in it, since when and until, and the way to take all of it back. */
import { formatDate } from '../../../web/format.ts'
import { givenBundlePath } from '../admin-paths.ts'
import type { EmployeeDescription } from '../employees/describe-employee.ts'
import { lastDay } from '../employees/last-day.ts'
import { employeesText } from '../employees/text.ts'
import type { AdminFrame } from '../frame.ts'
import { heldFrom } from './bundle.ts'
import { roleName } from './part-words.ts'
import { bundlesText } from './text.ts'

export type HeldBundlesProps = {
  readonly frame: AdminFrame
  readonly description: EmployeeDescription
  readonly now: Date
  readonly mayWithdraw: boolean
}

export function HeldBundles({ frame, description, now, mayWithdraw }: HeldBundlesProps) {
  const { language } = frame.shell
  const text = bundlesText[language]
  const words = employeesText[language]
  const rights = description.rights.map(({ right }) => right)
  const bundles = new Map(rights.flatMap(({ assignment: { bundle } }) => (bundle ? [[bundle.id, bundle.name]] : [])))
  const held = [...bundles]
    .map(([id, name]) => ({ id, name, rights: heldFrom(rights, id, now) }))
    .filter((bundle) => bundle.rights.length > 0)
  if (held.length === 0) return null
  return (
    <table class="seb-table">
      <caption>{text.title}</caption>
      <thead>
        <tr>
          {[text.name, text.roles, words.period].map((title) => (
            <th scope="col">{title}</th>
          ))}
          {mayWithdraw && (
            <th scope="col">
              <span class="sr-only">{words.deed}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {held.map((bundle) => {
          const assignments = bundle.rights.map(({ assignment }) => assignment)
          const from = new Date(Math.min(...assignments.map(({ validFrom }) => validFrom.getTime())))
          const ends = assignments.map(({ validUntil }) => validUntil?.getTime() ?? Number.POSITIVE_INFINITY)
          const until = Math.max(...ends)
          return (
            <tr>
              <th scope="row">
                <span class="seb-name">{bundle.name}</span>
              </th>
              <td data-title={text.roles}>
                <span>{assignments.map(({ role }) => roleName(role, language)).join(', ')}</span>
              </td>
              <td data-title={words.period}>
                <span>
                  <span class="nowrap">{formatDate(from, language)}</span> –{' '}
                  <span class="nowrap">
                    {Number.isFinite(until) ? formatDate(lastDay(new Date(until)), language) : words.noEnd}
                  </span>
                </span>
              </td>
              {mayWithdraw && (
                <td>
                  <a class="seb-hit" href={givenBundlePath(description.employee.account.id, bundle.id, 'tag-tilbage')}>
                    {text.withdraw}
                    <span class="sr-only"> {bundle.name}</span>
                  </a>
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
