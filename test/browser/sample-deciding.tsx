/** The pages for deciding about requests, with sample data that goes to extremes. All people and organisations are made up. */
import type { AssignableScope } from '../../src/access/admin/assign/assignable-roles.store.ts'
import type { Conflict } from '../../src/access/conflicts/find-conflicts.ts'
import { AnswerPage } from '../../src/requests/decide/answer.page.tsx'
import type { DescribedRequest } from '../../src/requests/decide/described.store.ts'
import { LessPage } from '../../src/requests/decide/less.page.tsx'
import { QueuePage, type QueuePageProps } from '../../src/requests/decide/queue.page.tsx'
import type { QueuedRequest } from '../../src/requests/decide/queue.store.ts'
import { RequestPage, type RequestPageProps } from '../../src/requests/decide/request.page.tsx'
import { SettingsPage } from '../../src/requests/decide/settings.page.tsx'
import { SeveralPage, SeveralResultPage } from '../../src/requests/decide/several.page.tsx'
import { type GalleryPage, longName, sampleEmployee, sampleFrame } from './sample-administration.tsx'
import { sampleAssignable, units as sampleUnits } from './sample-assigning.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00+01:00`)
const { role, service } = sampleAssignable
const asked = { ...role, scopes: role.scopes as readonly AssignableScope[] }

const inConflict = { id: 'r', nameDa: 'Behandler', nameEn: 'Therapist', service }
const sampleConflicts: Conflict[] = [
  {
    wanted: { accountId: 'a', roleId: role.id, validFrom: now, validUntil: null, hours: null },
    rule: {
      id: 'c',
      nameDa: 'Ingen visiterer til sig selv',
      nameEn: 'Nobody refers to themselves',
      whyDa: `Vedtaget af ${longName}.`,
      whyEn: '',
      atMost: 1,
      effect: 'with-reason',
      roles: [inConflict],
    },
    with: [
      {
        roleId: 'r',
        from: now,
        until: null,
        hours: [null],
        role: inConflict,
        accountId: 'a',
        unitId: null,
        assignmentId: 'x',
      },
    ],
  },
]

const described: DescribedRequest = {
  request: {
    id: 'b3f0a7c2-0000-4000-8000-000000000020',
    reference: '4F7K92QD',
    organisationId: 'o',
    kind: 'more-access',
    state: 'submitted',
    version: 4,
    askedBy: 'sofie',
    personId: 'karen',
    accountId: sampleEmployee.employee.account.id,
    batchId: null,
    forAccountIds: null,
    unitId: null,
    serviceId: service.id,
    roleId: role.id,
    scopes: { enhed: ['990100001600004', '990100001600005'], yder: ['099871'] },
    validFrom: day('2026-12-01'),
    validUntil: day('2027-06-01'),
    hours: null,
    reason: `Jeg begynder i Visitationen 1. december og overtager sagerne fra ${longName}, som går på barsel.`,
    email: null,
    losingAssignmentId: null,
    givenAssignmentId: null,
    refusalReference: null,
    firstApprovedBy: 'henrik',
    decidedBy: null,
    decidedAt: null,
    createdAt: now,
    updatedAt: now,
    submittedAt: day('2026-11-18'),
    expiresAt: day('2026-12-18'),
  },
  state: 'submitted',
  employee: { ...sampleEmployee.employee, name: longName },
  unitName: 'Hjemmesygeplejen Nord',
  service,
  role: asked,
  most: {
    scopes: { enhed: ['990100001600004'], yder: ['099871'] },
    validFrom: day('2026-12-01'),
    validUntil: null,
    hours: null,
  },
  steps: [
    { position: 1, at: day('2026-11-18'), step: 'submitted', byPerson: 'sofie', words: '', details: {} },
    { position: 2, at: day('2026-11-19'), step: 'returned', byPerson: 'henrik', words: 'Hvor længe?', details: {} },
    { position: 3, at: day('2026-11-20'), step: 'answered', byPerson: 'karen', words: longName.repeat(3), details: {} },
    {
      position: 4,
      at: day('2026-11-21'),
      step: 'first-approved',
      byPerson: 'henrik',
      words: '',
      details: { terms: { scopes: { enhed: ['990100001600004'] }, validFrom: null, validUntil: null } },
    },
  ],
  names: new Map([
    ['sofie', 'Sofie Dahl Overgaard'],
    ['karen', longName],
    ['henrik', 'Henrik Bak Iversen'],
  ]),
  units: sampleUnits,
  ground: {
    stands: true,
    employee: sampleEmployee.employee,
    assignable: { employee: sampleEmployee.employee, assignable: sampleAssignable, units: sampleUnits },
  },
  conflicts: sampleConflicts,
  deciders: {
    line: 'escalated',
    people: [
      { accountId: 'a', personId: 'mette', name: 'Mette Højgaard Lind', level: 'chief', standsInFor: null },
      { accountId: 'b', personId: 'b', name: longName, level: 'administrator', standsInFor: 'Bo Friis' },
    ],
  },
  holders: {
    some: Array.from({ length: 5 }, (_, at) => ({
      id: `h${at}`,
      accountId: `h${at}`,
      name: at === 0 ? longName : 'Jens Peter Vestergård',
      unitName: at === 1 ? null : 'Visitationen',
      status: 'active' as const,
      accountFrom: now,
      accountUntil: null,
      scopes: { enhed: ['990100001600004'] },
      validFrom: now,
      validUntil: at === 2 ? null : day('2027-06-01'),
      hours: null,
    })),
    total: 212,
  },
  held: sampleEmployee.rights.map(({ right }) => right),
  earlier: [
    { id: 'e1', state: 'rejected', submittedAt: day('2026-10-01'), role: asked },
    { id: 'e2', state: 'expired', submittedAt: day('2026-09-01'), role: null },
  ],
}
const page: Omit<RequestPageProps, 'frame'> = {
  described,
  wouldGive: {
    refused: null,
    roles: [
      { ...asked, appliesTo: 'Hjemmesygeplejen Nord (990100001600004)', isNew: true },
      { nameDa: longName, nameEn: longName, appliesTo: '', isNew: false },
    ],
  },
  limits: { unitIds: null, serviceIds: null },
  exception: '',
  ownPersonId: 'mette',
  list: 'mine=1',
  mistake: null,
  words: '',
  wordsMistake: null,
}
const over: DescribedRequest = {
  ...described,
  state: 'rejected',
  request: { ...described.request, state: 'rejected', kind: 'less-access', firstApprovedBy: null },
  steps: [
    ...described.steps,
    { position: 5, at: now, step: 'rejected', byPerson: 'henrik', words: 'Vi har for mange.', details: {} },
  ],
  holders: { some: [], total: 0 },
  held: [],
  earlier: [],
}
const gone: DescribedRequest = {
  ...described,
  ground: { stands: false, employee: sampleEmployee.employee, lost: 'role-retired' },
  deciders: { line: 'chiefs', people: [] },
}

