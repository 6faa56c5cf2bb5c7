/** Cases in a table: what, from whom, what kind, how it stands, and the aim. */
import { fillText } from '../../web/fill.ts'
import { formatDateTime, formatReference } from '../../web/format.ts'
import { Icon } from '../../web/icons.tsx'
import type { Shell } from '../../web/shell.ts'
import type { ListedCase } from './case-list.store.ts'
import { casePath } from './cases-paths.ts'
import { casesText } from './text.ts'

export type CaseTableProps = {
  readonly shell: Shell
  readonly caption: string
  readonly rows: readonly ListedCase[]
  readonly now: Date
  /** Solved ones are told by when they were. */
  readonly solved?: boolean
}

export function CaseTable({ shell, caption, rows, now, solved = false }: CaseTableProps) {
  const { language } = shell
  const text = casesText[language]
  const { columns } = text
  return (
    <table class="seb-table">
      <caption class="sr-only">{caption}</caption>
      <thead>
        <tr>
          {[columns.subject, columns.from, columns.kind, columns.state, solved ? columns.solved : columns.due].map(
            (name) => (
              <th scope="col">{name}</th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={casePath(row.id)}>
                {row.subject}
              </a>
              <small class="num">{fillText(text.number, { reference: formatReference(row.reference) })}</small>
            </th>
            <td data-title={columns.from}>
              <span>
                {row.askerName}
                {(row.organisation ?? row.cvr) && <small>{row.organisation ?? row.cvr}</small>}
              </span>
            </td>
            <td data-title={columns.kind}>
              <span>
                {text.kinds[row.kind]}
                {row.priority < 3 && <small class="strong">{text.priorities[row.priority]}</small>}
              </span>
            </td>
            <td data-title={columns.state}>
              <span>
                {text.states[row.state]}
                {row.assignee && <small>{row.assignee}</small>}
              </span>
            </td>
            <td data-title={solved ? columns.solved : columns.due}>
              {solved ? (
                <span>{row.resolvedAt ? formatDateTime(row.resolvedAt, language) : text.noDue}</span>
              ) : (
                <DueState shell={shell} dueAt={row.dueAt} now={now} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The aim, and a shape and a word where it has passed. */
export function DueState({ shell, dueAt, now }: { shell: Shell; dueAt: Date | null; now: Date }) {
  const text = casesText[shell.language]
  if (!dueAt) return <span>{text.noDue}</span>
  const when = formatDateTime(dueAt, shell.language)
  if (dueAt >= now) return <span>{when}</span>
  return (
    <span>
      {when}
      <small class="seb-state seb-state--bad">
        <Icon sprite={shell.assets.icons} name="error" />
        <span>{text.overdue}</span>
      </small>
    </span>
  )
}
