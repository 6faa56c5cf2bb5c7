/** The pages about roles that must not be held together, with sample data that goes to extremes. All of it is made up. */
import { AssignRolePage } from '../../src/access/admin/assign/assign-role.page.tsx'
import { BreachesPage } from '../../src/access/conflicts/breaches.page.tsx'
import type { Breach } from '../../src/access/conflicts/breaches.store.ts'
import { EndRulePage } from '../../src/access/conflicts/end-rule.page.tsx'
import { ChooseServicesPage, RuleFormPage } from '../../src/access/conflicts/rule-form.page.tsx'
import { RulesPage } from '../../src/access/conflicts/rules.page.tsx'
import type { KeptRule } from '../../src/access/conflicts/rules.store.ts'
import { emptyRule, ruleAsTyped } from '../../src/access/conflicts/save-rule.ts'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleAssignable } from './sample-assigning.tsx'

const services = Array.from({ length: 12 }, (_, index) => ({
  id: `tjeneste-${index}`,
  nameDa: index === 0 ? longName : `Tjeneste ${index}`,
  nameEn: index === 0 ? longName : `Service ${index}`,
}))
const roles = services.map((service, index) => ({
  id: `rolle-${index}`,
  nameDa: index === 0 ? longName : `Rolle ${index}`,
  nameEn: index === 0 ? longName : `Role ${index}`,
  service,
}))
const why =
  'Den, der bestiller medicin til afdelingen, må ikke selv godkende regningen, og heller ikke afstemme lageret.'
const rule: KeptRule = {
  id: 'b3f0a7c2-0000-4000-8000-000000000160',
  nameDa: `Bestil og godkend ${longName}`,
  nameEn: `Order and approve ${longName}`,
  whyDa: why,
  whyEn: why,
  atMost: 2,
  effect: 'with-reason',
  roles,
  serviceId: null,
  version: 3,
}
const pair: KeptRule = { ...rule, nameDa: 'Bestil og godkend', atMost: 1, effect: 'blocked', roles: roles.slice(0, 2) }
const base = '/forvaltning/konflikter'
const pageOf = (rows: Breach[]) => ({
  ...{ rows, total: 120, counted: true, from: 51 },
  ...(rows.length > 0 ? { previous: 'a', next: 'b' } : { previous: null, next: null }),
})
const held = roles.map((role, index) => ({
  roleId: role.id,
  accountId: 'konto',
  assignmentId: `tildeling-${index}`,
  unitId: null,
  from: new Date('2026-01-01'),
  until: null,
  hours: [null],
  exception: index === 1 ? { reason: why, until: new Date('2026-12-31T23:00:00Z') } : null,
}))
const breach: Breach = {
  id: 'brud',
  personId: 'person',
  rule,
  accountId: 'konto',
  name: longName,
  held,
  excepted: false,
}
const unlimited = { unitIds: null, serviceIds: null }

/** By name, for the gallery. */
export const conflictPages: Record<string, GalleryPage> = {
  'role-conflicts': (shell) => (
    <RulesPage frame={sampleFrame(shell)} base={base} rules={[rule, pair]} mayChange={(one) => one === rule} done />
  ),
  'role-conflicts-none': (shell) => (
    <RulesPage frame={sampleFrame(shell)} base={base} rules={[]} mayChange={() => true} done={false} />
  ),
  'role-conflict-services': (shell) => (
    <ChooseServicesPage frame={sampleFrame(shell)} base={base} services={services} chosen={[]} />
  ),
  'role-conflict-new': (shell) => (
    <RuleFormPage
      frame={sampleFrame(shell)}
      {...{ base, roles }}
      rule={null}
      typed={emptyRule}
      formId="formular"
      mistakes={{ navn: 'name-missing', rolle: 'too-few-roles', hoejst: 'at-most-wrong', virkning: 'effect-missing' }}
    />
  ),
  'role-conflict': (shell) => (
    <RuleFormPage
      frame={sampleFrame(shell)}
      {...{ base, rule, roles }}
      typed={ruleAsTyped(pair)}
      mistakes={{}}
      stands={rule}
      breaches={{ people: 12_345, organisations: 678 }}
    />
  ),
  'role-conflict-end': (shell) => <EndRulePage frame={sampleFrame(shell)} base={base} rule={rule} />,
  'role-conflict-breaches': (shell) => (
    <BreachesPage
      frame={sampleFrame(shell)}
      limits={{ unitIds: null, serviceIds: services.slice(0, 10).map(({ id }) => id) }}
      personId="mig"
      page={pageOf([
        breach,
        { ...breach, personId: 'mig', rule: pair, held: held.slice(0, 2) },
        { ...breach, rule: pair, held: held.slice(0, 2), excepted: true },
      ])}
    />
  ),
  'role-conflict-breaches-none': (shell) => (
    <BreachesPage frame={sampleFrame(shell)} limits={unlimited} page={pageOf([])} personId="mig" />
  ),
  'assign-role-in-conflict': (shell) => (
    <AssignRolePage
      frame={sampleFrame(shell)}
      employee={sampleEmployee.employee}
      assignable={sampleAssignable}
      units={[]}
      typed={{ scopes: {}, from: '2026-11-25', until: '', hours: [], reason: 'Vikar' }}
      formId="formular"
      mistakes={[
        { field: 'undtagelse', mistake: 'conflict-reason' },
        { field: 'til', mistake: 'conflict-end' },
      ]}
      conflict={{
        conflicts: [
          {
            wanted: { accountId: 'konto', roleId: 'rolle-0', validFrom: new Date('2026-01-01'), validUntil: null },
            rule,
            with: roles.map((role) => ({
              role,
              roleId: role.id,
              accountId: 'konto',
              unitId: null,
              assignmentId: null,
              from: new Date('2026-01-01'),
              until: null,
              hours: [null],
            })),
          },
        ],
        limits: unlimited,
        exception: '',
      }}
    />
  ),
}
