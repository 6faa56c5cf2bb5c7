/** The form of one unit, to create or to change: its name, what it stands under, and its numbers. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { adminPaths, newUnitPath, unitDeedPath, unitPath } from '../admin-paths.ts'
import { FormField, MistakeSummary } from '../form-field.tsx'
import type { AdminFrame } from '../frame.ts'
import { numberFields, numberNames, type TypedUnit, type UnitFieldMistake } from './check-unit.ts'
import { shownUnit } from './save-unit.ts'
import { unitsText } from './text.ts'
import { parentsFor } from './unit-tree.ts'
import type { Unit } from './units.store.ts'

export type UnitFormPageProps = {
  readonly frame: AdminFrame
  readonly units: readonly Unit[]
  /** Null: it is not there yet. */
  readonly unit: Unit | null
  /** The id that a new unit gets. */
  readonly newId: string
  readonly typed: TypedUnit
  readonly mistakes: readonly UnitFieldMistake[]
}

export function UnitFormPage({ frame, units, unit, newId, typed, mistakes }: UnitFormPageProps) {
  const text = unitsText[frame.shell.language]
  const overtaken = mistakes.some(({ mistake }) => mistake === 'changed-meanwhile')
  const said = mistakes
    .filter(({ mistake }) => mistake !== 'changed-meanwhile')
    .map(({ field, mistake }) => ({ field, sentence: text.mistakes[mistake] }))
  return (
    <AdminLayout
      {...frame}
      title={unit ? fillText(text.changeTitle, { name: unit.name }) : text.add}
      breadcrumb={[
        { name: text.title, href: adminPaths.units },
        ...(unit ? [{ name: unit.name, href: unitPath(unit.id) }] : []),
      ]}
    >
      <MistakeSummary title={text.mistakesTitle} mistakes={said} />
      {overtaken && unit && <Overtaken frame={frame} unit={unit} units={units} />}
      <form class="seb-form" method="post" action={unit ? unitDeedPath(unit.id, 'ret') : newUnitPath(null)}>
        {unit ? (
          <input type="hidden" name="set" value={shownUnit(unit)} />
        ) : (
          <input type="hidden" name="id" value={newId} />
        )}
        <FormField id="navn" label={text.name} mistakes={said}>
          <input
            class="form-input"
            type="text"
            id="navn"
            name="navn"
            value={typed.name}
            maxlength={200}
            aria-describedby="navn-fejl"
          />
        </FormField>
        <FormField id="over" label={text.over} mistakes={said}>
          <select class="form-select" id="over" name="over" aria-describedby="over-fejl">
            <option value="">{text.top}</option>
            {parentsFor(units, unit?.id ?? null).map(({ unit: { id, name }, above }) => (
              <option value={id} selected={id === typed.parentId}>
                {[...above, name].join(' › ')}
              </option>
            ))}
          </select>
        </FormField>
        <h2>{text.numbersTitle}</h2>
        <p class="quiet">{text.numbersLead}</p>
        <div class="seb-dates">
          {numberNames.map((name) => {
            const { field } = numberFields[name]
            return (
              <FormField id={field} label={text.numbers[name]} hint={text.hints[name]} mistakes={said}>
                <input
                  class="form-input"
                  type="text"
                  inputmode="numeric"
                  id={field}
                  name={field}
                  value={typed[name]}
                  autocomplete="off"
                  aria-describedby={`${field}-fejl`}
                />
              </FormField>
            )
          })}
        </div>
        <div class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.save}
          </button>
          <a class="seb-hit" href={unit ? unitPath(unit.id) : adminPaths.units}>
            {text.cancel}
          </a>
        </div>
      </form>
    </AdminLayout>
  )
}

/** What another administrator has written meanwhile. */
function Overtaken({ frame, unit, units }: { frame: AdminFrame; unit: Unit; units: readonly Unit[] }) {
  const text = unitsText[frame.shell.language]
  const over = units.find(({ id }) => id === unit.parentId)?.name ?? text.top
  const facts = [
    [text.name, unit.name],
    [text.over, over],
    ...numberNames.map((name) => [text.numbers[name], unit[name] ?? text.unset]),
  ]
  return (
    <div class="seb-callout" role="alert">
      <h2>{text.nowTitle}</h2>
      <p>{text.now}</p>
      <ul>
        {facts.map(([name, value]) => (
          <li>
            {name}: {value}
          </li>
        ))}
      </ul>
    </div>
  )
}
