/** The pages for giving a role, with sample data that goes to extremes. All people, organisations and numbers are made up. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { AssignRolePage, CheckRolePage } from '../../src/access/admin/assign/assign-role.page.tsx'
import type { AssignableRole, AssignableScope } from '../../src/access/admin/assign/assignable-roles.store.ts'
import { ChooseRolePage } from '../../src/access/admin/assign/choose-role.page.tsx'
import type { UnitNumbers } from '../../src/access/admin/assign/unit-numbers.ts'
import { ChangeRolePage, CheckChangePage, RoleGonePage } from '../../src/access/admin/change/change-role.page.tsx'
import type { Shell } from '../../src/web/shell.ts'
import { longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleHours } from './sample-hours.ts'

type Page = (shell: Shell) => JSX.Element

const scope = (key: string, more: Partial<AssignableScope>): AssignableScope => ({
  key,
  kind: 'sor',
  required: true,
  many: false,
  allowedValues: null,
  pattern: null,
  constraintName: `urn:made-up:${key}`,
  nameDa: 'Enhed',
  nameEn: 'Unit',
  ...more,
})

export const assignable = (service: string, name: string): AssignableRole => ({
  service: { id: service, nameDa: service, nameEn: service },
  role: {
    id: 'b3f0a7c2-0000-4000-8000-000000000006',
    key: name,
    nameDa: name,
    nameEn: name,
    descriptionDa: 'Ser og retter for en bestemt læge, og sender henvisninger på lægens vegne.',
    descriptionEn: 'Sees and changes for one doctor, and sends referrals on the doctor’s behalf.',
    sensitive: true,
    privileges: ['urn:made-up'],
    privilegeScope: 'cvr',
    status: 'active',
    retiredAt: null,
    lowestAssurance: 'Substantial',
    requiredEducationCodes: [],
    longestDays: 90,
    scopes: [
      scope('enhed', { many: true }),
      scope('yder', { kind: 'ydernummer', nameDa: 'Ydernummer', nameEn: 'Ydernummer' }),
      scope('art', { kind: 'list', nameDa: 'Art', nameEn: 'Kind', many: true, allowedValues: ['akut', 'planlagt'] }),
    ],
  },
  grant: {
    id: 'g',
    validFrom: new Date(0),
    validUntil: null,
    roleIds: null,
    ceilings: { ydernummer: ['099871', '099872'] },
  },
})

const role = assignable('Fælles Medicinkort', 'Medhjælp for læge')

const unit = (name: string, more: Partial<UnitNumbers>): UnitNumbers => ({
  id: name,
  parentId: null,
  name,
  sor: null,
  pNumber: null,
  ydernummer: null,
  municipality: null,
  ...more,
})
export const units = [
  unit('Hjemmesygeplejen Nord', { sor: '990100001600004' }),
  unit(`Lægehuset ${longName}`, { ydernummer: '099871' }),
]
export const typed = {
  scopes: { enhed: ['nord', '990100001600004'], yder: ['099871'], art: ['akut'] },
  from: '2026-11-24',
  until: '2026-11-20',
  hours: sampleHours,
  reason: '',
}
const common = (shell: Shell) => ({
  frame: sampleFrame(shell),
  employee: sampleEmployee.employee,
  assignable: role,
  units,
  typed,
  formId: 'b3f0a7c2-0000-4000-8000-000000000007',
})

export const sampleAssignable = assignable('Fælles Medicinkort', 'Medhjælp for læge')
const given = sampleEmployee.rights[0]?.right
const changing = (shell: Shell) => {
  if (!given) throw new Error('the sample employee has no roles')
  return { ...common(shell), right: given }
}

const bundle = { id: 'b', name: longName, description: '', version: 1, parts: [{ ...role, scopes: {} }] }

/** By name, for the gallery. */
export const assigningPages: Record<string, Page> = {
  'admin-choose-role': (shell) => (
    <ChooseRolePage
      {...common(shell)}
      bundles={[bundle]}
      roles={[role, assignable('Fælles Medicinkort', 'Læge'), assignable('Henvisningsformidlingen', 'Henviser')]}
    />
  ),
  'admin-choose-role-none': (shell) => <ChooseRolePage {...common(shell)} roles={[]} bundles={[]} />,
  'admin-assign': (shell) => <AssignRolePage {...common(shell)} mistakes={[]} />,
  'admin-assign-mistakes': (shell) => (
    <AssignRolePage
      {...common(shell)}
      mistakes={[
        { field: 'omfang-enhed', mistake: 'scope-shape' },
        { field: 'omfang-art', mistake: 'scope-missing' },
        { field: 'til', mistake: 'until-before-from' },
        { field: 'tid-0-dage', mistake: 'hours-days' },
        { field: 'tid-1-til', mistake: 'hours-until' },
        { field: 'tid', mistake: 'hours-never' },
        { field: 'begrundelse', mistake: 'reason-missing' },
      ]}
    />
  ),
  'admin-assign-check': (shell) => (
    <CheckRolePage
      {...common(shell)}
      fails="authorisation-missing"
      assignment={{
        scopes: { enhed: ['990100001600004'], yder: ['099871'] },
        validFrom: new Date('2026-11-23T23:00:00Z'),
        validUntil: new Date('2026-12-31T23:00:00Z'),
        hours: sampleHours,
        reason: 'Vikar i december',
      }}
    />
  ),
  'admin-change-role': (shell) => (
    <ChangeRolePage
      {...changing(shell)}
      mistakes={[
        { field: 'fra', mistake: 'changed-meanwhile' },
        { field: 'omfang-enhed', mistake: 'scope-no-unit' },
      ]}
    />
  ),
  'admin-change-role-check': (shell) => (
    <CheckChangePage
      {...changing(shell)}
      fails={null}
      assignment={{
        scopes: { enhed: ['990100001600004'], yder: ['099871'] },
        validFrom: new Date('2025-03-03T23:00:00Z'),
        validUntil: new Date('2026-12-31T23:00:00Z'),
        hours: sampleHours,
        reason: `Vikar i december for ${longName}`,
      }}
    />
  ),
  'admin-change-role-gone': (shell) => <RoleGonePage {...changing(shell)} />,
}
