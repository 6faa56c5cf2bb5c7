/** Pages of the administration with sample data that goes to extremes. All people, organisations and numbers are made up. */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { DecisionPage } from '../../src/access/admin/decide/decision.page.tsx'
import type { EmployeeDescription, HeldRight } from '../../src/access/admin/employees/describe-employee.ts'
import { EmployeePage } from '../../src/access/admin/employees/employee.page.tsx'
import { EmployeeListPage } from '../../src/access/admin/employees/employee-list.page.tsx'
import type { ListedEmployee } from '../../src/access/admin/employees/employees.store.ts'
import type { AdminFrame } from '../../src/access/admin/frame.ts'
import type { Shell } from '../../src/web/shell.ts'

export type GalleryPage = (shell: Shell) => JSX.Element

const now = new Date('2026-11-24T08:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00+01:00`)
export const longName = 'Anne-Sofie Kjærgaard Thorsen-Bundgaard til Rundetårnsvejsbebyggelsens-Sundhedshus'

export const sampleFrame = (shell: Shell): AdminFrame => ({
  shell,
  acting: {
    person: 'Mette Højgaard Lind',
    capacity: 'overbrugeradministrator',
    for: 'Vesterfjord Kommune',
    changeHref: '/admin/handl-for',
  },
  menu: [
    {
      title: 'Mennesker og adgang',
      items: [{ name: 'Medarbejdere', href: '/admin/medarbejdere', current: true }],
    },
  ],
})

const listed = (name: string, more: Partial<ListedEmployee> = {}): ListedEmployee => ({
  id: 'b3f0a7c2-0000-4000-8000-000000000001',
  name,
  unitName: 'Hjemmesygeplejen Nord',
  status: 'active',
  validFrom: day('2025-03-01'),
  validUntil: null,
  lastLogInAt: day('2026-11-20'),
  roles: 3,
  ...more,
})

const employees = [
  listed('Abdirahman Warsame Jensen', { roles: 1 }),
  listed(longName, { unitName: `Plejecenter ${longName}`, roles: 12 }),
  listed('Bente Rohde', { lastLogInAt: null, unitName: null }),
  listed('Birgitte Alstrup', { status: 'suspended' }),
  listed('Carl-Emil Westergaard', { validFrom: day('2027-01-01'), roles: 0 }),
  listed('Dorthe Brix', { status: 'ended' }),
].map((employee, at) => ({ ...employee, id: `b3f0a7c2-0000-4000-8000-00000000010${at}` }))
const units = [{ id: 'b3f0a7c2-0000-4000-8000-000000000002', name: `Plejecenter ${longName}` }]
const query = { text: '', unitId: null, status: 'current' } as const

const account = {
  id: 'b3f0a7c2-0000-4000-8000-000000000001',
  personId: 'b3f0a7c2-0000-4000-8000-000000000003',
  key: 'karen',
  status: 'active',
  validFrom: day('2025-03-01'),
  validUntil: null,
  professionalUuid: 'b3f0a7c2-0000-4000-8000-000000000004',
  rid: '48210355',
  organisation: { id: 'o', cvr: '99999902', name: 'Vesterfjord Kommune', status: 'active', allowsPrivateLogIn: false },
  unit: { id: 'u', name: 'Hjemmesygeplejen Nord', sor: '990100001600004', pNumber: null, ydernummer: null },
} as const

const held = (service: string, role: string, more: Partial<HeldRight['right']['assignment']> = {}): HeldRight => {
  const grant = { id: 'g', validFrom: day('2024-01-12'), validUntil: null, roleIds: null, ceilings: {} }
  return {
    facts: { now, account, grant, assurance: 'High', educationCodes: [] },
    right: {
      grant,
      service: { id: service, nameDa: service, nameEn: service, lowestAssurance: 'Substantial' },
      assignment: {
        id: 'b3f0a7c2-0000-4000-8000-000000000005',
        accountId: account.id,
        role: {
          id: 'r',
          key: 'r',
          nameDa: role,
          nameEn: role,
          privileges: ['urn:made-up'],
          privilegeScope: 'cvr',
          status: 'active',
          retiredAt: null,
          lowestAssurance: 'Substantial',
          requiredEducationCodes: [],
          longestDays: null,
          scopes: [],
        },
        scopes: {},
        validFrom: day('2025-03-04'),
        validUntil: day('2026-11-25'),
        withdrawnAt: null,
        hours: null,
        unansweredFrom: null,
        assignedBy: 'mette',
        reason: 'Jeg sender henvisninger for lægen i vagten',
        bundle: null,
        ...more,
      },
    },
  }
}

export const sampleEmployee: EmployeeDescription = {
  employee: {
    account,
    name: 'Karen Bruun Mikkelsen',
    email: 'kabm@vesterfjord.example',
    language: 'da',
    lastLogInAt: now,
  },
  authorisations: [{ code: '0KB71', educationCode: '5166', educationType: 'Sygeplejerske' }],
  rights: [
    held('Fælles Medicinkort', 'Sundhedsperson med autorisation'),
    held('Fælles Medicinkort', 'Medhjælp for læge', { validUntil: day('2026-10-01') }),
    held('Den Nationale Henvisningsformidling', longName, {
      scopes: { enhed: ['990100001600004'] },
      withdrawnAt: day('2026-11-01'),
      reason: '',
    }),
  ],
  timeline: [
    {
      at: now,
      action: 'role-assignment.added',
      actorId: 'mette',
      role: { nameDa: 'Medhjælp for læge', nameEn: 'Assistant' },
      reason: 'Vikar i november',
    },
    { at: day('2025-03-01'), action: 'account.added', actorId: null, role: null, reason: '' },
  ],
  names: new Map([['mette', 'Mette Højgaard Lind']]),
  unitNames: new Map([['990100001600004', 'Hjemmesygeplejen Nord']]),
  lastUsed: new Map([['Fælles Medicinkort', now]]),
  mailRefusal: '550 5.1.1 … no such user here',
}

/** By name, for the gallery. */
export const administrationPages: Record<string, GalleryPage> = {
  'admin-employees': (shell) => (
    <EmployeeListPage
      frame={sampleFrame(shell)}
      list={{ rows: employees, total: 2143, counted: true, from: 51, previous: account.id, next: account.id }}
      {...{ query, units, now }}
      mayCreate
      ticks={{ shown: true, missing: false, asks: true }}
    />
  ),
  'admin-employees-none': (shell) => (
    <EmployeeListPage
      frame={sampleFrame(shell)}
      list={{ rows: [], total: 0, counted: true, from: 1, previous: null, next: null }}
      query={{ ...query, text: 'Krstensen & Søn <b>' }}
      {...{ units, now }}
      mayCreate={false}
      ticks={{ shown: true, missing: false, asks: true }}
    />
  ),
  'admin-employee': (shell) => (
    <EmployeePage
      frame={sampleFrame(shell)}
      description={sampleEmployee}
      now={now}
      allowed={{ assign: true, withdraw: true, log: true, simulate: true, change: ['suspend', 'end'], move: true }}
      invitation={null}
      done="rolle-givet"
    />
  ),
  'admin-decision': (shell) => (
    <DecisionPage
      frame={sampleFrame(shell)}
      employee={sampleEmployee.employee}
      title={`Spær kontoen for ${longName}?`}
      consequences={['Karen kan ikke logge ind for Vesterfjord Kommune, før kontoen bliver åbnet igen.', longName]}
      button="Spær kontoen"
      action="/admin/medarbejdere"
      reasonMissing
    />
  ),
  'admin-employee-new': (shell) => (
    <EmployeePage
      frame={sampleFrame(shell)}
      description={{
        ...sampleEmployee,
        employee: {
          account: { ...account, unit: null },
          name: longName,
          email: null,
          language: 'da',
          lastLogInAt: null,
        },
        authorisations: [],
        rights: [],
        timeline: [],
      }}
      now={now}
      allowed={{ assign: false, withdraw: false, log: false, simulate: false, change: [], move: false }}
      invitation={null}
      done={null}
    />
  ),
}
