/** The pages of changes to many at once, with sample data that goes to extremes. All people and numbers are made up. */
import type { Change, RowMistake } from '../../src/access/admin/bulk/bulk-change.ts'
import { type ChosenDeed, emptyRow } from '../../src/access/admin/bulk/bulk-columns.ts'
import { BulkJobPage, type BulkJobPageProps } from '../../src/access/admin/bulk/bulk-job.page.tsx'
import type { BulkCounts, BulkJob, BulkRowShown } from '../../src/access/admin/bulk/bulk-jobs.store.ts'
import { BulkStartPage } from '../../src/access/admin/bulk/bulk-start.page.tsx'
import { BulkUndoPage } from '../../src/access/admin/bulk/bulk-undo.page.tsx'
import { ChooseDeedPage, type ChooseDeedPageProps } from '../../src/access/admin/bulk/choose-deed.page.tsx'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const at = new Date('2026-11-23T12:42:00Z')
const job: BulkJob = {
  id: 'b3f0a7c2-0000-4000-8000-000000000021',
  organisationId: 'o',
  madeBy: 'p',
  madeByName: longName,
  accountId: 'a',
  capacity: 'chief-administrator:a',
  madeAt: at,
  source: null,
  fileName: 'Vagtplan-for-Plejehjemmet-Rundetårnsvejsbebyggelsens-Sundhedshus-2026-12.csv',
  state: 'checked',
  startedAt: null,
  finishedAt: null,
  undoneAt: null,
  undoBy: null,
  undoAccountId: null,
  undoCapacity: null,
}
const counts: BulkCounts = {
  total: 40_000,
  new: 38_000,
  changed: 1_500,
  unchanged: 497,
  mistake: 3,
  done: 0,
  left: 0,
  undone: 0,
  kept: 0,
}
const service = { id: 's', key: 'fmk', nameDa: 'Fælles Medicinkort', nameEn: 'Shared Medication Record' }
const names = {
  roles: [{ id: 'r', key: 'laege', nameDa: 'Læge', nameEn: 'Doctor', service }],
  units: [
    {
      id: 'u',
      parentId: null,
      key: 'u',
      name: 'Hjemmesygeplejen Nord',
      sor: null,
      pNumber: null,
      ydernummer: null,
      municipality: null,
      closed: false,
    },
  ],
}
const period = { from: '2026-11-22T23:00:00.000Z', until: '2027-01-01T23:00:00.000Z' }
const about = { accountId: 'b', serviceId: 's', roleId: 'r', assignmentId: 'c', reason: 'Ny vagtplan' }
const changes: Change[] = [
  { kind: 'give', ...about, scopes: { enhed: ['999900000000011', '999900000000012'] }, period },
  { kind: 'period', ...about, before: period, after: { ...period, until: null } },
  { kind: 'withdraw', ...about, scopes: {} },
  { kind: 'status', accountId: 'b', before: 'active', after: 'suspended', reason: '' },
  { kind: 'unit', accountId: 'b', before: null, after: 'u', reason: '' },
  {
    kind: 'create',
    accountId: 'b',
    personId: 'p',
    name: longName,
    email: null,
    rid: '1',
    professionalUuid: null,
    unitId: 'u',
  },
]
const mistakes: RowMistake[] = [
  { mistake: 'person-unknown' },
  { mistake: 'conflict', row: 7 },
  { mistake: 'assignment', what: 'until-too-long', days: 90 },
]
const row = (number: number, more: Partial<BulkRowShown>): BulkRowShown => ({
  id: String(number),
  number,
  person: longName,
  accountId: 'b3f0a7c2-0000-4000-8000-000000000001',
  typed: emptyRow,
  outcome: 'changed',
  changes: [],
  mistake: null,
  result: null,
  ...more,
})
const rows: BulkRowShown[] = [
  ...changes.map((change, index) => row(index + 2, { changes: [change], outcome: index === 0 ? 'new' : 'changed' })),
  row(8, { outcome: 'unchanged' }),
  ...mistakes.map((mistake, index) =>
    row(index + 9, { outcome: 'mistake', mistake, person: '12345678', accountId: null }),
  ),
  row(12_345, { outcome: 'changed', result: 'left', mistake: { mistake: 'changed-since' } }),
  row(12_346, { changes: changes.slice(3, 4), result: 'kept' }),
]

