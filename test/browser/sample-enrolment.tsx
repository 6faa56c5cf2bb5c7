/** Enrolment in its states: begun, filled in, wrong, signed, followed and decided, with names as long as they come. Everything is made up. */
import { DecidePage, type DecidePageProps } from '../../src/enrolment/decide/enrolment.page.tsx'
import { EnrolmentListPage } from '../../src/enrolment/decide/enrolment-list.page.tsx'
import type { EnrolmentFilter } from '../../src/enrolment/decide/enrolment-list.store.ts'
import { describeEnrolment } from '../../src/enrolment/describe-enrolment.ts'
import type { EnrolmentState } from '../../src/enrolment/enrolment-state.ts'
import type { Enrolment, EnrolmentStep, Signature } from '../../src/enrolment/enrolments.store.ts'
import { CheckPage } from '../../src/enrolment/filling/check.page.tsx'
import { OrganisationPage } from '../../src/enrolment/filling/organisation.page.tsx'
import { PeoplePage } from '../../src/enrolment/filling/people.page.tsx'
import { ServicesPage } from '../../src/enrolment/filling/services.page.tsx'
import { LinkNeededPage, SendLinkPage, StartPage } from '../../src/enrolment/filling/start.page.tsx'
import { fillingText } from '../../src/enrolment/filling/text.ts'
import { ProgressPage, WithdrawPage } from '../../src/enrolment/progress/progress.page.tsx'
import { SignedPage, SignLandingPage, SignPage, SignProblemPage } from '../../src/enrolment/signing/sign.page.tsx'
import type { SignProblem } from '../../src/enrolment/signing/sign-enrolment.ts'
import { readStored } from '../../src/enrolment/typed-enrolment.ts'
import type { Shell } from '../../src/web/shell.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'

const now = new Date('2026-11-24T08:00:00Z')
const services = [
  { id: 's1', name: { da: 'Fælles Medicinkort', en: 'Shared Medication Record' }, description: { da: '', en: '' } },
  {
    id: 's2',
    name: { da: `Den Nationale Henvisningsformidling ${longName}`, en: `The National Referral Service ${longName}` },
    description: { da: 'Henvisninger sendes og hentes.', en: 'Referrals are sent and fetched.' },
  },
]
const person = {
  name: longName,
  email: `${'kontakt'.repeat(9)}@vesterfjord.example`,
  phone: '99 40 12 66',
  function: 'Ledende overlæge og klinikchef',
}
const typed = readStored({
  organisation: {
    cvr: '99010010',
    name: `Lægehuset ${longName}`,
    kind: 'general-practice',
    address: 'Åstien 4, 9999 Vesterfjord',
    units: [
      { name: longName, sor: '990100000000101', pNumber: '9901000101', ydernummer: '990110' },
      { name: 'Åen', sor: '', pNumber: '', ydernummer: '' },
    ],
  },
  people: {
    officer: person,
    chiefIs: 'anden',
    chief: { ...person, name: 'Line Storgaard Vinther', email: 'line@laegernevedaaen.example' },
    signerIs: 'sikkerhed',
  },
  serviceIds: ['s1', 's2'],
})
const enrolment: Enrolment = {
  id: 'b3f0a7c2-0000-4000-8000-000000000001',
  reference: '4F7K92QD',
  state: 'draft',
  written: 'draft',
  handedIn: null,
  version: 1,
  language: 'da',
  contact: { name: longName, email: person.email },
  cvr: '99010010',
  typed,
  createdAt: now,
  updatedAt: now,
  handedInAt: null,
  expiresAt: new Date('2027-01-23T08:00:00Z'),
  decidedAt: null,
  organisationId: null,
  isMailed: true,
}
const empty = { ...enrolment, typed: readStored({}) }

const factsFor = ({ language, desk }: Shell) =>
  describeEnrolment(enrolment, { services, language, deskMail: desk.mail })

const said = 'Hvem er leder af klinikken nu? CVR-registret nævner en anden end den, der har skrevet under.'
const stepsTo = (state: EnrolmentState): EnrolmentStep[] => {
  const one = (step: EnrolmentStep['step'], words = ''): EnrolmentStep => ({ at: now, step, by: 'applicant', words })
  const begun = [one('begun'), one('checked'), one('sent-for-signature')]
  switch (state) {
    case 'draft':
      return [one('begun')]
    case 'signed':
      return [...begun, one('signed')]
    case 'paper-received':
      return [...begun, one('paper-received')]
    case 'returned':
      return [...begun, one('signed'), one('returned', said)]
    case 'rejected':
      return [...begun, one('signed'), one('rejected', said)]
    case 'approved':
      return [...begun, one('signed'), one('returned', said), one('answered', 'Det er Henrik.'), one('approved')]
    case 'withdrawn':
      return [...begun, one('withdrawn')]
    default:
      return begun
  }
}
const paper = {
  id: 'b3f0a7c2-0000-4000-8000-000000000009',
  kind: 'jpeg',
  size: 90_000,
  keptAt: now,
  keptBy: null,
} as const

