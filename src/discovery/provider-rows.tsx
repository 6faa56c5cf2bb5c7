/** One group of log-ins as rows that are buttons; what matched a search is marked. */
import type { Child } from 'hono/jsx'
import { fillText } from '../web/fill.ts'
import type { Shell } from '../web/shell.ts'
import { writeChoice } from './choice.ts'
import { discoveryAddress, discoveryFields } from './discovery-address.ts'
import { choiceForm } from './discovery-form.ts'
import type { ProviderList, ProviderRow, ProviderSection } from './list-providers.ts'
import type { Mark } from './search-providers.ts'
import { discoveryText } from './text.ts'
import { Trouble } from './trouble.tsx'

type RowsProps = { shell: Shell; section: ProviderSection; list: ProviderList; signIn: string }

export function ProviderRows({ shell, section, list, signIn }: RowsProps) {
  const text = discoveryText[shell.language]
  const more = !list.query && !list.group && section.rows.length < section.total
  return (
    <section>
      <h2 class="seb-group">
        {text.groups[section.group]}{' '}
        <span>
          {section.total}
          <span class="sr-only"> {text.logins}</span>
        </span>
      </h2>
      <ul class="seb-list plain-list">
        {section.rows.map((row) => (
          <li>
            <Row shell={shell} row={row} />
          </li>
        ))}
      </ul>
      {more && (
        <p class="seb-more">
          <a class="seb-hit" href={discoveryAddress(signIn, { tab: 'lokal', group: section.group, change: true })}>
            {fillText(text.showGroup[section.group], { total: section.total })}
          </a>
        </p>
      )}
    </section>
  )
}

function Row({ shell, row }: { shell: Shell; row: ProviderRow }) {
  const text = discoveryText[shell.language]
  return (
    <button
      class="seb-provider"
      type="submit"
      form={choiceForm}
      name={discoveryFields.choice}
      value={writeChoice({ identityProviderId: row.id, logInKind: row.logInKind })}
    >
      <span class="seb-tile" aria-hidden="true">
        {initialsOf(row.name)}
      </span>
      <span>
        <b>{marked(row.name, row.nameMarks)}</b>
        {row.also ? (
          <small>
            {text.fields[row.also.field]} {marked(row.also.text, row.also.marks)}
          </small>
        ) : (
          row.note && <small>{row.note}</small>
        )}
        {row.trouble && <Trouble shell={shell} text={row.trouble} />}
      </span>
    </button>
  )
}

function marked(text: string, marks: readonly Mark[]): Child[] {
  const pieces: Child[] = []
  let done = 0
  for (const [from, to] of marks) {
    pieces.push(text.slice(done, from), <mark>{text.slice(from, to)}</mark>)
    done = to
  }
  pieces.push(text.slice(done))
  return pieces
}

/** Two letters for the tile of a log-in: `Region Nordjylland` RN, `Sydbæk Kommune` SY, `Lægerne ved Åen` LÅ. */
export function initialsOf(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => /^[\p{Lu}\p{N}]/u.test(word) && word !== 'Kommune')
  const [first = name, ...rest] = words
  const last = rest.at(-1)
  return (last ? first.slice(0, 1) + last.slice(0, 1) : first.slice(0, 2)).toUpperCase()
}
