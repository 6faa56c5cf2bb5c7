/** Emergency access in its states: to take, taken, to be judged, judged, and how often. */
import type { ListedEmergency, Pattern } from '../../src/emergency/emergencies.store.ts'
import { PatternsPage } from '../../src/emergency/patterns/patterns.page.tsx'
import { EmergencyListPage } from '../../src/emergency/review/list.page.tsx'
import { ReviewPage, type ReviewPageProps } from '../../src/emergency/review/review.page.tsx'
import { ChooseEmergencyRolePage } from '../../src/emergency/take/choose-role.page.tsx'
import { OwnEmergencyPage } from '../../src/emergency/take/own.page.tsx'
import { TakePage, type TakePageProps } from '../../src/emergency/take/take.page.tsx'
import type { Shell } from '../../src/web/shell.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'
import { assignable, sampleAssignable, typed, units } from './sample-assigning.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)
const both = (name: string) => ({ da: name, en: name })
const service = { key: 'fmk', ...both('Fælles Medicinkort'), address: null }

const emergency: ListedEmergency = {
  id: '1',
  reference: '4F7K92QD',
  organisationId: 'o',
  accountId: 'a',
  personId: 'p',
  serviceId: 's',
  roleId: 'r',
  assignmentId: 'x',
  reason: 'En patient er bevidstløs, og jeg skal se, hvad han får.',
  takenAt: hours(-1),
  endsAt: hours(3),
  endedAt: null,
  verdict: null,
  reviewWords: '',
  reviewedBy: null,
  reviewedAt: null,
  version: 1,
  person: longName,
  unitId: null,
  service: both('Fælles Medicinkort'),
  role: both('Medhjælp for læge'),
  reviewer: null,
}
const judged: ListedEmergency = {
  ...emergency,
  id: '2',
  takenAt: hours(-300),
  endsAt: hours(-296),
  endedAt: hours(-298),
  verdict: 'not-justified',
  reviewWords: `Det kunne have ventet, sagde ${longName}.`,
  reviewedBy: 'q',
  reviewedAt: hours(-200),
  reviewer: 'Bente Krog',
}
const overdue = { ...emergency, id: '3', takenAt: hours(-200), endsAt: hours(-196) }

const take = (shell: Shell, more: Partial<TakePageProps> = {}) => (
  <TakePage
    {...{ frame: sampleFrame(shell), service, units, typed, assignable: sampleAssignable, organisation: longName }}
    {...{ until: hours(4), formId: '1', refusal: null, scopeMistakes: [], mistakes: [] }}
    {...more}
  />
)
const review = (shell: Shell, more: Partial<ReviewPageProps> = {}) => (
  <ReviewPage
    {...{ frame: sampleFrame(shell), emergency, lately: { person: 3, role: 14 }, isOwn: false, wrong: {}, told: null }}
    typed={{ verdict: null, words: '' }}
    {...more}
  />
)
const page = (rows: ListedEmergency[]) => ({
  rows,
  total: rows.length,
  counted: true,
  from: rows.length === 0 ? null : 1,
  previous: null,
  next: null,
})
const pattern: Pattern = {
  organisation: longName,
  service: both('Fælles Medicinkort'),
  role: both('Medhjælp for læge'),
  taken: 1214,
  people: 80,
  notJustified: 2,
  waiting: 5,
}

export const emergencyPages: Record<string, GalleryPage> = {
  'emergency-take': (shell) => take(shell),
  'emergency-take-wrong': (shell) =>
    take(shell, { mistakes: [{ field: 'begrundelse', sentence: 'Skriv, hvorfor det ikke kan vente.' }] }),
  'emergency-choose': (shell) => (
    <ChooseEmergencyRolePage
      {...{ frame: sampleFrame(shell), service, refusal: '4F7K92QD' }}
      roles={[
        { assignable: sampleAssignable, hours: 4 },
        { assignable: assignable('Fælles Medicinkort', longName), hours: 72 },
      ]}
    />
  ),
  'emergency-none': (shell) => (
    <ChooseEmergencyRolePage {...{ frame: sampleFrame(shell), service, roles: [], refusal: null }} />
  ),
  'emergency-own': (shell) => (
    <OwnEmergencyPage {...{ frame: sampleFrame(shell), emergency, now, goesOn: true, justEnded: false }} />
  ),
  'emergency-own-over': (shell) => (
    <OwnEmergencyPage {...{ frame: sampleFrame(shell), emergency: judged, now, goesOn: true, justEnded: true }} />
  ),
  'emergency-list': (shell) => (
    <EmergencyListPage {...{ frame: sampleFrame(shell), list: page([overdue, emergency]), waiting: true, now }} />
  ),
  'emergency-list-judged': (shell) => (
    <EmergencyListPage {...{ frame: sampleFrame(shell), list: page([judged]), waiting: false, now }} />
  ),
  'emergency-list-empty': (shell) => (
    <EmergencyListPage {...{ frame: sampleFrame(shell), list: page([]), waiting: true, now }} />
  ),
  'emergency-review': (shell) => review(shell),
  'emergency-review-wrong': (shell) => review(shell, { wrong: { svar: 'Vælg, om det var i orden.' } }),
  'emergency-review-own': (shell) => review(shell, { isOwn: true }),
  'emergency-reviewed': (shell) => review(shell, { emergency: judged, told: 'Gennemgangen er gemt.' }),
  'emergency-patterns': (shell) => <PatternsPage frame={sampleFrame(shell)} patterns={[pattern, pattern]} />,
  'emergency-patterns-none': (shell) => <PatternsPage frame={sampleFrame(shell)} patterns={[]} />,
}