const progress =
  (state: EnrolmentState, more: { wrong?: boolean; isMissing?: boolean } = {}): GalleryPage =>
  (shell) => (
    <ProgressPage
      shell={shell}
      enrolment={{ ...enrolment, state, handedIn: state === 'signed' || state === 'returned' ? 'signed' : null }}
      steps={stepsTo(state)}
      usualDays={2}
      sent={state === 'awaiting-signature' ? 'sent' : null}
      isSigned={state === 'signed' || state === 'approved'}
      papers={state === 'paper-received' ? [paper] : []}
      wrong={more.wrong ? { papir: 'Filen er større end 15 MB.' } : {}}
      answer={{ typed: '', isMissing: more.isMissing ?? false }}
    />
  )

const signedFor = { organisation: typed.organisation.name, cvr: '99010010', contact: longName, reference: '4F7K92QD' }
const problem =
  (why: SignProblem): GalleryPage =>
  (shell) => <SignProblemPage shell={shell} problem={why} signedFor={signedFor} other="99010002" />

const signature: Signature = {
  id: 'x',
  enrolment_id: enrolment.id,
  at: now,
  shown: '{}',
  shown_hash: 'a3'.repeat(32),
  name: 'Henrik Bach Lindholm',
  cvr: '99010010',
  identity_provider_id: 'nemlogin',
  log_in_hash: '',
}
const grantable = {
  id: 'b3f0a7c2-0000-4000-8000-000000000003',
  nameDa: services[1]?.name.da ?? '',
  nameEn: services[1]?.name.en ?? '',
  roles: [
    { id: 'b3f0a7c2-0000-4000-8000-000000000004', nameDa: 'Henviser', nameEn: 'Referrer', state: 'active' as const },
    { id: 'b3f0a7c2-0000-4000-8000-000000000005', nameDa: longName, nameEn: longName, state: 'active' as const },
  ],
  scopeKinds: ['sor' as const, 'ydernummer' as const],
}

const decide =
  (state: EnrolmentState, more: Partial<DecidePageProps> = {}): GalleryPage =>
  (shell) => (
    <DecidePage
      frame={sampleFrame(shell)}
      enrolment={{ ...enrolment, state, handedIn: 'signed' }}
      facts={factsFor(shell)}
      steps={stepsTo(state)}
      checks={{ cvr: 'ok', others: [], signature, isIntact: true }}
      papers={[]}
      choices={[
        {
          service: grantable,
          isGiven: true,
          typed: { roles: 'alle', roleIds: [], ceilings: { sor: ['990100000000101'] }, from: '', until: '' },
        },
      ]}
      mayDecide
      mayAttach={false}
      typed={{ question: '', reason: '' }}
      wrong={{}}
      done={null}
      {...more}
    />
  )

const listed = (filter: EnrolmentFilter, count: number): GalleryPage => {
  const rows = Array.from({ length: count }, (_, at) => ({
    id: `b3f0a7c2-0000-4000-8000-0000000000${String(at).padStart(2, '0')}`,
    reference: '4F7K92QD',
    name: at === 0 ? typed.organisation.name : at === 1 ? '' : 'Lægerne ved Åen I/S',
    cvr: at === 1 ? null : '99010010',
    state: 'signed' as const,
    since: now,
  }))
  const list = { rows, total: count, counted: true, from: 1, previous: null, next: null }
  return (shell) => <EnrolmentListPage frame={sampleFrame(shell)} {...{ filter, list }} />
}

const frame = (shell: Shell, which = enrolment) => ({ shell, enrolment: which, lacking: [] })
const wrongIn = (shell: Shell) => fillingText[shell.language].wrong

