/** "Enheder": the organisation as a tree whose levels open one at a time, or the units that a search finds. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import type { Language } from '../../../web/languages.ts'
import { adminPaths, newUnitPath, unitPath } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import { numberNames } from './check-unit.ts'
import { unitsText } from './text.ts'
import { type PlacedUnit, searchUnits, treeOf, type UnitNode } from './unit-tree.ts'
import type { Unit } from './units.store.ts'

export type UnitsPageProps = {
  readonly frame: AdminFrame
  /** Those that the viewer administers. */
  readonly units: readonly Unit[]
  /** Part of a name or a number; empty: the tree. */
  readonly query: string
  readonly mayChange: boolean
  readonly limited: boolean
}

/** So many units can be seen at a glance: no level needs to be closed. */
const fewUnits = 40

export function UnitsPage({ frame, units, query, mayChange, limited }: UnitsPageProps) {
  const { language } = frame.shell
  const text = unitsText[language]
  const open = units.filter(({ closedAt }) => closedAt === null)
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={limited ? text.ownPart : text.lead}
      actions={
        mayChange && (
          <a class="button button-primary" href={newUnitPath(null)}>
            {text.add}
          </a>
        )
      }
    >
      {units.length > 0 && (
        <form class="seb-filters" method="get" action={adminPaths.units}>
          <div>
            <label class="form-label" for="soeg">
              {text.search}
            </label>
            <input class="form-input" type="search" id="soeg" name="soeg" value={query} />
          </div>
          <button class="button button-secondary" type="submit">
            {text.show}
          </button>
        </form>
      )}
      {units.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      )}
      {query === '' ? (
        <Level nodes={treeOf(open)} language={language} isOpen={open.length <= fewUnits} />
      ) : (
        <Found found={searchUnits(units, query)} {...{ query, language }} />
      )}
    </AdminLayout>
  )
}

function Found({ found, query, language }: { found: readonly PlacedUnit[]; query: string; language: Language }) {
  const text = unitsText[language]
  const values = { text: query, count: new Intl.NumberFormat(language).format(found.length) }
  return (
    <>
      {found.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{fillText(text.noneFound, values)}</p>
          <p>{text.noneFoundNext}</p>
        </div>
      ) : (
        <p role="status">{fillText(found.length === 1 ? text.foundOne : text.found, values)}</p>
      )}
      <ul class="seb-tree plain-list">
        {found.map(({ unit, above }) => (
          <li>
            <Row unit={unit} language={language} employeesInAll={unit.employees} />
            {above.length > 0 && <small class="seb-tree__above quiet">{above.join(' › ')}</small>}
          </li>
        ))}
      </ul>
      <p>
        <a class="seb-hit" href={adminPaths.units}>
          {text.all}
        </a>
      </p>
    </>
  )
}

type LevelProps = { readonly nodes: readonly UnitNode[]; readonly language: Language; readonly isOpen: boolean }

/** Shared with the page of one unit. */
export function Level({ nodes, language, isOpen }: LevelProps) {
  const text = unitsText[language]
  if (nodes.length === 0) return null
  return (
    <ul class="seb-tree plain-list">
      {nodes.map(({ unit, children, employeesInAll }) => (
        <li>
          <Row {...{ unit, language, employeesInAll }} />
          {children.length > 0 && (
            <details open={isOpen}>
              <summary>
                {children.length === 1 ? text.unitsBelowOne : fillText(text.unitsBelow, { count: children.length })}
                <span class="sr-only"> {unit.name}</span>
              </summary>
              <Level nodes={children} language={language} isOpen={isOpen} />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function Row({ unit, language, employeesInAll }: { unit: Unit; language: Language; employeesInAll: number }) {
  const text = unitsText[language]
  const numbers = numberNames.flatMap((name) => (unit[name] ? [`${text.numbers[name]} ${unit[name]}`] : []))
  return (
    <div class="seb-tree__row">
      <span>
        <a class="seb-name seb-hit" href={unitPath(unit.id)}>
          {unit.name}
        </a>
        {unit.closedAt && (
          <small class="warn">{fillText(text.closedSince, { date: formatDate(unit.closedAt, language) })}</small>
        )}
        {numbers.length > 0 && <small class="num">{numbers.join(', ')}</small>}
      </span>
      <span class="seb-tree__count">
        {employeesWords(unit.employees, language)}
        {employeesInAll > unit.employees && (
          <small>
            {fillText(text.employeesBelow, { count: new Intl.NumberFormat(language).format(employeesInAll) })}
          </small>
        )}
      </span>
    </div>
  )
}

export function employeesWords(count: number, language: Language): string {
  const text = unitsText[language]
  if (count === 0) return text.employeesNone
  return count === 1
    ? text.employeesOne
    : fillText(text.employees, { count: new Intl.NumberFormat(language).format(count) })
}
