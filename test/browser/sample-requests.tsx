/** Asking for access and following it, with sample data that goes to extremes. All people, organisations and numbers are made up. */
import { CheckPage, type CheckPageProps } from '../../src/requests/asking/check.page.tsx'
import { ChooseRolePage } from '../../src/requests/asking/choose-role.page.tsx'
import { ChooseServicePage } from '../../src/requests/asking/choose-service.page.tsx'
import { ChooseUnitPage } from '../../src/requests/asking/choose-unit.page.tsx'
import type { DraftFacts } from '../../src/requests/asking/draft-facts.ts'
import { HinderedPage } from '../../src/requests/asking/hindered.page.tsx'
import { LoseRolePage } from '../../src/requests/asking/lose-role.page.tsx'
import { NeedPage, type NeedPageProps } from '../../src/requests/asking/need.page.tsx'
import { NoOrganisationPage } from '../../src/requests/asking/no-organisation.page.tsx'
import { OthersPage } from '../../src/requests/asking/others.page.tsx'
import { StartPage, type StartPageProps } from '../../src/requests/asking/start.page.tsx'
import { MyRequestPage, type MyRequestPageProps } from '../../src/requests/mine/my-request.page.tsx'
import { MyRequestsPage } from '../../src/requests/mine/my-requests.page.tsx'
import type { MyRequest } from '../../src/requests/mine/my-requests.store.ts'
import type { Shell } from '../../src/web/shell.ts'
import { type GalleryPage, longName, sampleFrame } from './sample-administration.tsx'
import { assignable, typed, units } from './sample-assigning.tsx'

const at = new Date('2026-11-24T08:00:00Z')
const later = new Date('2026-12-24T08:00:00Z')
const draftId = 'b3f0a7c2-0000-4000-8000-0000000000aa'
const id = 'b3f0a7c2-0000-4000-8000-0000000000ab'
const medicine = {
  id: 's',
  key: 'fmk',
  nameDa: 'Fælles Medicinkort',
  nameEn: 'Shared Medication Record',
  descriptionDa: 'Se og ret, hvad borgere får af medicin.',
  descriptionEn: 'See and change what medicine citizens are given.',
  needsRole: true,
}
const choosing = (shell: Shell, step: number) => ({
  frame: sampleFrame(shell),
  stage: { step, steps: 5 },
  organisation: longName,
  gone: null,
  draftId,
})

const start =
  (more: Partial<StartPageProps>): GalleryPage =>
  (shell) => (
    <StartPage
      frame={sampleFrame(shell)}
      organisation={longName}
      isEmployed={true}
      isWaiting={false}
      drafts={[
        {
          id: draftId,
          kind: 'more-access',
          updatedAt: at,
          service: medicine,
          role: { nameDa: longName, nameEn: longName },
        },
        { id, kind: 'more-access', updatedAt: at, service: null, role: null },
      ]}
      asksForOthers={true}
      unknownService={false}
      formId={id}
      {...more}
    />
  )

const roles = Array.from({ length: 12 }, (_, at) => ({
  assignable: assignable('Fælles Medicinkort', at === 1 ? longName : `Rolle ${at + 1}`),
  colleagues: at < 2 ? 6 - at : 0,
  bundles: at === 0 ? [longName, 'Læge i klinikken'] : [],
}))

const facts: DraftFacts = {
  service: medicine,
  assignable: assignable('Fælles Medicinkort', longName),
  unit: { id: 'u', name: longName },
  units,
  held: [],
}
const needed = { terms: typed, reason: 'Jeg overtager <b>receptfornyelser</b> fra mandag.', email: 'anna@' }

const need =
  (more: Partial<NeedPageProps>): GalleryPage =>
  (shell) => (
    <NeedPage
      {...choosing(shell, 4)}
      facts={facts}
      typed={needed}
      mistakes={{ terms: [], own: [] }}
      asksForEmail={false}
      {...more}
    />
  )

const check =
  (more: Partial<CheckPageProps>): GalleryPage =>
  (shell) => (
    <CheckPage
      {...choosing(shell, 5)}
      people={[longName, 'Karen Bruun Mikkelsen']}
      facts={facts}
      need={{
        terms: { scopes: { enhed: ['990100001600004'] }, validFrom: at, validUntil: later, hours: null, reason: '' },
        reason: 'x'.repeat(500),
        email: null,
      }}
      choosesUnit={true}
      asksForEmail={true}
      notSent={null}
      {...more}
    />
  )

const request = (more: Partial<MyRequest> = {}): MyRequest => ({
  id,
  reference: '4F7K92QD',
  kind: 'more-access',
  state: 'submitted',
  organisation: { id: 'o', name: longName, tellsNames: true, escalateAfterDays: 3 },
  personId: 'me',
  accountId: 'a',
  person: longName,
  askedBy: 'me',
  unit: { id: 'u', name: longName },
  service: { ...medicine, address: 'https://fmk.example/' },
  role: { id: 'r', nameDa: longName, nameEn: longName, sensitive: false },
  scopes: { enhed: ['990100001600004', '5'] },
  validFrom: at,
  validUntil: null,
  hours: null,
  reason: 'Jeg overtager receptfornyelser fra mandag.',
  refusalReference: null,
  firstApproved: true,
  submittedAt: at,
  updatedAt: at,
  decidedAt: null,
  expiresAt: later,
  accountStatus: 'active',
  ...more,
})

