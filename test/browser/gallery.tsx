/**
 * Every page in every state, with sample data that goes to extremes. Served on loopback by `serve-gallery.ts` and
 * looked at by the browser tests. All people, organisations and numbers are made up.
 */
import type { JSX } from 'hono/jsx/jsx-runtime'
import { ChooseOrganisationPage } from '../../src/brokering/pages/choose-organisation.page.tsx'
import { LoggedOutPage } from '../../src/brokering/pages/logged-out.page.tsx'
import { LoggedOutPartialPage } from '../../src/brokering/pages/logged-out-partial.page.tsx'
import { LoginErrorPage, type LoginErrorReason } from '../../src/brokering/pages/login-error.page.tsx'
import { LogoutProgressPage } from '../../src/brokering/pages/logout-progress.page.tsx'
import { RefusedPage } from '../../src/brokering/pages/refused.page.tsx'
import { refusalReasons } from '../../src/brokering/refusal.ts'
import { ContactPage } from '../../src/desk/contact/contact.page.tsx'
import { DiscoveryPage, type DiscoveryPageProps } from '../../src/discovery/discovery.page.tsx'
import { listProviders } from '../../src/discovery/list-providers.ts'
import { RememberedPage } from '../../src/discovery/remembered.page.tsx'
import { AboutPage } from '../../src/web/about.page.tsx'
import { ContinuePage } from '../../src/web/continue.page.tsx'
import { CprNumberPage } from '../../src/web/cpr-number.page.tsx'
import { ErrorPage, errorStatus } from '../../src/web/error.page.tsx'
import { FrontPage } from '../../src/web/front.page.tsx'
import { PostFormPage } from '../../src/web/post-form.page.tsx'
import type { Shell } from '../../src/web/shell.ts'
import { accountHoursPages } from './sample-account-hours.tsx'
import { administrationPages } from './sample-administration.tsx'
import { administratorPages } from './sample-administrators.tsx'
import { assigningPages } from './sample-assigning.tsx'
import { awayPages } from './sample-away.tsx'
import { bulkPages } from './sample-bulk.tsx'
import { bundlePages } from './sample-bundles.tsx'
import { conflictPages } from './sample-conflicts.tsx'
import { decidingPages } from './sample-deciding.tsx'
import { deskPages, sampleContact, sampleContactWrong } from './sample-desk.tsx'
import { emergencyPages } from './sample-emergency.tsx'
import { endingPages } from './sample-endings.tsx'
import { enrolmentPages } from './sample-enrolment.tsx'
import { exportPages } from './sample-exports.tsx'
import { guidePages } from './sample-guides.tsx'
import { invitingPages } from './sample-inviting.tsx'
import { logPages } from './sample-log.tsx'
import { mailPages } from './sample-mail.tsx'
import { managementPages } from './sample-management.tsx'
import { minePages } from './sample-mine.tsx'
import { movingPages } from './sample-moving.tsx'
import { newServicePages } from './sample-new-services.tsx'
import { noticePages } from './sample-notices.tsx'
import { orphanPages } from './sample-orphans.tsx'
import { overviewPages } from './sample-overview.tsx'
import { fewProviders, manyProviders } from './sample-providers.ts'
import { allWays, checksOf, refusalFacts } from './sample-refusals.ts'
import { requestPages } from './sample-requests.tsx'
import { reviewPages } from './sample-reviews.tsx'
import { rolePages } from './sample-roles.tsx'
import { servicePages } from './sample-services.tsx'
import { simulatorPages } from './sample-simulator.tsx'
import { statusPages } from './sample-status.tsx'
import { unitPages } from './sample-units.tsx'

type Page = (shell: Shell) => JSX.Element

const medicineCard = { name: 'Fælles Medicinkort', shortName: 'FMK' }
const longService = {
  name: 'Den Nationale Henvisningsformidling til speciallæger, fysioterapeuter og kommunale sundhedstilbud',
  shortName: 'DNHF',
}
const at = new Date('2026-11-23T12:42:00Z')
const reference = '4F7K92QD'

export const discovery: Omit<DiscoveryPageProps, 'shell'> = {
  service: medicineCard,
  signIn: '0198f3c2-7d1e-7a54-9a3b-2f6c1d0e9b77',
  tab: 'nemlogin',
  nemlogin: { id: 'nemlogin', professional: true, person: true, trouble: null },
  local: listProviders(fewProviders, { query: '', group: null, page: 1 }),
  lastUsed: null,
  remembered: null,
  canCancel: true,
  news: null,
}
const lastNemlogin = {
  choice: { identityProviderId: 'nemlogin', logInKind: 'professional' as const },
  name: 'MitID Erhverv',
  trouble: null,
}
const lastLocal = {
  choice: { identityProviderId: 'rn', logInKind: 'professional' as const },
  name: 'Region Nordjylland',
  trouble: null,
}
const troubles = new Map([['sydhavn', 'Ustabilt siden kl. 9.12. Virker det ikke, så brug MitID Erhverv.']])

