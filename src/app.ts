/** The composition root: the only file that knows every room. What SEB is made of can be read here from top to bottom. */
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { Child } from 'hono/jsx'
import { sql } from 'kysely'
import { adminPaths } from './access/admin/admin-paths.ts'
import { ownAwayRoutes } from './access/admin/away/routes.tsx'
import { adminRoutes } from './access/admin/routes.tsx'
import { invitationRoutes } from './access/invitations/routes.tsx'
import { logRoutes } from './access/log/routes.tsx'
import type { ProviderReader } from './access/management/providers/provider-reader.ts'
import { managementRoutes } from './access/management/routes.tsx'
import { ownerPath } from './access/management/services/services-paths.ts'
import { minePaths } from './access/mine/mine-paths.ts'
import { noticeRoutes } from './access/mine/notices/routes.tsx'
import { mineRoutes } from './access/mine/routes.tsx'
import { serviceOwnerRoutes } from './access/service-owner/routes.tsx'
import { recordTurnedAway } from './audit/record-turned-away.ts'
import type { SealKeys } from './audit/seal/load-seal-keys.ts'
import type { Sealer } from './audit/seal/seal-events.ts'
import type { Clock } from './base/clock.ts'
import type { Config } from './base/config.ts'
import type { Ids } from './base/ids.ts'
import type { Log } from './base/log.ts'
import { keepSession, visitOf } from './brokering/browser.ts'
import type { BrokeringDeps } from './brokering/deps.ts'
import { createDirectory } from './brokering/directory.ts'
import { logOutPages } from './brokering/log-out/routes.tsx'
import { signInRoutes } from './brokering/routes.tsx'
import { signInHere } from './brokering/sign-in-here.tsx'
import { simulator } from './brokering/simulate-sign-in.ts'
import { casePort } from './desk/cases/case-port.ts'
import { casesRoutes } from './desk/cases/routes.tsx'
import { contactPath } from './desk/contact/contact-paths.ts'
import { contactRoutes } from './desk/contact/routes.tsx'
import { attachmentKeyFrom } from './desk/mail-in/seal-attachment.ts'
import { missingRoutes } from './desk/missing/routes.tsx'
import { deskStatisticsRoutes } from './desk/statistics/routes.tsx'
import { discoveryPaths } from './discovery/discovery-address.ts'
import { emergencyRoutes } from './emergency/routes.ts'
import { enrolPaths } from './enrolment/enrolment-paths.ts'
import { carriesPaper, largestPaperForm, tooLargeMark } from './enrolment/papers/read-upload.ts'
import { paperKeyFrom } from './enrolment/papers/seal-paper.ts'
import { enrolmentPort } from './enrolment/papers-of-cases.ts'
import { enrolmentRoutes } from './enrolment/routes.ts'
import { administratorGuide } from './guides/administrator/guide.ts'
import { dnhfGuide } from './guides/dnhf/guide.ts'
import { guideAddress, guidesPath } from './guides/guide.ts'
import { helpPlace } from './guides/help-places.ts'
import { pictureFiles } from './guides/pictures.ts'
import { guideRoutes } from './guides/routes.tsx'
import { operatorOf } from './guides/statements/operator.ts'
import { statementRoutes } from './guides/statements/routes.tsx'
import { statementPaths } from './guides/statements/statement-paths.ts'
import { mailKeyFrom } from './mail/seal-mail.ts'
import { noticeBook } from './notice-book.ts'
import { hashesOfCpr, openCpr, sealCpr } from './people/cpr.ts'
import type { Secrets } from './protocols/keys/load-secrets.ts'
import type { OwnKeys } from './protocols/keys/own-keys.ts'
import { ownPagesProtocol } from './protocols/own-pages/service.ts'
import { checkMetadata } from './protocols/saml/metadata/check-metadata.ts'
import { fetchMetadata } from './protocols/saml/metadata/fetch-metadata.ts'
import { summariseMetadata } from './protocols/saml/metadata/summarise-metadata.ts'
import { readRegistration } from './protocols/saml/register-party.ts'
import { samlRoutes } from './protocols/saml/routes.tsx'
import { type SamlDeps, samlPaths } from './protocols/saml/saml-deps.ts'
import { samlServiceProtocol } from './protocols/saml/service.ts'
import { summariseProvider } from './protocols/saml/summarise-provider.ts'
import { samlUpstream } from './protocols/saml/upstream.ts'
import { askRoutes } from './requests/asking/routes.tsx'
import { countForMe } from './requests/decide/queue.store.ts'
import { decideRequestRoutes } from './requests/decide/routes.tsx'
import { newcomerNoticeRoutes } from './requests/mine/newcomer-notice.routes.ts'
import { myRequestRoutes } from './requests/mine/routes.tsx'
import { reviewPort } from './reviews/review-port.ts'
import { reviewRoutes } from './reviews/routes.tsx'
import type { Board } from './status/board.ts'
import { editorRoutes } from './status/editor/routes.tsx'
import { newsForEverybody } from './status/news.ts'
import { statusRoutes } from './status/routes.tsx'
import { statusPaths } from './status/status-paths.ts'
import { subscribeRoutes } from './status/subscribe/routes.tsx'
import { endPrefix } from './status/subscribe/subscribe-paths.ts'
import { subscriberKeys } from './status/subscribe/subscriber-keys.ts'
import type { Storage } from './storage/database.ts'
import { loadAssets } from './web/assets.ts'
import { brakeKey, createBrake, type HeldBack } from './web/brake.ts'
import { compress } from './web/compress.ts'
import type { WebEnv } from './web/context.ts'
import { csrf } from './web/csrf.ts'
import { deskOf } from './web/desk.ts'
import { drain } from './web/drain.ts'
import { errorAnswers } from './web/error-answers.tsx'
import { frontRoutes } from './web/front.routes.tsx'
import { createHealth } from './web/health.ts'
import { createHoldBack } from './web/hold-back.ts'
import { language } from './web/language.ts'
import type { Language } from './web/languages.ts'
import { plainAddress } from './web/plain-address.ts'
import { requestSource } from './web/request-source.ts'
import { securityHeaders } from './web/security-headers.ts'
import { createShell, type Shell } from './web/shell.ts'

