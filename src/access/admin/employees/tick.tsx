/** Ticks in the list of employees: one in each row, one for all that fit the filters, and what may be done with them. */

import { fillText } from '../../../web/fill.ts'
import type { Shell } from '../../../web/shell.ts'
import { minePaths } from '../../mine/mine-paths.ts'
import { adminPaths } from '../admin-paths.ts'
import { chosenDeeds } from '../bulk/bulk-columns.ts'
import { bulkText } from '../bulk/text.ts'
import type { EmployeeQuery } from './employees.store.ts'

/** The form that the ticks belong to. */
const form = 'valgte'

type TickBarProps = {
  readonly shell: Shell
  readonly query: EmployeeQuery
  readonly total: number
  /** Whether there is something to ask for that they may not give themselves. */
  readonly asks: boolean
}

export function TickBar({ shell, query, total, asks }: TickBarProps) {
  const text = bulkText[shell.language]
  const count = new Intl.NumberFormat(shell.language).format(total)
  const filters = { soeg: query.text, enhed: query.unitId ?? '', status: query.status }
  return (
    <form class="seb-ticked" id={form} method="post" action={adminPaths.bulkChosen}>
      {Object.entries(filters).map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <div class="form-group-checkbox">
        <input class="form-checkbox" type="checkbox" id="alle" name="alle" value="1" />
        <label class="form-label" for="alle">
          {fillText(text.selected.all, { count })}
        </label>
      </div>
      <fieldset class="seb-actions">
        <legend class="sr-only">{text.selected.title}</legend>
        {chosenDeeds.map((deed) => (
          <button class="button button-secondary" type="submit" name="goer" value={deed}>
            {text.choose.deeds[deed]}
          </button>
        ))}
        {asks && (
          <button class="button button-secondary" type="submit" formmethod="get" formaction={minePaths.askForOthers}>
            {text.selected.ask}
          </button>
        )}
      </fieldset>
    </form>
  )
}

export function Tick({ shell, id, name }: { shell: Shell; id: string; name: string }) {
  return (
    <td class="seb-tick">
      <div class="form-group-checkbox">
        <input class="form-checkbox" type="checkbox" form={form} id={`k-${id}`} name="konto" value={id} />
        <label class="form-label" for={`k-${id}`}>
          <span class="sr-only">{fillText(bulkText[shell.language].selected.one, { name })}</span>
        </label>
      </div>
    </td>
  )
}