const shown =
  (state: BulkJob['state'], more: Partial<BulkJobPageProps> = {}): GalleryPage =>
  (shell) => (
    <BulkJobPage
      frame={sampleFrame(shell)}
      job={{ ...job, state }}
      counts={counts}
      page={{ rows, total: 40_000, counted: true, from: 51, previous: 'x', next: 'y' }}
      filter={null}
      names={names}
      mayApply
      {...more}
    />
  )

const nothing = { previous: null, next: null, counted: true, from: 1 }

const choosing =
  (deed: ChosenDeed, mistakes: ChooseDeedPageProps['mistakes'] = []): GalleryPage =>
  (shell) => (
    <ChooseDeedPage
      frame={sampleFrame(shell)}
      jobId={job.id}
      count={40_000}
      typed={{ deed, roleId: 'r', unitId: 'u', scope: 'egen enhed', from: '2026-12-01', until: '', reason: '' }}
      roles={names.roles}
      units={[{ id: 'u', name: longName }]}
      mistakes={mistakes}
    />
  )

/** By name, for the gallery. */
export const bulkPages: Record<string, GalleryPage> = {
  'admin-bulk': (shell) => (
    <BulkStartPage
      frame={sampleFrame(shell)}
      jobs={[
        { ...job, ...counts },
        { ...job, ...counts, fileName: null, state: 'applied' },
        { ...job, ...counts, fileName: '', state: 'undone', total: 1 },
      ]}
      typed={{ pasted: '', reason: '' }}
      mistake={null}
    />
  ),
  'admin-bulk-mistake': (shell) => (
    <BulkStartPage
      frame={sampleFrame(shell)}
      jobs={[]}
      typed={{ pasted: 'navn;alder\nBo <b>;7', reason: 'Ny vagtplan' }}
      mistake={{ mistake: 'cell-too-long', row: 12_345, most: 2000 }}
    />
  ),
  'admin-bulk-reason': (shell) => (
    <BulkStartPage
      frame={sampleFrame(shell)}
      jobs={[]}
      typed={{ pasted: 'x', reason: '' }}
      mistake={{ mistake: 'reason-missing' }}
    />
  ),
  'admin-bulk-checked': shown('checked'),
  'admin-bulk-nothing': shown('checked', {
    counts: { ...counts, total: 1, new: 0, changed: 0, unchanged: 1, mistake: 0 },
    page: { rows: rows.slice(6, 7), total: 1, ...nothing },
  }),
  'admin-bulk-applying': shown('applying', { counts: { ...counts, done: 12_500 } }),
  'admin-bulk-applied': shown('applied', { counts: { ...counts, done: 39_499, left: 1 } }),
  'admin-bulk-undone': shown('undone', {
    counts: { ...counts, done: 39_499, undone: 39_498, kept: 1 },
    filter: 'kept',
  }),
  'admin-bulk-choose-give': choosing('give', ['roleMissing', 'reasonMissing']),
  'admin-bulk-choose-move': choosing('move', ['unitMissing']),
  'admin-bulk-choose-suspend': choosing('suspend'),
  'admin-bulk-undo': (shell) => (
    <BulkUndoPage
      frame={sampleFrame(shell)}
      job={{ ...job, state: 'applied' }}
      count={39_498}
      kept={{ count: 3, some: [{ number: 12_346, person: longName }] }}
    />
  ),
  'admin-bulk-undo-nothing': (shell) => (
    <BulkUndoPage
      frame={sampleFrame(shell)}
      job={{ ...job, fileName: null, state: 'applied' }}
      count={0}
      kept={{ count: 0, some: [] }}
    />
  ),
}