const local =
  (
    providers: typeof fewProviders,
    view: Partial<Parameters<typeof listProviders>[1]>,
    more: Partial<DiscoveryPageProps> = {},
  ): Page =>
  (shell) => (
    <DiscoveryPage
      shell={shell}
      {...discovery}
      tab="lokal"
      local={listProviders(providers, { query: '', group: null, page: 1, ...view }, troubles)}
      {...more}
    />
  )

const longText = 'Plejehjemmet-Rundetårnsvejsbebyggelsens-Sundhedshus-og-Genoptræningscenter '.repeat(2)

const now = new Date('2026-11-24T10:00:00Z')
const calm = {
  tone: 'ok',
  icon: 'success',
  word: 'Grøn',
  sentence: 'Alt kører som normalt.',
  href: '/driftsstatus',
} as const
const trouble = { ...calm, tone: 'warn', icon: 'warning', word: 'Gul', sentence: `SEB - ${longText}` } as const

const discoveryPages: Record<string, Page> = {
  'discovery-with-news': (shell) => <DiscoveryPage {...discovery} shell={shell} news={trouble} />,
  'discovery-nemlogin': (shell) => <DiscoveryPage shell={shell} {...discovery} />,
  'discovery-nemlogin-last': (shell) => <DiscoveryPage shell={shell} {...discovery} lastUsed={lastNemlogin} />,
  'discovery-nemlogin-trouble': (shell) => (
    <DiscoveryPage
      shell={shell}
      {...discovery}
      nemlogin={{ id: 'nemlogin', professional: true, person: false, trouble: 'NemLog-in er ustabilt siden kl. 9.12.' }}
    />
  ),
  'discovery-only-nemlogin': (shell) => <DiscoveryPage shell={shell} {...discovery} local={null} />,
  'discovery-nothing': (shell) => (
    <DiscoveryPage shell={shell} {...discovery} nemlogin={null} local={null} canCancel={false} />
  ),
  'discovery-local': local(fewProviders, {}, { lastUsed: lastLocal }),
  'discovery-local-search': local(fewProviders, { query: 'syd' }, { lastUsed: lastLocal }),
  'discovery-local-none': local(fewProviders, { query: 'Krstensen & Søn <b>' }),
  'discovery-only-local': local(fewProviders, {}, { nemlogin: null }),
  'discovery-remembered': local(
    fewProviders,
    {},
    { remembered: { name: 'Region Nordjylland', serviceId: 'fmk' }, lastUsed: lastLocal },
  ),
  'discovery-thousand': local(manyProviders, {}),
  'discovery-thousand-group': local(manyProviders, { group: 'private', page: 2 }),
  'discovery-thousand-municipalities': local(manyProviders, { group: 'municipality' }),
  'discovery-thousand-search': local(manyProviders, { query: 'lægerne' }),
  'discovery-long-names': local(
    fewProviders,
    { query: longText },
    { service: longService, lastUsed: { ...lastLocal, name: longText } },
  ),
  remembered: (shell) => (
    <RememberedPage
      shell={shell}
      choices={[
        { serviceId: 'fmk', serviceName: 'Fælles Medicinkort', providerName: 'Region Nordjylland' },
        { serviceId: 'dnhf', serviceName: longService.name, providerName: 'NemLog-in, MitID Erhverv' },
      ]}
    />
  ),
  'remembered-none': (shell) => <RememberedPage shell={shell} choices={[]} />,
}

const refusedPages: Record<string, Page> = Object.fromEntries([
  ...refusalReasons.map((reason): [string, Page] => [
    `refused-${reason}`,
    (shell) => (
      <RefusedPage
        shell={shell}
        reason={reason}
        service={medicineCard}
        facts={refusalFacts}
        checks={checksOf(reason)}
        ways={allWays}
        reference={reference}
        at={at}
      />
    ),
  ]),
  [
    'refused-little-known',
    (shell) => (
      <RefusedPage
        shell={shell}
        reason="role-missing"
        service={longService}
        facts={{ ...refusalFacts, organisation: null, provider: null, roles: [], administrators: [] }}
        checks={checksOf('role-missing')}
        ways={[{ kind: 'front' }]}
        reference={reference}
        at={at}
      />
    ),
  ] satisfies [string, Page],
  ...(['account', 'answer'] as const).map((about): [string, Page] => [
    `refused-ask-${about}`,
    (shell) => (
      <RefusedPage
        shell={shell}
        reason={about === 'account' ? 'no-account' : 'account-not-active'}
        service={longService}
        facts={{ ...refusalFacts, accountStatus: 'requested', administrators: [] }}
        checks={checksOf('no-account')}
        ways={[{ kind: 'ask', signIn: '0198f3c2', about }, { kind: 'front' }]}
        reference={reference}
        at={at}
      />
    ),
  ]),
])

const errorReasons: LoginErrorReason[] = ['cookie-lost', 'too-late', 'answer-wrong', 'request-wrong', 'unknown-sign-in']