export interface AppDeps {
  config: Config
  clock: Clock
  ids: Ids
  log: Log
  storage: Storage
  keys: OwnKeys
  secrets: Secrets
  sealer: Sealer
  sealKeys: SealKeys
  board: Board
  /** What is only there for trial, beside SEB while the sandbox is on. */
  sandbox?: MountedBeside | null
}

/** Routes of its own, a part of the front page, and a stylesheet (its path) that is joined to SEB's. */
export interface MountedBeside {
  stylesheet: string
  mount(shell: (c: Context<WebEnv>) => Shell): { routes: Hono<WebEnv>; front: (shell: Shell) => Child }
}

/** The largest body any other route takes: a form post with a Response (src/protocols/saml/xml/scan-xml.ts), percent-encoded. */
const largestBody = 2 * 1024 * 1024
/** A file of changes to many people: a hundred thousand rows. Nobody's is read before it is known who they are. */
const largestUpload = 20 * 1024 * 1024

/** What is thrown away of a file that is far too large, so that its sender hears why: more than anybody chooses by mistake. */
const mostDrained = 512 * 1024 * 1024

export function createApp(deps: AppDeps): Hono<WebEnv> {
  const { config, clock, ids, log, storage, secrets } = deps
  const { publicUrl } = config
  const { db } = storage

  const desk = deskOf(config)
  const saml = samlDeps(deps)
  const brokering: BrokeringDeps = {
    db,
    clock,
    ids,
    directory: createDirectory(db, clock),
    upstreams: { saml: samlUpstream(saml) },
    services: { saml: samlServiceProtocol(saml), seb: ownPagesProtocol({ publicUrl }) },
    cpr: {
      seal: (cpr) => sealCpr(secrets.cprKeys, cpr),
      unseal: (sealed) => openCpr(secrets.cprKeys, sealed),
      hashes: (cpr) => hashesOfCpr(secrets.cprKeys, cpr),
    },
    pseudonymKey: secrets.pseudonymKey,
    limits: {
      signInMinutes: config.SIGN_IN_MINUTES,
      session: { idleMinutes: config.SESSION_IDLE_MINUTES, absoluteHours: config.SESSION_HOURS },
      highestAssurance: config.HIGHEST_ASSURANCE,
    },
  }

  const assets = loadAssets(deps.sandbox ? [deps.sandbox.stylesheet] : [], pictureFiles())
  const links = { contact: contactPath, status: statusPaths.page, guides: guidesPath, ...statementPaths }
  const shell = createShell({ assets: assets.urls, links, desk, helpPlace })
  const secure = publicUrl.protocol === 'https:'
  const browser = { ids, secure, sourceOf: requestSource(config.TRUSTED_PROXIES) }
  const { board } = deps
  const web = { brokering, browser, shell, board }
  const sandbox = deps.sandbox?.mount(shell)
  const health = createHealth({ ready: () => sql`select 1`.execute(db), metricsToken: config.METRICS_TOKEN ?? null })
  const answers = errorAnswers({ shell, clock, ids, log })

  const turnedAway = { db, clock, ids, sourceOf: browser.sourceOf }
  const tooMany = async (c: Context<WebEnv>, { retryAfterSeconds, worthTelling }: HeldBack) => {
    const reference = worthTelling ? await recordTurnedAway(turnedAway, c, 'request.too-many') : undefined
    return answers.tooMany(c, retryAfterSeconds, reference)
  }
  const holdBack = createHoldBack({
    clock,
    perAddress: config.REQUESTS_PER_MINUTE_PER_ADDRESS,
    perPerson: config.REQUESTS_PER_MINUTE_PER_PERSON,
    sourceOf: browser.sourceOf,
    refuse: tooMany,
  })

  const admin = {
    db,
    clock,
    ids,
    mailKey: mailKeyFrom(secrets.pseudonymKey),
    publicUrl,
    shell,
    limits: brokering.limits,
    visit: (c: Context) => visitOf(c, browser),
    seal: { sealer: deps.sealer, keys: deps.sealKeys },
    keepSession: (c: Context, token: string) => keepSession(c, browser, token),
    noticeBook,
    simulator: simulator(brokering),
    signIn: async (c: Context) => (await holdBack.logIn(c)) ?? signInHere(c, web),
    holdBack: holdBack.person,
    requestsWaiting: countForMe,
    reviews: reviewPort,
    cases: casePort({ clock, ids, desk }),
    notFound: answers.notFound,
  }

  const services = {
    ...admin,
    metadata: {
      check: (xml: string, settings: { encryptAssertion: boolean }) => checkMetadata(xml, settings, clock.now()),
      summarise: summariseMetadata,
    },
  }
  const providers: ProviderReader = {
    read: (xml, entityId) => readRegistration(xml, { party: 'identity-provider', entityId }, clock.now()),
    fetch: (address) => fetchMetadata(address, { allowLoopback: config.loopback }),
    summarise: summariseProvider,
  }

  const frontStatus = async (language: Language) => {
    await board.begun()
    return newsForEverybody(board.view(), language)
  }

  const app = new Hono<WebEnv>()
  app.use(health.measure)
  app.use(securityHeaders({ publicUrl }))
  app.use(compress())
  app.use(language({ secure }))
  const tooLarge = async (c: Context) => answers.tooLarge(c, await recordTurnedAway(turnedAway, c, 'request.too-large'))
  const fromElsewhere = async (c: Context) =>
    answers.notPermitted(c, await recordTurnedAway(turnedAway, c, 'request.from-elsewhere'))
  app.use(plainAddress({ isRead: (path) => path.startsWith('/saml/'), refuse: answers.badRequest }))
  app.use('/saml/*', holdBack.messages)
  app.use('/login/*', holdBack.pages)
  // Anybody may write there, and be mailed.
  app.use('/tilmeld/*', holdBack.pages)
  const limited = bodyLimit({ maxSize: largestBody, onError: tooLarge })
  const limitedUpload = bodyLimit({
    maxSize: largestUpload,
    onError: async (c) => {
      await drain(c, mostDrained)
      return tooLarge(c)
    },
  })
  const limitedPaper = bodyLimit({
    maxSize: largestPaperForm,
    // Nothing of it is kept: whoever sent it is back at their form, which says why.
    onError: async (c) => {
      await drain(c, mostDrained)
      await recordTurnedAway(turnedAway, c, 'request.too-large')
      return c.redirect(`${c.req.path}?${tooLargeMark}`, 303)
    },
  })
  const limitOf = (path: string) => {
    if (path === adminPaths.bulk) return limitedUpload
    return carriesPaper(path) ? limitedPaper : limited
  }
  app.use((c, next) => limitOf(c.req.path)(c, next))
  app.use(csrf({ publicUrl, isOpen: openToOtherSites(sandbox !== undefined), refuse: fromElsewhere }))

  app.route('/', health.routes)
  app.route('/', assets.routes)
  app.route('/', frontRoutes({ shell, clock, links: frontLinks, status: frontStatus, sandbox: sandbox?.front }))
  app.route('/', contactRoutes({ ...admin, sourceOf: browser.sourceOf, tooMany, enrolHref: enrolPaths.start }))
  app.route(
    '/',
    statusRoutes({
      board,
      shell,
      publicUrl,
      nemLogInStatus: config.NEMLOGIN_STATUS_URL,
      notFound: answers.notFound,
    }),
  )
  app.route(
    '/',
    subscribeRoutes({
      ...{ db, clock, ids, board, shell },
      subscribers: subscriberKeys(secrets.pseudonymKey),
      sourceOf: browser.sourceOf,
      brake: createBrake(clock, subscriptionsPerMinute),
      tooMany,
    }),
  )
  app.route('/', statementRoutes({ shell, operator: operatorOf(config), session: brokering.limits.session }))
  app.route('/', guideRoutes({ shell, notFound: answers.notFound }))
  app.route('/', samlRoutes({ ...web, saml }))
  app.route('/', signInRoutes(web))
  app.route('/', logOutPages(web))
  const withPapers = { ...admin, paperKey: paperKeyFrom(secrets.pseudonymKey) }
  const enrolling = createBrake(clock, enrolmentDeedsPerMinute)
  app.route(
    '/',
    enrolmentRoutes({
      ...withPapers,
      heldBack: async (c) => {
        const key = brakeKey(browser.sourceOf(c))
        const held = key === null ? null : enrolling.take(key)
        return held && tooMany(c, held)
      },
    }),
  )
  app.route('/', adminRoutes(admin))
  app.route('/', logRoutes(admin))
  app.route('/', decideRequestRoutes(admin))
  // Before those of owners, who have a page for each service at an address of that kind.
  app.route('/', emergencyRoutes(admin))
  app.route('/', managementRoutes({ ...services, providers }))
  app.route('/', serviceOwnerRoutes(services))
  // Before the pages of who has an account: somebody new asks to have one, and is told what became of it.
  app.route('/', askRoutes(admin))
  app.route('/', myRequestRoutes(admin))
  app.route('/', newcomerNoticeRoutes(admin))
  // Before those of "Min adgang", which are for people with an account only.
  app.route('/', noticeRoutes(admin))
  app.route('/', deskStatisticsRoutes(admin))
  app.route(
    '/',
    casesRoutes({
      ...admin,
      attachmentKey: attachmentKeyFrom(secrets.pseudonymKey),
      enrolments: enrolmentPort(withPapers),
    }),
  )
  app.route('/', editorRoutes({ ...admin, board }))
  app.route('/', reviewRoutes({ ...admin, signer: deps.sealKeys }))
  app.route('/', missingRoutes(admin))
  app.route('/', mineRoutes(admin))
  app.route('/', ownAwayRoutes(admin))
  app.route('/', invitationRoutes(admin))
  if (sandbox) app.route('/', sandbox.routes)
  app.notFound(answers.notFound)
  app.onError(answers.failed)
  return app
}

