/** The pages of periodic control with sample data that goes to extremes. Everything is made up. */

import { BeginPage } from '../../src/reviews/begin.page.tsx'
import { BeginEverywherePage } from '../../src/reviews/begin-everywhere.page.tsx'
import { EverywherePage } from '../../src/reviews/everywhere.page.tsx'
import type { ReviewItem } from '../../src/reviews/items.store.ts'
import { RepeatPage } from '../../src/reviews/repeat.page.tsx'
import { ReportPage } from '../../src/reviews/report.page.tsx'
import { RestPage } from '../../src/reviews/rest.page.tsx'
import { ItemListPage, ReviewPage } from '../../src/reviews/review.page.tsx'
import { type Review, reasons } from '../../src/reviews/review.ts'
import { ReviewsPage } from '../../src/reviews/reviews.page.tsx'
import type { BeginMistake } from '../../src/reviews/typed-review.ts'
import type { Shell } from '../../src/web/shell.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'
import { sampleHours } from './sample-hours.ts'

const day = (text: string) => new Date(`${text}T00:00:00+01:00`)
const now = day('2026-11-25')
const review: Review = {
  id: 'b3f0a7c2-0000-4000-8000-000000000070',
  name: `Kontrol ${longName}`,
  unitIds: null,
  serviceIds: null,
  onlySensitive: false,
  deadline: day('2026-12-20'),
  silence: 'remove',
  removesAt: day('2027-01-03'),
  origin: 'chief',
  startedAt: day('2026-11-20'),
  startedBy: longName,
}
const item = (at: number, more: Partial<ReviewItem> = {}): ReviewItem => ({
  id: `b3f0a7c2-0000-4000-8000-0000000001${String(at).padStart(2, '0')}`,
  accountId: 'b3f0a7c2-0000-4000-8000-000000000001',
  name: at === 0 ? longName : `Karen Sample ${at}`,
  unitName: at === 1 ? null : `Plejecenter ${longName}`,
  serviceDa: 'Den Nationale Henvisningsformidling',
  serviceEn: 'The National Referral Service',
  roleDa: 'Medhjælp for sygeplejerske',
  roleEn: 'Assistant to a nurse',
  scopes: { sor: ['990100001600004', '990100001600005'] },
  validFrom: day('2025-03-01'),
  validUntil: at % 2 === 0 ? day('2027-03-01') : null,
  hours: at % 3 === 0 ? sampleHours : null,
  reasons: [],
  changedSince: false,
  lastUsedAt: at === 1 ? null : day('2026-11-20'),
  withdrawnAt: null,
  decision: null,
  decidedAt: null,
  decidedBy: null,
  ...more,
})
const unusual = [
  item(0, { reasons: [...reasons], changedSince: true }),
  item(1, { reasons: ['unused'] }),
  item(2, { changedSince: true }),
]
const rest = Array.from({ length: 12 }, (_, at) => item(at + 10))
const answered = [
  item(0, { decision: 'removed', decidedAt: now, decidedBy: longName, withdrawnAt: now }),
  item(1, { decision: 'kept', decidedAt: now, decidedBy: 'Henrik Bak Iversen' }),
  item(2, { withdrawnAt: now }),
  item(3, { decision: 'lapsed', decidedAt: now }),
]
const page = (rows: ReviewItem[]) => ({ rows, total: rows.length, counted: true, from: 1, previous: null, next: null })
const units = new Map([['990100001600004', `Plejecenter ${longName}`]])
const none = { kept: 0, changed: 0, removed: 0, restored: 0, already: 0, gone: 0, 'too-late': 0, conflict: 0 }
const counts = { total: 5000, waiting: 4321, unusual: 312, rest: 4000 }
const choices = [{ id: 'u', name: longName }]
const typed = {
  name: `Kontrol ${longName}`,
  unitId: 'u',
  serviceId: null,
  onlySensitive: true,
  deadline: '2026-11-01',
  silence: null,
}
const schedule = { everyMonths: 6, answerDays: 30, onlySensitive: false, silence: 'suspend', nextAt: now } as const

const beginEverywhere = (shell: Shell, mistakes: readonly BeginMistake[]) => (
  <BeginEverywherePage
    {...{ frame: sampleFrame(shell), mistakes, formId: '1', kind: null }}
    kinds={[{ id: 'region', name: 'Region' }]}
    services={[{ id: 's', name: longName }]}
    typed={{
      ...{ name: 'Kontrol november', unitId: null, serviceId: null, onlySensitive: true },
      ...{ deadline: '2026-12-20', silence: 'suspend' },
    }}
  />
)
const campaign = { id: '1', name: longName, deadline: day('2026-12-20'), total: 30_000, begun: 1_214, nothing: 12 }