const loginErrorPages: Record<string, Page> = Object.fromEntries(
  errorReasons.map((reason): [string, Page] => [
    `login-error-${reason}`,
    (shell) => (
      <LoginErrorPage
        shell={shell}
        reason={reason}
        service={reason === 'unknown-sign-in' ? null : medicineCard}
        ways={[{ kind: 'open-service', href: '/gallery/front', service: medicineCard.name }, { kind: 'front' }]}
        reference={reference}
        at={at}
      />
    ),
  ]),
)

const errorKinds = Object.keys(errorStatus) as (keyof typeof errorStatus)[]

const errorPages: Record<string, Page> = Object.fromEntries(
  errorKinds.map((kind): [string, Page] => [
    `error-${kind}`,
    (shell) => <ErrorPage shell={shell} kind={kind} {...(kind === 'bug' ? { reference, at } : {})} />,
  ]),
)

const services = [
  { name: 'Fælles Medicinkort', state: 'out' as const },
  { name: longService.name, state: 'out' as const },
]

export const samlMessage = {
  fields: { SAMLResponse: 'PHNhbWxwOlJlc3BvbnNlLz4=', RelayState: '"><script>alert(1)</script>' },
  to: medicineCard.name,
}

/** Every page by name; `/gallery/<name>` shows it. */
export const gallery: Record<string, Page> = {
  about: (shell) => <AboutPage shell={shell} links={{ enrol: '/gallery/about', ask: '/gallery/about' }} />,
  front: (shell) => (
    <FrontPage
      shell={shell}
      now={now}
      status={calm}
      links={{ ask: '/mig/anmod', admin: '/admin', enrol: '/tilmeld', mine: '/mig', remembered: '/login/husket' }}
    />
  ),
  contact: (shell) => (
    <ContactPage shell={shell} now={now} form={sampleContact} askHref="/mig/anmod" enrolHref="/tilmeld" />
  ),
  'contact-closed': (shell) => (
    <ContactPage shell={shell} now={new Date('2026-12-24T10:00:00Z')} form={sampleContactWrong} />
  ),
  'contact-database-away': (shell) => <ContactPage shell={shell} now={now} form={null} />,
  ...discoveryPages,
  'choose-organisation': (shell) => (
    <ChooseOrganisationPage
      shell={shell}
      service={medicineCard}
      signIn={discovery.signIn}
      accounts={[
        { accountId: '1', organisation: 'Lægerne ved Åen', unit: 'Vikar', roles: ['Læge'] },
        {
          accountId: '2',
          organisation: 'Vesterfjord Kommune',
          unit: 'Hjemmesygeplejen Nord',
          roles: ['Læge', 'Medhjælp for læge'],
        },
        { accountId: '3', organisation: longText, unit: null, roles: [] },
      ]}
    />
  ),
  ...refusedPages,
  ...statusPages,
  ...emergencyPages,
  ...enrolmentPages,
  ...deskPages,
  ...administrationPages,
  ...administratorPages,
  ...awayPages,
  ...decidingPages,
  ...invitingPages,
  ...orphanPages,
  ...mailPages,
  ...overviewPages,
  ...managementPages,
  ...newServicePages,
  ...logPages,
  ...minePages,
  ...endingPages,
  ...accountHoursPages,
  ...noticePages,
  ...requestPages,
  ...servicePages,
  ...assigningPages,
  ...simulatorPages,
  ...unitPages,
  ...bundlePages,
  ...conflictPages,
  ...reviewPages,
  ...rolePages,
  ...movingPages,
  ...bulkPages,
  ...exportPages,
  ...loginErrorPages,
  ...errorPages,
  'cpr-number': (shell) => (
    <CprNumberPage
      shell={shell}
      fields={[
        ['id', reference],
        ['begrundelse', 'Vikar for 010170-1234, mens hun er på kursus'],
        ['beskrivelse-en', 'For 010170-1234'],
      ]}
      files={['fil']}
    />
  ),
  'post-form': (shell) => (
    <PostFormPage shell={shell} action={new URL('https://service.example/acs')} {...samlMessage} />
  ),
  continue: (shell) => (
    <ContinuePage shell={shell} url={new URL('https://idp.rn.example/sso')} to="Region Nordjylland" />
  ),
  ...guidePages,
  'logged-out': (shell) => <LoggedOutPage shell={shell} services={services} />,
  'logout-progress': (shell) => (
    <LogoutProgressPage
      shell={shell}
      services={[...services, { name: 'Sundhed.dk', state: 'asking' }, { name: 'SEI', state: 'waiting' }]}
      next="/login/log-ud/videre"
    />
  ),
  'logged-out-partial': (shell) => (
    <LoggedOutPartialPage shell={shell} services={[...services, { name: 'Sundhed.dk', state: 'open' }]} />
  ),
}

/** Every page with every footer link, to see them. */
export const allLinks = {
  help: '/hjaelp',
  status: '/driftsstatus',
  guides: '/vejledninger',
  contact: '/kontakt',
  accessibility: '/tilgaengelighed',
  privacy: '/privatliv',
  cookies: '/cookies',
}
