/** The desk's cases: what waits, lists, one case in its states, and a case for whoever calls. */

import { CasePage, type CasePageProps } from '../../src/desk/cases/case.page.tsx'
import type { Case } from '../../src/desk/cases/case.ts'
import type { Entry, OrganisationThere } from '../../src/desk/cases/case-background.store.ts'
import { CaseListPage } from '../../src/desk/cases/case-list.page.tsx'
import type { CaseQuery, ListedCase } from '../../src/desk/cases/case-list.store.ts'
import { NewCasePage } from '../../src/desk/cases/new-case.page.tsx'
import { DeskOverviewPage } from '../../src/desk/cases/overview.page.tsx'
import { nothingTyped } from '../../src/desk/cases/typed-in-case.ts'
import { emptyNewCase } from '../../src/desk/cases/typed-new-case.ts'
import { ReceivedPage } from '../../src/desk/contact/received.page.tsx'
import { contactFrom } from '../../src/desk/contact/typed-contact.ts'
import { MissingPage, type MissingPageProps } from '../../src/desk/missing/missing.page.tsx'
import { emptyMissing } from '../../src/desk/missing/typed-missing.ts'
import { StatisticsPage } from '../../src/desk/statistics/statistics.page.tsx'
import type { Shell } from '../../src/web/shell.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000)

const found: Case = {
  id: '1',
  reference: '4F7K92QD',
  kind: 'missing-administrator',
  state: 'in-progress',
  priority: 3,
  source: 'form',
  subject: `Vores administrator ${longName} er stoppet`,
  organisationId: 'o',
  cvr: '99999901',
  serviceId: null,
  asker: {
    name: longName,
    email: 'mie.menig@et-langt-navn-paa-et-sundhedshus.seb-demo.example',
    phone: '12 34 56 78',
    personId: null,
    language: 'da',
  },
  logInReference: '8X2M41PC',
  path: '/forvaltning/uden-administrator',
  assigneeId: 'd',
  openedAt: hours(-30),
  answerBy: hours(-2),
  solveBy: hours(6),
  minutesLeft: null,
  answeredAt: null,
  resolvedAt: null,
  updatedAt: hours(-1),
  version: 4,
}
const solved: Case = { ...found, state: 'resolved', answerBy: null, solveBy: null, resolvedAt: hours(-1) }

const entry = (kind: Entry['kind'], more: Partial<Entry> = {}): Entry => ({
  id: kind,
  caseId: '1',
  at: hours(-3),
  kind,
  authorId: null,
  author: null,
  words: '',
  details: {},
  mail: null,
  ...more,
})
const entries: Entry[] = [
  entry('asked', { words: 'Hun stoppede i går.\nIngen kan give roller.\n\nHvad gør vi?' }),
  entry('asked', {
    words: 'Det samme her.',
    details: { again: true, from: { name: longName, email: null, phone: '' } },
  }),
  entry('changed', {
    author: longName,
    details: { state: { from: 'new', to: 'in-progress' }, assigneeId: { from: null, to: 'd' } },
  }),
  entry('sent', {
    author: longName,
    words: 'Hvem skal det være?',
    details: { to: 'mie@seb-demo.example' },
    mail: 'failed',
  }),
  entry('note', { author: longName, details: { proof: { name: longName, how: 'called' } } }),
  entry('received', {
    words: 'Her er blanketten.',
    details: {
      from: { name: '', email: 'mie@seb-demo.example', phone: '' },
      trust: 'failed',
      otherSender: true,
      refused: [`${longName}.exe`],
    },
  }),
  entry('changed', { author: longName, details: { told: 'chief-appointed' } }),
  entry('changed', {
    author: longName,
    details: { attached: { attachment: 'b', name: `${longName}.pdf`, enrolment: 'K7Q29DPM' } },
  }),
  entry('changed', { details: { told: 'enrolment-rejected' } }),
  entry('changed', { details: { told: 'enrolment-approved', state: { from: 'waiting', to: 'resolved' } } }),
]
const organisation: OrganisationThere = {
  id: 'o',
  cvr: '99999901',
  name: longName,
  kind: 'general-practice',
  status: 'active',
  tellsNames: true,
  employees: 1214,
  administrators: [{ accountId: 'a', name: longName, level: 'administrator', lastLogInAt: hours(-700) }],
  orphan: {
    id: 'o',
    cvr: '99999901',
    name: longName,
    endsAt: null,
    candidates: [
      { accountId: 'a', name: longName, level: 'administrator', functions: ['signatory'], lastLogInAt: hours(-700) },
      { accountId: 'b', name: 'Sigrid Sikker', level: null, functions: ['security-officer'], lastLogInAt: null },
    ],
  },
}
const known = { service: { da: 'FMK-Online', en: 'FMK-Online', critical: true }, assignee: longName }