const queued = (name: string, more: Partial<QueuedRequest> = {}): QueuedRequest => ({
  id: `b3f0a7c2-0000-4000-8000-0000000000${name.length}`,
  version: 1,
  kind: 'more-access',
  state: 'submitted',
  name,
  personId: name,
  askedBy: name,
  unitName: 'Hjemmesygeplejen Nord',
  service,
  role: { ...asked, sensitive: true },
  submittedAt: day('2026-11-18'),
  decidedAt: null,
  firstApprovedBy: 'henrik',
  expiresAt: day('2026-12-18'),
  ...more,
})
const rows = [
  queued(longName),
  queued('Mette Højgaard Lind', { personId: 'mette' }),
  queued('Bo Friis', { kind: 'new-account', role: null, service: null, unitName: null, firstApprovedBy: null }),
]
const queue: Omit<QueuePageProps, 'frame'> = {
  list: { rows, total: 1243, counted: true, from: 1, previous: null, next: rows[2]?.id ?? null },
  query: { state: 'waiting', serviceId: null, unitId: null, kind: null, mine: true },
  services: [service],
  units: [{ id: 'u', name: 'Visitationen' }],
  ownPersonId: 'mette',
  now,
  maySet: true,
  done: 'first-approved',
  noneTicked: true,
}
const none = { rows: [], total: 0, counted: true, from: null, previous: null, next: null }

/** By name, for the gallery. */
export const decidingPages: Record<string, GalleryPage> = {
  'admin-requests': (shell) => <QueuePage frame={sampleFrame(shell)} {...queue} />,
  'admin-requests-none': (shell) => (
    <QueuePage
      frame={sampleFrame(shell)}
      {...queue}
      list={none}
      query={{ ...queue.query, mine: false }}
      done={null}
      noneTicked={false}
    />
  ),
  'admin-request': (shell) => <RequestPage frame={sampleFrame(shell)} {...page} />,
  'admin-request-own': (shell) => <RequestPage frame={sampleFrame(shell)} {...page} ownPersonId="karen" />,
  'admin-request-gone': (shell) => (
    <RequestPage frame={sampleFrame(shell)} {...page} described={gone} wouldGive={null} mistake="role-retired" />
  ),
  'admin-request-over': (shell) => (
    <RequestPage frame={sampleFrame(shell)} {...page} described={over} wouldGive={null} mistake="over" />
  ),
  'admin-request-question': (shell) => (
    <AnswerPage frame={sampleFrame(shell)} {...page} way="spoerg" words="" wordsMistake="missing" />
  ),
  'admin-request-reject': (shell) => (
    <AnswerPage frame={sampleFrame(shell)} {...page} way="afvis" words={'x'.repeat(1200)} wordsMistake="too-long" />
  ),
  'admin-request-less': (shell) => (
    <LessPage
      frame={sampleFrame(shell)}
      {...page}
      assignable={{ employee: sampleEmployee.employee, assignable: sampleAssignable, units: sampleUnits }}
      typed={{ scopes: { enhed: ['990100001600004'] }, from: '2026-12-01', until: '2028-01-01', hours: [], reason: '' }}
      conflicts={sampleConflicts}
      mistakes={[
        { field: 'omfang-enhed', mistake: 'more-than-asked' },
        { field: 'til', mistake: 'more-than-asked' },
      ]}
    />
  ),
  'admin-requests-several': (shell) => (
    <SeveralPage
      frame={sampleFrame(shell)}
      requests={rows}
      chosen={['a:1']}
      step="afvis"
      list=""
      words="010199-9996"
      mistake="cpr"
    />
  ),
  'admin-requests-result': (shell) => (
    <SeveralResultPage
      frame={sampleFrame(shell)}
      requests={[...rows, queued('Ib', { state: 'approved' })]}
      list=""
      ownPersonId="henrik"
      now={now}
    />
  ),
  'admin-request-settings': (shell) => (
    <SettingsPage frame={sampleFrame(shell)} days="99" takesRequests={true} wrong saved={false} />
  ),
}