/** By name, for the gallery. */
export const enrolmentPages: Record<string, GalleryPage> = {
  'enrol-start': (shell) => (
    <StartPage shell={shell} formId={enrolment.id} typed={{ name: '', email: '' }} wrong={{}} />
  ),
  'enrol-start-mistakes': (shell) => (
    <StartPage
      shell={shell}
      formId={enrolment.id}
      typed={{ name: '', email: 'bo@' }}
      wrong={{ navn: wrongIn(shell).name, mail: wrongIn(shell).email }}
    />
  ),
  'enrol-send-link': (shell) => <SendLinkPage shell={shell} email="" wrong={{}} isSent={false} />,
  'enrol-link-sent': (shell) => <SendLinkPage shell={shell} email="" wrong={{}} isSent />,
  'enrol-link-needed': (shell) => <LinkNeededPage shell={shell} />,
  'enrol-organisation-empty': (shell) => (
    <OrganisationPage {...frame(shell, empty)} typed={empty.typed.organisation} wrong={{}} isTaken={false} />
  ),
  'enrol-organisation-mistakes': (shell) => (
    <OrganisationPage
      {...frame(shell)}
      lacking={['organisation', 'personer']}
      typed={typed.organisation}
      wrong={{ cvr: wrongIn(shell).cvrTaken, 'enhed-2-sor': wrongIn(shell).sor }}
      isTaken
    />
  ),
  'enrol-people-empty': (shell) => <PeoplePage {...frame(shell, empty)} typed={empty.typed.people} wrong={{}} />,
  'enrol-people-mistakes': (shell) => (
    <PeoplePage
      {...frame(shell)}
      typed={typed.people}
      wrong={{
        'sikkerhed-mail': wrongIn(shell).email,
        'overbruger-telefon': wrongIn(shell).phone,
        'underskriver-er': wrongIn(shell).signerIs,
      }}
    />
  ),
  'enrol-services': (shell) => <ServicesPage {...frame(shell)} offered={services} chosen={['s2']} wrong={{}} />,
  'enrol-services-none': (shell) => (
    <ServicesPage {...frame(shell)} offered={[]} chosen={[]} wrong={{ tjeneste: wrongIn(shell).services }} />
  ),
  'enrol-check': (shell) => <CheckPage {...frame(shell)} facts={factsFor(shell)} version={1} usualDays={2} />,
  'enrol-check-lacking': (shell) => (
    <CheckPage
      {...frame(shell)}
      lacking={['organisation', 'tjenester']}
      facts={factsFor(shell)}
      version={1}
      usualDays={2}
    />
  ),
  'enrol-progress-draft': progress('draft'),
  'enrol-progress-awaiting': progress('awaiting-signature'),
  'enrol-progress-signed': progress('signed'),
  'enrol-progress-paper': progress('paper-received', { wrong: true }),
  'enrol-progress-returned': progress('returned', { isMissing: true }),
  'enrol-progress-approved': progress('approved'),
  'enrol-progress-rejected': progress('rejected'),
  'enrol-progress-withdrawn': progress('withdrawn'),
  'enrol-progress-expired': progress('expired'),
  'enrol-withdraw': (shell) => <WithdrawPage shell={shell} enrolment={enrolment} />,
  'enrol-sign-landing': (shell) => <SignLandingPage shell={shell} signedFor={signedFor} code="made-up" />,
  'enrol-sign': (shell) => (
    <SignPage
      shell={shell}
      signedFor={signedFor}
      facts={factsFor(shell)}
      shownHash="x"
      name={longName}
      mistake={null}
    />
  ),
  'enrol-sign-mistake': (shell) => (
    <SignPage shell={shell} signedFor={signedFor} facts={factsFor(shell)} shownHash="x" name="" mistake="may" />
  ),
  'enrol-signed': (shell) => <SignedPage shell={shell} signedFor={signedFor} usualDays={1} />,
  'enrol-sign-unknown': (shell) => <SignProblemPage shell={shell} problem="unknown" signedFor={null} other="" />,
  'enrol-sign-wrong-organisation': problem('wrong-organisation'),
  'enrol-sign-private': problem('private-log-in'),
  'enrol-sign-elsewhere': problem('signed-elsewhere'),
  'admin-enrolments': listed('venter', 12),
  'admin-enrolments-none': listed('andre', 0),
  'admin-enrolment-signed': decide('signed'),
  'admin-enrolment-doubtful': decide('paper-received', {
    checks: {
      cvr: 'taken',
      others: [{ id: enrolment.id, reference: '9Q2W4E6R', state: 'awaiting-signature' }],
      signature: null,
      isIntact: false,
    },
    papers: [paper, { ...paper, keptBy: 'p' }],
    mayAttach: true,
    wrong: { besked: 'Skriv et spørgsmål.', papir: 'Vælg en fil.' },
  }),
  'admin-enrolment-approved': decide('approved', { done: 'godkendt' }),
  'admin-enrolment-desk': decide('returned', { mayDecide: false, mayAttach: true }),
}
