/** `/mig/beskeder`: what SEB has told the person who is logged in, whatever they act as, and what they want mailed. */
import { type Context, Hono } from 'hono'
import { recordEvents } from '../../../audit/record-events.ts'
import { readCursor } from '../../../base/cursor.ts'
import { findNoticeNames } from '../../../notices/names.store.ts'
import { wordedInSeb } from '../../../notices/notice-in-words.ts'
import { noticePath, noticePaths } from '../../../notices/notice-paths.ts'
import { findNotice, findRefusal, type ListedNotice, listNotices, markRead } from '../../../notices/notices.store.ts'
import { allowNoMail, allowsNoMail, type Chooser, findChoices, saveChoice } from '../../../notices/settings.store.ts'
import { type Audience, deliveries, readTopic } from '../../../notices/topics.ts'
import { inOrganisation } from '../../../storage/in-organisation.ts'
import { fillText } from '../../../web/fill.ts'
import { type FormFields, readForm } from '../../../web/form.ts'
import type { Language } from '../../../web/languages.ts'
import { actorOf } from '../../admin/actor.ts'
import type { AdminDeps, AdminEnv } from '../../admin/admin-env.ts'
import { chooseCapacity } from '../../admin/choose-capacity.ts'
import { readId } from '../../admin/employees/employee.store.ts'
import { adminFrame } from '../../admin/frame.ts'
import { requireViewer } from '../../admin/require-viewer.tsx'
import { type Capacity, isOfOrganisation } from '../../capacities/capacity.ts'
import { ownerPath } from '../../management/services/services-paths.ts'
import { may } from '../../may.ts'
import type { Viewer } from '../../viewer.ts'
import { minePaths } from '../mine-paths.ts'
import { NoticesPage, type ShownNotice } from './notices.page.tsx'
import { readerOf } from './reader.ts'
import { fieldOf, NoticeSettingsPage, type TypedChoice } from './settings.page.tsx'
import { myNoticesText } from './text.ts'
import { TurnPage } from './turn.page.tsx'

export function noticeRoutes(deps: AdminDeps): Hono<AdminEnv> {
  const { db, clock } = deps
  const routes = new Hono<AdminEnv>()
  for (const path of [noticePaths.list, `${noticePaths.list}/*`])
    routes.use(path, requireViewer(deps), async (c, next) =>
      may(c.get('viewer').acting, 'read-own-notices', {}) ? next() : deps.notFound(c),
    )

  routes.get(noticePaths.list, async (c) => {
    const reader = readerOf(c.get('viewer'), clock.now())
    const cursor = readCursor((name) => c.req.query(name), readId)
    const subject = readTopic(c.req.query('om'))
    const page = await listNotices(db, reader, { subject, cursor })
    const frame = adminFrame(c, deps)
    const rows = await inWords(deps, page.rows, frame.shell.language)
    const unreadUpTo = page.rows.find(({ readAt }) => readAt === null)?.id ?? null
    return c.html(<NoticesPage frame={frame} page={{ ...page, rows }} unreadUpTo={unreadUpTo} subject={subject} />)
  })

  routes.post(noticePaths.list, async (c) => {
    const reader = readerOf(c.get('viewer'), clock.now())
    const form = await readForm(c)
    const [id, upTo] = [readId(form.get('besked')), readId(form.get('til'))]
    if (id) await markRead(db, reader, { id })
    else if (upTo) await markRead(db, reader, { upTo })
    return c.redirect(id ? `${noticePaths.list}#${id}` : noticePaths.list, 303)
  })

  routes.get(noticePaths.settings, async (c) => c.html(await settingsPage(c, deps)))

  routes.post(noticePaths.settings, async (c) => {
    const viewer = c.get('viewer')
    const chooser = chooserOf(viewer)
    const form = await readForm(c)
    const allowsNone = await allowsNoMail(db, chooser)
    const before = await findChoices(db, chooser, { wanted: audiencesOf(viewer), allowsNone })
    const typed = before.map((choice): TypedChoice => ({ ...choice, delivery: readDelivery(form, choice, allowsNone) }))
    if (typed.some(({ delivery }) => delivery === null)) return c.html(await settingsPage(c, deps, typed), 422)
    const changed = typed.flatMap(({ delivery, ...choice }, at) => {
      const from = before[at]?.delivery
      return delivery !== null && from !== undefined && delivery !== from ? [{ ...choice, from, delivery }] : []
    })
    if (changed.length > 0)
      await db.transaction().execute(async (trx) => {
        for (const { from: _, ...choice } of changed) await saveChoice(deps, trx, chooser, choice)
        await recordEvents(deps, trx, [
          {
            action: 'notice-settings.changed',
            outcome: 'success',
            actor: { kind: 'person', id: viewer.personId },
            organisationId: chooser.organisationId ?? undefined,
            object: { kind: 'person', id: viewer.personId },
            source: deps.visit(c).source,
            details: {
              fields: changed.map(({ from, delivery, ...choice }) => ({ field: fieldOf(choice), from, to: delivery })),
            },
          },
        ])
      })
    return c.redirect(`${noticePaths.settings}?gemt`, 303)
  })

  routes.post(minePaths.noMail, async (c) => {
    const actor = actorOf(c, deps)
    const organisationId = actor?.acting.organisation.id
    if (!actor || !organisationId || !may(actor.acting, 'allow-no-mail', { organisationId })) return deps.notFound(c)
    const answer = (await readForm(c)).get('maa')
    const allows = answer === 'ja'
    if (allows || answer === 'nej')
      await inOrganisation(db, organisationId, async (trx) => {
        if (!(await allowNoMail(trx, organisationId, allows))) return
        await recordEvents(deps, trx, [
          {
            action: 'organisation.changed',
            outcome: 'success',
            actor: { kind: 'person', id: actor.personId },
            organisationId,
            object: { kind: 'organisation', id: organisationId },
            source: actor.source,
            details: { fields: [{ field: 'allowsNoMail', from: !allows, to: allows }] },
          },
        ])
      })
    return c.redirect(noticePaths.settings, 303)
  })

  // That it has been seen is no decision, so following the link is enough to mark it.
  routes.get(noticePath(':besked'), async (c) => {
    const viewer = c.get('viewer')
    const found = await openNotice(c, deps)
    if (!found) return deps.notFound(c)
    const { notice, needed } = found
    if (notice.path === null) return c.redirect(`${noticePaths.list}#${notice.id}`, 303)
    if (needed.key === viewer.acting.key) return c.redirect(notice.path, 303)
    return c.html(<TurnPage frame={adminFrame(c, deps)} noticeId={notice.id} now={viewer.acting} needed={needed} />)
  })

  routes.post(noticePath(':besked'), async (c) => {
    const found = await openNotice(c, deps)
    if (!found) return deps.notFound(c)
    const { notice, needed } = found
    if (needed.key !== c.get('viewer').acting.key) await chooseCapacity(c, deps, needed)
    return c.redirect(notice.path ?? noticePaths.list, 303)
  })

  return routes
}