const show = (shell: Shell, more: Partial<CasePageProps> = {}) => (
  <CasePage
    {...{
      frame: sampleFrame(shell),
      found,
      entries,
      names: known,
      organisation,
      wrong: {},
      meanwhile: false,
      done: null,
    }}
    {...{ formId: '1', ownPersonId: 'd', mayAppoint: true, now, typed: nothingTyped(found) }}
    people={{ text: '', found: [] }}
    attachments={[{ id: 'b', entryId: 'received', name: `${longName}.pdf`, kind: 'pdf', size: 123456 }]}
    paperEnrolments={[
      { id: 'e', reference: 'K7Q29DPM', cvr: '99999901', once: '', path: '/' },
      { id: 'f', reference: 'B3T58XWN', cvr: '99999901', once: '', path: '/' },
    ]}
    logIns={{ reference: '', events: [] }}
    earlier={{ cases: [], total: 0 }}
    {...more}
  />
)
const row: ListedCase = {
  id: '1',
  reference: '4F7K92QD',
  subject: found.subject,
  kind: 'missing-administrator',
  state: 'in-progress',
  priority: 2,
  organisation: longName,
  cvr: '99999901',
  askerName: longName,
  assignee: longName,
  openedAt: hours(-30),
  dueAt: hours(-2),
  resolvedAt: null,
}
const rows = [row, { ...row, id: '2', dueAt: hours(4), organisation: null, assignee: null, priority: 4 as const }]
const list = (shell: Shell, shown: ListedCase[], query: Partial<CaseQuery> = {}) => (
  <CaseListPage
    frame={sampleFrame(shell)}
    list={{ rows: shown, total: 1000, counted: true, from: 1, previous: null, next: shown.length > 0 ? '2' : null }}
    query={{ view: 'open', kind: null, text: '', ...query }}
    now={now}
  />
)

const missing = (shell: Shell, more: Partial<MissingPageProps> = {}) => (
  <MissingPage
    {...{
      frame: sampleFrame(shell),
      organisation: longName,
      typed: emptyMissing(''),
      wrong: {},
      formId: '1',
      received: null,
    }}
    who={{ tellsNames: true, administrators: [{ name: longName, level: 'administrator' }], openSince: hours(-30) }}
    {...more}
  />
)

const took = (answerMinutes: number | null, solveMinutes: number | null) => ({
  ...{ answerMinutes, solveMinutes, byMail: 1, byForm: 0 },
})
const services = [{ id: 's', da: longName, en: longName, critical: true }]
export const sampleContact = { typed: contactFrom(() => undefined), wrong: {}, formId: '1', services }
export const sampleContactWrong = {
  ...sampleContact,
  typed: { ...sampleContact.typed, kind: 'other' as const, words: longName },
  wrong: { slags: 'Vælg, hvad det drejer sig om.', telefon: 'Skriv et telefonnummer.' },
}

