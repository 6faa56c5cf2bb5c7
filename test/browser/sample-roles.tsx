/** The pages about roles with sample data that goes to extremes. All people, organisations and numbers are made up. */
import { GiveRolePage, RolePage } from '../../src/access/admin/roles/role.page.tsx'
import { RolesPage } from '../../src/access/admin/roles/roles.page.tsx'
import type { Holder } from '../../src/access/admin/roles/roles.store.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'
import { sampleAssignable } from './sample-assigning.tsx'
import { sampleHours } from './sample-hours.ts'

const now = new Date('2026-11-24T08:00:00Z')
const holder = (name: string, more: Partial<Holder> = {}): Holder => ({
  id: name,
  accountId: 'b3f0a7c2-0000-4000-8000-000000000001',
  name,
  unitName: 'Hjemmesygeplejen Nord',
  status: 'active',
  accountFrom: new Date(0),
  accountUntil: null,
  scopes: { enhed: ['990100001600004'], art: ['akut', 'planlagt'] },
  validFrom: now,
  validUntil: new Date('2026-12-31T23:00:00Z'),
  hours: sampleHours,
  ...more,
})
const page = <Row,>(rows: Row[], total: number) => ({
  rows,
  total,
  counted: true,
  from: 51,
  previous: 'a',
  next: total > rows.length ? 'b' : null,
})
const listed = {
  id: 'b3f0a7c2-0000-4000-8000-000000000001',
  name: longName,
  unitName: `Plejecenter ${longName}`,
  status: 'active',
  validFrom: now,
  validUntil: null,
  lastLogInAt: null,
  roles: 3,
} as const
const plain = {
  ...sampleAssignable,
  role: {
    ...sampleAssignable.role,
    nameDa: longName,
    nameEn: longName,
    sensitive: false,
    scopes: [],
    longestDays: null,
  },
}

/** By name, for the gallery. */
export const rolePages: Record<string, GalleryPage> = {
  'admin-roles': (shell) => (
    <RolesPage
      frame={sampleFrame(shell)}
      roles={[sampleAssignable, plain]}
      holders={new Map([[sampleAssignable.role.id, 12_345]])}
    />
  ),
  'admin-roles-none': (shell) => <RolesPage frame={sampleFrame(shell)} roles={[]} holders={new Map()} />,
  'admin-role': (shell) => (
    <RolePage
      frame={sampleFrame(shell)}
      assignable={{
        ...sampleAssignable,
        grant: { ...sampleAssignable.grant, validUntil: new Date('2027-01-01T00:00:00+01:00') },
      }}
      holders={page(
        [holder(longName), holder('Bo Friis', { unitName: null, status: 'suspended', validUntil: null, scopes: {} })],
        12_345,
      )}
      units={[]}
      now={now}
    />
  ),
  'admin-role-none': (shell) => (
    <RolePage
      frame={sampleFrame(shell)}
      assignable={plain}
      holders={{ ...page([], 0), previous: null }}
      units={[]}
      now={now}
    />
  ),
  'admin-role-give': (shell) => (
    <GiveRolePage frame={sampleFrame(shell)} assignable={plain} query="an" found={page([listed], 60)} ownAccountId="" />
  ),
}