const mine =
  (more: Partial<MyRequest>, page: Partial<MyRequestPageProps> = {}): GalleryPage =>
  (shell) => (
    <MyRequestPage
      frame={sampleFrame(shell)}
      request={request(more)}
      steps={[
        { at, step: 'submitted', byMyself: true, name: longName, words: 'Jeg overtager.' },
        { at, step: 'returned', byMyself: false, name: null, words: `Hvilken læge er det for? ${longName}` },
      ]}
      where={{
        deciders: {
          line: 'administrators',
          people: ['Mette Højgaard Lind', longName].map((name) => ({
            accountId: name,
            personId: name,
            name,
            level: 'administrator',
            standsInFor: null,
          })),
        },
        usual: 30 * 3_600_000,
      }}
      unitNames={new Map([['990100001600004', 'Hjemmesygeplejen Nord']])}
      now={at}
      told={null}
      answer={{ typed: '', mistake: null }}
      over={null}
      {...page}
    />
  )

/** By name, for the gallery. */
export const requestPages: Record<string, GalleryPage> = {
  'ask-start': start({}),
  'ask-start-new': start({ isEmployed: false, drafts: [], asksForOthers: false, unknownService: true }),
  'ask-start-waiting': start({ isEmployed: false, isWaiting: true, drafts: [], asksForOthers: false }),
  'ask-unit': (shell) => (
    <ChooseUnitPage
      {...choosing(shell, 1)}
      units={Array.from({ length: 20 }, (_, at) => ({ id: `u${at}`, name: `${longName} ${at}`, above: longName }))}
      searched=""
      further={true}
    />
  ),
  'ask-unit-none': (shell) => (
    <ChooseUnitPage {...choosing(shell, 1)} gone="unit" units={[]} searched="Krstensen & Søn <b>" further={false} />
  ),
  'ask-service': (shell) => (
    <ChooseServicePage
      {...choosing(shell, 2)}
      services={[medicine, { ...medicine, id: 't', nameDa: longName, nameEn: longName }]}
      searched=""
      isLong={true}
      mayBeCreatedOnly={true}
    />
  ),
  'ask-service-none': (shell) => (
    <ChooseServicePage
      {...choosing(shell, 2)}
      gone="service"
      services={[]}
      searched=""
      isLong={false}
      mayBeCreatedOnly={false}
    />
  ),
  'ask-role': (shell) => (
    <ChooseRolePage
      {...choosing(shell, 3)}
      service={medicine}
      roles={roles}
      unit={longName}
      colleagues={9}
      searched=""
      isLong={true}
    />
  ),
  'ask-role-none': (shell) => (
    <ChooseRolePage
      {...choosing(shell, 3)}
      gone="role"
      service={medicine}
      roles={[]}
      unit={null}
      colleagues={0}
      searched=""
      isLong={false}
    />
  ),
  'ask-need': need({}),
  'ask-need-mistakes': need({
    asksForEmail: true,
    mistakes: {
      terms: [
        { field: 'omfang-enhed', mistake: 'scope-no-unit' },
        { field: 'til', mistake: 'until-too-long' },
      ],
      own: [
        { field: 'hvorfor', mistake: 'reason-cpr' },
        { field: 'mail', mistake: 'email-wrong' },
      ],
    },
  }),
  'ask-need-account': need({ facts: { ...facts, service: null, assignable: null }, asksForEmail: true }),
  'ask-check': check({}),
  'ask-check-not-sent': check({
    facts: { ...facts, service: null, assignable: null, unit: null },
    need: { terms: null, reason: 'Ny', email: 'anna@klinikken.example' },
    notSent: 'too-many',
  }),
  'ask-others': (shell) => (
    <OthersPage
      frame={sampleFrame(shell)}
      chosen={[{ accountId: 'a', name: longName }]}
      others={[
        { id: 'b', name: longName, unitName: longName },
        { id: 'c', name: 'Karen Bruun Mikkelsen', unitName: null },
      ]}
      further={true}
      searched=""
      mistake="too-many"
      formId={id}
    />
  ),
  'ask-others-none': (shell) => (
    <OthersPage
      frame={sampleFrame(shell)}
      chosen={[]}
      others={[]}
      further={false}
      searched="Krstensen & Søn <b>"
      mistake="nobody"
      formId={id}
    />
  ),
  'ask-hindered': (shell) => <HinderedPage frame={sampleFrame(shell)} hindrance="suspended" organisation={longName} />,
  'ask-no-organisation': (shell) => <NoOrganisationPage shell={shell} isPrivate={true} />,
  'ask-lose': (shell) => (
    <LoseRolePage
      frame={sampleFrame(shell)}
      right={{
        service: { ...medicine, lowestAssurance: 'Substantial' },
        assignment: { id, role: assignable('Fælles Medicinkort', longName).role },
      }}
      typed=""
      mistake="reason-missing"
      tooMany={true}
      formId={draftId}
    />
  ),
  'my-requests': (shell) => (
    <MyRequestsPage
      frame={sampleFrame(shell)}
      me="me"
      now={at}
      requests={[
        request(),
        request({ state: 'returned', personId: 'other', role: null }),
        request({ kind: 'new-account', state: 'approved', role: null, service: null }),
        request({ kind: 'less-access', expiresAt: at }),
      ]}
    />
  ),
  'my-requests-none': (shell) => <MyRequestsPage frame={sampleFrame(shell)} me="me" now={at} requests={[]} />,
  'my-request': mine({}, { told: 'sendt' }),
  'my-request-returned': mine(
    { state: 'returned' },
    { answer: { typed: '010190-1234', mistake: 'reason-cpr' }, over: 'answer' },
  ),
  'my-request-approved': mine({ state: 'approved', decidedAt: at }),
  'my-request-rejected': mine({ state: 'rejected', decidedAt: at, role: null, service: null, kind: 'new-account' }),
}