/** Enrolments that one network address may begin in a minute, with the mails and papers of them. */
const enrolmentDeedsPerMinute = 30

/** Mail subscriptions that one network address may ask for in a minute. */
const subscriptionsPerMinute = 10

/** The doors of the front page. */
const frontLinks = {
  admin: adminPaths.home,
  mine: minePaths.home,
  serviceOwner: ownerPath,
  enrol: enrolPaths.start,
  administratorGuide: guideAddress(administratorGuide.slug),
  dnhfGuide: guideAddress(dnhfGuide.slug),
  remembered: discoveryPaths.remembered,
}

/** What SEB is in SAML, by its settings and keys. */
export function samlDeps({ config, clock, ids, keys }: Pick<AppDeps, 'config' | 'clock' | 'ids' | 'keys'>): SamlDeps {
  const { publicUrl, idpEntityId, spEntityId } = config
  return { clock, ids, keys, publicUrl, idpEntityId, spEntityId, desk: deskOf(config) }
}

/** Others post here: SAML messages, each proved by its signature, and mail programs that end a subscription, by the code in its address. */
function openToOtherSites(sandboxIsOn: boolean): (path: string) => boolean {
  const paths: readonly string[] = [
    samlPaths.singleSignOn,
    samlPaths.acs,
    samlPaths.idpSingleLogout,
    samlPaths.spSingleLogout,
  ]
  return (path) => paths.includes(path) || path.startsWith(endPrefix) || (sandboxIsOn && path.startsWith('/sandbox/'))
}
