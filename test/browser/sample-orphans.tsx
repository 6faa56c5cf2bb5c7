/** Organisations without an administrator, with sample data that goes to extremes. Everything is made up. */
import { type ListedOrphan, OrphansPage } from '../../src/access/management/orphans/orphans.page.tsx'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const id = 'b3f0a7c2-0000-4000-8000-000000000003'
const seen = new Date('2026-11-20T08:00:00Z')
const rows: ListedOrphan[] = [
  {
    id,
    cvr: '99010003',
    name: longName,
    endsAt: null,
    candidates: [
      {
        accountId: id,
        name: longName,
        level: 'administrator',
        functions: ['security-officer', 'signatory'],
        lastLogInAt: seen,
      },
      { accountId: id, name: 'Bo Friis', level: null, functions: [], lastLogInAt: null },
    ],
  },
  { id, cvr: '99010004', name: 'Lægerne ved Broen', endsAt: new Date('2026-12-05T23:00:00Z'), candidates: [] },
]

/** By name, for the gallery. */
export const orphanPages: Record<string, GalleryPage> = {
  'management-orphans': (shell) => (
    <OrphansPage
      frame={sampleFrame(shell)}
      list={{ rows, total: 1043, counted: true, from: 51, previous: id, next: id }}
      mayAppoint
    />
  ),
  'management-orphans-none': (shell) => (
    <OrphansPage
      frame={sampleFrame(shell)}
      list={{ rows: [], total: 0, counted: true, from: 1, previous: null, next: null }}
      mayAppoint={false}
    />
  ),
}
