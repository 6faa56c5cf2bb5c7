/** One unit: its numbers, who belongs to it and what stands below it; and the question before it is closed. */
import type { Child } from 'hono/jsx'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import { adminPaths, newUnitPath, unitDeedPath, unitPath } from '../admin-paths.ts'
import type { AdminFrame } from '../frame.ts'
import { numberNames } from './check-unit.ts'
import { unitsText } from './text.ts'
import { branchOf, placed, treeOf } from './unit-tree.ts'
import { employeesWords, Level } from './units.page.tsx'
import type { Unit } from './units.store.ts'

export const unitDeeds = ['oprettet', 'rettet', 'lukket', 'aabnet'] as const

export type UnitPageProps = {
  readonly frame: AdminFrame
  readonly unit: Unit
  /** Those that the viewer administers. */
  readonly units: readonly Unit[]
  readonly mayChange: boolean
  readonly done: (typeof unitDeeds)[number] | null
  /** Why it was not reopened. */
  readonly obstacle: 'parent-closed' | null
}

export function UnitPage({ frame, unit, units, mayChange, done, obstacle }: UnitPageProps) {
  const { language } = frame.shell
  const text = unitsText[language]
  const branch = branchOf(units, unit.id)
  branch.delete(unit.id)
  const below = treeOf(units.filter(({ id, closedAt }) => branch.has(id) && closedAt === null))
  return (
    <AdminLayout
      {...frame}
      title={unit.name}
      breadcrumb={[{ name: text.title, href: adminPaths.units }]}
      lead={unit.closedAt && fillText(text.closedSince, { date: formatDate(unit.closedAt, language) })}
      actions={mayChange && <Actions unit={unit} frame={frame} />}
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p class="strong">{text.done[done]}</p>
        </div>
      )}
      {obstacle && (
        <div class="seb-mistakes" role="alert">
          <h2>{text.mistakesTitle}</h2>
          <p>{text.obstacles[obstacle]}</p>
        </div>
      )}
      <Facts {...{ frame, unit, units }} />
      <section class="seb-section" aria-labelledby="under">
        <h2 id="under">{text.below}</h2>
        {below.length === 0 && <p class="quiet">{text.noneBelow}</p>}
        <Level nodes={below} language={language} isOpen={branch.size <= 40} />
        {mayChange && !unit.closedAt && (
          <p>
            <a class="button button-secondary" href={newUnitPath(unit.id)}>
              {text.addBelow}
            </a>
          </p>
        )}
      </section>
    </AdminLayout>
  )
}

function Actions({ unit, frame }: Pick<UnitPageProps, 'unit' | 'frame'>) {
  const text = unitsText[frame.shell.language]
  if (unit.closedAt)
    return (
      <form method="post" action={unitDeedPath(unit.id, 'aabn')}>
        <button class="button button-secondary" type="submit">
          {text.reopen}
        </button>
      </form>
    )
  return (
    <>
      <a class="button button-primary" href={unitDeedPath(unit.id, 'ret')}>
        {text.change}
      </a>
      <a class="button button-secondary" href={unitDeedPath(unit.id, 'luk')}>
        {text.close}
      </a>
    </>
  )
}

function Facts({ frame, unit, units }: Pick<UnitPageProps, 'frame' | 'unit' | 'units'>) {
  const { language } = frame.shell
  const text = unitsText[language]
  const above = placed(units).find(({ unit: { id } }) => id === unit.id)?.above ?? []
  const facts: [string, Child][] = [
    [text.over, above.join(' › ') || text.top],
    [
      text.employeesTitle,
      <>
        {employeesWords(unit.employees, language)}{' '}
        {unit.employees > 0 && <a href={`${adminPaths.employees}?enhed=${unit.id}`}>{text.seeEmployees}</a>}
      </>,
    ],
    ...numberNames.map((name): [string, Child] => [text.numbers[name], unit[name] ?? text.unset]),
  ]
  return (
    <section class="seb-panel" aria-label={text.numbersTitle}>
      <dl class="seb-facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

export type CloseUnitPageProps = {
  readonly frame: AdminFrame
  readonly unit: Unit
  readonly obstacle: 'has-employees' | 'has-units' | null
}

export function CloseUnitPage({ frame, unit, obstacle }: CloseUnitPageProps) {
  const text = unitsText[frame.shell.language]
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.closeTitle, { name: unit.name })}
      breadcrumb={[
        { name: text.title, href: adminPaths.units },
        { name: unit.name, href: unitPath(unit.id) },
      ]}
    >
      {obstacle ? (
        <>
          <div class="seb-mistakes" role="alert">
            <h2>{text.mistakesTitle}</h2>
            <p>{text.obstacles[obstacle]}</p>
          </div>
          <p>
            <a class="seb-hit" href={unitPath(unit.id)}>
              {text.keepOpen}
            </a>
          </p>
        </>
      ) : (
        <form class="seb-form" method="post" action={unitDeedPath(unit.id, 'luk')}>
          <div class="seb-callout">
            <h2>{text.consequences}</h2>
            <ul>
              {text.closeConsequences.map((consequence) => (
                <li>{consequence}</li>
              ))}
            </ul>
          </div>
          <div class="seb-actions">
            <button class="button button-primary" type="submit">
              {text.closeNow}
            </button>
            <a class="seb-hit" href={unitPath(unit.id)}>
              {text.keepOpen}
            </a>
          </div>
        </form>
      )}
    </AdminLayout>
  )
}
