/** An administrator's first page with sample data that goes to extremes. Everything is made up. */
import { OverviewPage } from '../../src/access/admin/overview/overview.page.tsx'
import type { Change } from '../../src/access/admin/overview/overview.store.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const change = (action: Change['action'], more: Partial<Change> = {}): Change => ({
  at: now,
  action,
  actorId: 'mette',
  accountId: 'b3f0a7c2-0000-4000-8000-000000000001',
  person: longName,
  role: { nameDa: 'Medhjælp for læge', nameEn: 'Assistant to a doctor' },
  ...more,
})
const changes = [
  change('role-assignment.added', { actorId: 'me' }),
  change('account.suspended', { person: 'Bente Rohde' }),
  change('invitation.accepted'),
  change('role-assignment.withdrawn', { actorId: null, role: null }),
]
const endings = ['Bente Rohde', longName].map((person, at) => ({
  assignmentId: `b3f0a7c2-0000-4000-8000-00000000020${at}`,
  accountId: 'b3f0a7c2-0000-4000-8000-000000000001',
  roleId: 'b3f0a7c2-0000-4000-8000-000000000003',
  person,
  role: { da: longName, en: longName },
  service: { da: 'Fælles Medicinkort', en: 'Shared Medication Record' },
  until: now,
}))
const quiet = { requested: 0, 'roles-ending': 0, 'account-ending': 0, 'not-seen': 0, invited: 0 }

/** By name, for the gallery. */
export const overviewPages: Record<string, GalleryPage> = {
  'admin-overview': (shell) => (
    <OverviewPage
      frame={sampleFrame(shell)}
      now={now}
      review={{ count: 1204, path: '/admin/kontrol/x' }}
      requests={1}
      work={{ requested: 1, 'roles-ending': 12, 'account-ending': 3, 'not-seen': 10_482, invited: 2 }}
      changes={changes}
      endings={endings}
      names={new Map([['mette', longName]])}
      ownPersonId="me"
      fewChiefs={1}
      mayAppoint
      mayCreate
    />
  ),
  'admin-overview-quiet': (shell) => (
    <OverviewPage
      frame={sampleFrame(shell)}
      now={now}
      review={null}
      requests={0}
      work={quiet}
      changes={[]}
      endings={[]}
      names={new Map()}
      ownPersonId="me"
      fewChiefs={null}
      mayAppoint={false}
      mayCreate={false}
    />
  ),
}
