/** A change, field by field: what is and what is wanted; where somebody else was there since, what it was when it was asked for. */
import { Icon } from '../../../../web/icons.tsx'
import type { Shell } from '../../../../web/shell.ts'
import type { Conflict, FieldChange } from './field-changes.ts'
import { changesText } from './text.ts'
import { type ChangeWords, fieldInWords, valueInWords } from './value-in-words.ts'

type ChangeTableProps = {
  readonly shell: Shell
  readonly changes: readonly (FieldChange | Conflict)[]
  readonly words: ChangeWords
  /** Whether it has been answered: what was is then not what is. */
  readonly past?: boolean
}

export function ChangeTable({ shell, changes, words, past = false }: ChangeTableProps) {
  const { language, assets } = shell
  const text = changesText[language]
  const before = past ? text.before : text.now
  return (
    <table class="seb-table">
      <caption>{text.changes}</caption>
      <thead>
        <tr>
          <th scope="col">{text.field}</th>
          <th scope="col">{before}</th>
          <th scope="col">{text.wanted}</th>
        </tr>
      </thead>
      <tbody>
        {changes.map((change) => {
          const lines = (value: unknown) => valueInWords(change.field, value, words, language)
          const is = lines('now' in change ? change.now : change.from)
          const wanted = lines(change.to)
          return (
            <tr>
              <th scope="row">
                {fieldInWords(change.field, language)}
                {'now' in change && (
                  <small class="seb-state seb-state--warn">
                    <Icon sprite={assets.icons} name="warning" /> {text.conflict}
                  </small>
                )}
              </th>
              <td data-title={before}>
                <div>
                  <Lines language={language} lines={is} others={wanted} />
                  {'now' in change && (
                    <small>
                      {text.thenWas} {lines(change.from).join(', ') || text.nothing}
                    </small>
                  )}
                </div>
              </td>
              <td data-title={text.wanted}>
                <div>
                  <Lines language={language} lines={wanted} others={is} />
                </div>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type LinesProps = {
  readonly language: 'da' | 'en'
  readonly lines: readonly string[]
  readonly others: readonly string[]
}

/** Of several lines, those that the other side has not got are in bold. */
function Lines({ language, lines, others }: LinesProps) {
  if (lines.length === 0) return <>{changesText[language].nothing}</>
  if (lines.length === 1) return <>{lines[0]}</>
  return (
    <ul class="plain-list">
      {lines.map((line) => (
        <li>{others.includes(line) ? line : <b>{line}</b>}</li>
      ))}
    </ul>
  )
}
