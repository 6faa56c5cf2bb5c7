/** The pages about units with sample data that goes to extremes. All organisations and numbers are made up. */
import { CloseUnitPage, UnitPage } from '../../src/access/admin/units/unit.page.tsx'
import { UnitFormPage } from '../../src/access/admin/units/unit-form.page.tsx'
import { UnitsPage } from '../../src/access/admin/units/units.page.tsx'
import type { Unit } from '../../src/access/admin/units/units.store.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const unit = (id: string, parentId: string | null, name: string, more: Partial<Unit> = {}): Unit => ({
  id,
  parentId,
  name,
  sor: null,
  pNumber: null,
  ydernummer: null,
  municipality: null,
  region: null,
  closedAt: null,
  employees: 0,
  ...more,
})
const health = unit('u1', null, 'Sundhed og Omsorg', { employees: 12, municipality: '999' })
const north = unit('u2', 'u1', `Plejecenter ${longName}`, {
  sor: '990100001600004',
  pNumber: '9901000041',
  ydernummer: '990104',
  employees: 412,
})
export const sampleUnits: readonly Unit[] = [
  health,
  north,
  unit('u3', 'u2', 'Aftenvagten', { employees: 1 }),
  unit('u4', null, 'Visitationen', { closedAt: new Date('2026-11-01T00:00:00+01:00') }),
  unit('u5', null, 'Tandplejen', { employees: 2000 }),
]
const typed = {
  name: north.name,
  parentId: 'u1',
  sor: '12',
  pNumber: '9901000041',
  ydernummer: '',
  municipality: 'nord',
  region: '',
}

/** By name, for the gallery. */
export const unitPages: Record<string, GalleryPage> = {
  'admin-units': (shell) => (
    <UnitsPage frame={sampleFrame(shell)} units={sampleUnits} query="" mayChange limited={false} />
  ),
  'admin-units-search': (shell) => (
    <UnitsPage frame={sampleFrame(shell)} units={sampleUnits} query="e" mayChange={false} limited />
  ),
  'admin-units-none-found': (shell) => (
    <UnitsPage frame={sampleFrame(shell)} units={sampleUnits} query="Krstensen & Søn <b>" mayChange limited={false} />
  ),
  'admin-units-none': (shell) => <UnitsPage frame={sampleFrame(shell)} units={[]} query="" mayChange limited={false} />,
  'admin-unit': (shell) => (
    <UnitPage frame={sampleFrame(shell)} unit={north} units={sampleUnits} mayChange done="oprettet" obstacle={null} />
  ),
  'admin-unit-closed': (shell) => (
    <UnitPage
      frame={sampleFrame(shell)}
      unit={{ ...north, closedAt: new Date('2026-11-01T00:00:00+01:00') }}
      units={sampleUnits}
      mayChange
      done={null}
      obstacle="parent-closed"
    />
  ),
  'admin-unit-form': (shell) => (
    <UnitFormPage
      frame={sampleFrame(shell)}
      units={sampleUnits}
      unit={north}
      newId="u2"
      typed={typed}
      mistakes={[
        { field: 'navn', mistake: 'changed-meanwhile' },
        { field: 'sor', mistake: 'sor-shape' },
        { field: 'kommune', mistake: 'municipality-shape' },
      ]}
    />
  ),
  'admin-unit-new': (shell) => (
    <UnitFormPage
      frame={sampleFrame(shell)}
      units={sampleUnits}
      unit={null}
      newId="u9"
      typed={{ ...typed, name: '', sor: '', municipality: '' }}
      mistakes={[]}
    />
  ),
  'admin-unit-close': (shell) => <CloseUnitPage frame={sampleFrame(shell)} unit={north} obstacle={null} />,
  'admin-unit-not-closed': (shell) => (
    <CloseUnitPage frame={sampleFrame(shell)} unit={north} obstacle="has-employees" />
  ),
}