/** By name, for the gallery. */
export const reviewPages: Record<string, GalleryPage> = {
  'reviews-everywhere': (shell) => <EverywherePage frame={sampleFrame(shell)} asked={[]} />,
  'reviews-everywhere-asked': (shell) => (
    <EverywherePage
      frame={sampleFrame(shell)}
      asked={[campaign, { ...campaign, name: 'Kontrol maj', begun: 30_000, nothing: 0 }]}
    />
  ),
  'reviews-everywhere-begin': (shell) => beginEverywhere(shell, []),
  'reviews-everywhere-wrong': (shell) => beginEverywhere(shell, ['name', 'nothing']),
  'admin-reviews': (shell) => (
    <ReviewsPage
      frame={sampleFrame(shell)}
      reviews={[
        { ...review, total: 5000, waiting: 4321, mine: 312 },
        { ...review, name: 'Kontrol november 2026', total: 6, waiting: 0, mine: 0 },
      ]}
      mayStart
      answers
      schedule={schedule}
    />
  ),
  'admin-reviews-none': (shell) => (
    <ReviewsPage
      frame={sampleFrame(shell)}
      reviews={[]}
      mayStart={false}
      answers={false}
      schedule={{ ...schedule, everyMonths: null, nextAt: null }}
    />
  ),
  'admin-review': (shell) => (
    <ReviewPage
      frame={sampleFrame(shell)}
      {...{ review, counts, now, units }}
      unusual={unusual}
      rest={rest}
      mayReadReport
      keeping={null}
      done={{ ...none, kept: 1, changed: 1, removed: 12, already: 1, gone: 2, 'too-late': 1 }}
    />
  ),
  'admin-review-done': (shell) => (
    <ReviewPage
      frame={sampleFrame(shell)}
      {...{ now: day('2026-12-24'), units }}
      review={{ ...review, silence: 'suspend', removesAt: null }}
      counts={{ ...counts, waiting: 0, unusual: 0, rest: 0 }}
      unusual={[]}
      rest={[]}
      mayReadReport={false}
      keeping={null}
      done={{ ...none, restored: 1 }}
    />
  ),
  'admin-review-keeping': (shell) => (
    <ReviewPage
      frame={sampleFrame(shell)}
      {...{ review, counts, now, units }}
      unusual={unusual}
      rest={rest}
      mayReadReport
      keeping={{ wanted: 4000, kept: 1500, finished: false }}
      done={null}
    />
  ),
  'admin-review-rest': (shell) => (
    <RestPage frame={sampleFrame(shell)} review={review} rest={{ wanted: 4000, kept: 1500 }} />
  ),
  'admin-review-answered': (shell) => (
    <ItemListPage
      frame={sampleFrame(shell)}
      {...{ review, now, units }}
      filter="answered"
      items={{ ...page(answered), total: 120, next: 'x' }}
      done={null}
    />
  ),
  'admin-review-rest-none': (shell) => (
    <ItemListPage frame={sampleFrame(shell)} {...{ review, now, units }} filter="rest" items={page([])} done={null} />
  ),
  'admin-review-begin': (shell) => (
    <BeginPage
      frame={sampleFrame(shell)}
      typed={typed}
      units={choices}
      services={choices}
      mistakes={['name', 'deadline', 'silence', 'nothing']}
      formId="f"
    />
  ),
  'admin-review-repeat': (shell) => (
    <RepeatPage
      frame={sampleFrame(shell)}
      typed={{ often: '6', days: '30', onlySensitive: false, silence: 'remove' }}
      mistakes={[]}
      saved
    />
  ),
  'admin-review-repeat-wrong': (shell) => (
    <RepeatPage
      frame={sampleFrame(shell)}
      typed={{ often: '', days: '1000', onlySensitive: false, silence: null }}
      mistakes={['often', 'days', 'silence']}
      saved={false}
    />
  ),
  'admin-review-report': (shell) => (
    <ReportPage
      frame={sampleFrame(shell)}
      organisation={{ cvr: '99999902', name: longName }}
      {...{ review, units, now }}
      items={[...answered, ...unusual]}
    />
  ),
}
