/** The pages for handing an employee over, with sample data that goes to extremes. All people and numbers are made up. */
import { ChooseUnitPage, MovePage } from '../../src/access/admin/move/move.page.tsx'
import type { AffectedRole } from '../../src/access/admin/move/plan-move.ts'
import type { Shell } from '../../src/web/shell.ts'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleUnits } from './sample-units.tsx'

const employee = sampleEmployee.employee
const places = sampleUnits.map((unit) => ({ unit, above: [longName, 'Sundhed og Omsorg'] }))
const [to] = places
const scope = { key: 'enhed', kind: 'sor', required: true, many: false, allowedValues: null, pattern: null } as const
const affected = sampleEmployee.rights.map(({ right }, at): AffectedRole => {
  const role = { ...right.assignment.role, scopes: [{ ...scope, constraintName: 'urn:made-up' }] }
  const assignment = { ...right.assignment, id: `a${at}`, role, scopes: { enhed: ['990100001600004'] } }
  const obstacle = at === 0 ? null : at === 1 ? 'no-number' : 'not-given'
  return { right: { ...right, assignment }, scopes: at === 0 ? { enhed: ['990100001600005'] } : null, obstacle }
})
const moving = (shell: Shell) => {
  if (!to) throw new Error('there are no sample units')
  return { frame: sampleFrame(shell), employee, units: places, to, affected, unitNumbers: [] }
}

/** By name, for the gallery. */
export const movingPages: Record<string, GalleryPage> = {
  'admin-move-choose': (shell) => <ChooseUnitPage {...moving(shell)} mistake />,
  'admin-move-nowhere': (shell) => <ChooseUnitPage {...moving(shell)} units={[]} mistake={false} />,
  'admin-move': (shell) => <MovePage {...moving(shell)} reason="" choiceOf={() => 'skift'} mistake="reason-missing" />,
  'admin-move-overtaken': (shell) => (
    <MovePage {...moving(shell)} affected={[]} reason={longName} choiceOf={() => 'skift'} mistake="changed-meanwhile" />
  ),
}