export const deskPages: Record<string, GalleryPage> = {
  'missing-administrator': (shell) => missing(shell),
  'missing-administrator-nobody': (shell) =>
    missing(shell, {
      who: { tellsNames: false, administrators: [], openSince: null },
      wrong: { aarsag: 'Vælg, hvad der er galt.', telefon: 'Skriv et telefonnummer.' },
    }),
  'missing-administrator-told': (shell) =>
    missing(shell, {
      who: {
        tellsNames: false,
        administrators: [
          { name: longName, level: 'chief' },
          { name: longName, level: 'administrator' },
        ],
        openSince: null,
      },
      received: '4F7K92QD',
    }),
  'desk-statistics': (shell) => (
    <StatisticsPage
      frame={sampleFrame(shell)}
      rows={[
        { month: '2026-11', kind: 'missing-administrator', opened: 1214, solved: 1200, ...took(75.4, 3000) },
        { month: '2026-11', kind: 'other', opened: 1, solved: 0, ...took(12, null) },
        { month: '2026-10', kind: 'log-in-trouble', opened: 3, solved: 3, ...took(null, 200) },
      ]}
    />
  ),
  'desk-statistics-empty': (shell) => <StatisticsPage frame={sampleFrame(shell)} rows={[]} />,
  'contact-received': (shell) => <ReceivedPage {...{ shell, now, reference: '4F7K92QD', urgent: true }} />,
  'desk-overview': (shell) => (
    <DeskOverviewPage
      frame={sampleFrame(shell)}
      counts={{ overdue: 3, mine: 1, new: 1214, due: 4, waiting: 12, open: 2001 }}
      {...{ next: rows, now }}
    />
  ),
  'desk-overview-empty': (shell) => (
    <DeskOverviewPage
      frame={sampleFrame(shell)}
      counts={{ overdue: 0, mine: 0, new: 0, due: 0, waiting: 0, open: 0 }}
      {...{ next: [], now }}
    />
  ),
  'desk-cases': (shell) => list(shell, rows),
  'desk-cases-solved': (shell) => list(shell, [{ ...row, state: 'resolved', resolvedAt: now }], { view: 'resolved' }),
  'desk-cases-empty': (shell) => list(shell, []),
  'desk-cases-none-match': (shell) => list(shell, [], { text: longName }),
  'desk-case': (shell) => show(shell),
  'desk-case-looked-up': (shell) =>
    show(shell, {
      done: 'Sagen er din.',
      people: {
        text: 'anne',
        found: [
          {
            accountId: 'a',
            name: longName,
            unit: longName,
            status: 'suspended',
            level: 'chief',
            lastLogInAt: hours(-9),
          },
          { accountId: 'b', name: 'Anne', unit: null, status: 'active', level: null, lastLogInAt: null },
        ],
      },
      logIns: {
        reference: '8X2M41PC',
        events: [{ at: hours(-9), who: longName, deed: 'blev afvist hos FMK-Online', outcome: 'refused' }],
      },
      earlier: {
        cases: [{ id: '9', reference: '7Q2M41PC', subject: found.subject, state: 'resolved', openedAt: hours(-900) }],
        total: 7,
      },
    }),
  'desk-case-meanwhile': (shell) =>
    show(shell, { meanwhile: true, typed: { ...nothingTyped(found), answer: 'Det, jeg skrev.\n\nOg mere.' } }),
  'desk-case-wrong': (shell) =>
    show(shell, { wrong: { svar: 'Skriv dit svar.', hvem: 'Vælg, hvem det skal være.', cvr: 'CVR-nummeret skal …' } }),
  'desk-case-solved': (shell) => show(shell, { found: solved }),
  'desk-case-bare': (shell) =>
    show(shell, {
      found: { ...found, state: 'new', organisationId: null, cvr: null, asker: { ...found.asker, email: null } },
      organisation: null,
      names: { service: null, assignee: null },
    }),
  'desk-case-new': (shell) => <NewCasePage frame={sampleFrame(shell)} typed={emptyNewCase} wrong={{}} formId="1" />,
  'desk-case-new-wrong': (shell) => (
    <NewCasePage
      frame={sampleFrame(shell)}
      typed={{ ...emptyNewCase, name: longName, cvr: '123' }}
      wrong={{ emne: 'Skriv, hvad det drejer sig om.', cvr: 'CVR-nummeret skal være otte cifre.' }}
      formId="1"
    />
  ),
}