/** The notice, read from now on, and what one acts as to follow it. Null for what is not the viewer's. */
async function openNotice(
  c: Context<AdminEnv>,
  { db, clock }: AdminDeps,
): Promise<{ notice: ListedNotice; needed: Capacity } | null> {
  const viewer = c.get('viewer')
  const reader = readerOf(viewer, clock.now())
  const id = readId(c.req.param('besked'))
  const notice = id && (await findNotice(db, reader, id))
  if (!notice) return null
  await markRead(db, reader, { id: notice.id })
  const fitting = viewer.capacities
    .filter((capacity) => fits(capacity, notice))
    // Whoever manages SEB may do more than the desk.
    .sort((one, other) => Number(other.kind === 'system-management') - Number(one.kind === 'system-management'))
  const needed = fitting.find(({ key }) => key === viewer.acting.key) ?? fitting[0]
  return { notice, needed: needed ?? viewer.acting }
}

/** An employee's messages are about the account; those of administrators and staff need the function. */
function fits(capacity: Capacity, { audience, accountId, serviceId, path }: ListedNotice): boolean {
  const account = isOfOrganisation(capacity) ? capacity.accountId : null
  if (audience === 'staff') {
    const forOwner = path?.startsWith(ownerPath) ?? false
    if (capacity.kind === 'service-owner') return forOwner && (serviceId === null || serviceId === capacity.service.id)
    return !forOwner && (capacity.kind === 'system-management' || capacity.kind === 'service-desk')
  }
  const own = account !== null && (accountId === null || accountId === account)
  return own && (audience === 'employee' || capacity.kind !== 'employee')
}

async function inWords(
  { db, noticeBook }: AdminDeps,
  notices: readonly ListedNotice[],
  language: Language,
): Promise<ShownNotice[]> {
  const namesOf = await findNoticeNames(db, notices)
  return notices.map((notice) => {
    const { id, path, createdAt, readAt, person } = notice
    const names = { ...namesOf(notice), person }
    const kind = noticeBook[notice.kind]
    const { unknown } = myNoticesText[language]
    const worded = kind
      ? wordedInSeb(kind, language, notice.facts, names)
      : { ...unknown, subject: fillText(unknown.subject, { organisation: names.organisation ?? 'SEB' }) }
    const { subject, body, link } = worded
    return { id, subject, body, link: path === null ? null : link, organisation: names.organisation, createdAt, readAt }
  })
}

function chooserOf({ personId, acting }: Viewer): Chooser {
  return isOfOrganisation(acting)
    ? { personId, accountId: acting.accountId, organisationId: acting.organisation.id }
    : { personId, accountId: null, organisationId: null }
}

/** As what the person is told where they act now. */
function audiencesOf({ acting, capacities }: Viewer): Audience[] {
  if (!isOfOrganisation(acting)) return ['staff']
  const isAdministrator = capacities.some(
    (capacity) => isOfOrganisation(capacity) && capacity.accountId === acting.accountId && capacity.kind !== 'employee',
  )
  return isAdministrator ? ['employee', 'administrator'] : ['employee']
}

function readDelivery(form: FormFields, choice: TypedChoice, allowsNone: boolean): TypedChoice['delivery'] {
  const wanted = form.get(fieldOf(choice))
  return deliveries.find((way) => way === wanted && (way !== 'none' || allowsNone)) ?? null
}

async function settingsPage(c: Context<AdminEnv>, deps: AdminDeps, typed?: readonly TypedChoice[]) {
  const viewer = c.get('viewer')
  const { acting, personId, sight } = viewer
  const chooser = chooserOf(viewer)
  const allowsNone = await allowsNoMail(deps.db, chooser)
  const choices = typed ?? (await findChoices(deps.db, chooser, { wanted: audiencesOf(viewer), allowsNone }))
  const person = await deps.db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst()
  const organisation = isOfOrganisation(acting) ? acting.organisation : null
  const decides = organisation && may(acting, 'allow-no-mail', { organisationId: organisation.id })
  return (
    <NoticeSettingsPage
      frame={adminFrame(c, deps)}
      choices={choices}
      email={sight.only ? undefined : (person?.email ?? null)}
      isRefused={!sight.only && (await findRefusal(deps.db, personId)) !== null}
      allowsNone={allowsNone}
      saved={typed === undefined && c.req.query('gemt') !== undefined}
      organisation={decides ? { name: organisation.name, allows: allowsNone } : null}
    />
  )
}
