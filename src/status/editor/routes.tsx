/** `/desk/drift…`: the service desk and system management write operational messages. */
import { type Context, Hono } from 'hono'
import type { AdminDeps, AdminEnv } from '../../access/admin/admin-env.ts'
import { readId } from '../../access/admin/employees/employee.store.ts'
import { adminFrame } from '../../access/admin/frame.ts'
import { requireViewer } from '../../access/admin/require-viewer.tsx'
import { nothingWrong, type Wrong } from '../../access/management/fields.tsx'
import { type Manager, managerOf } from '../../access/management/manager.ts'
import { readMoment, writeDay } from '../../base/danish-time.ts'
import { rowOfForm } from '../../base/ids.ts'
import { type FormFields, readForm } from '../../web/form.ts'
import type { Board } from '../board.ts'
import { recentLogIns } from '../measured/watch-log-ins.job.ts'
import type { StatusMessage } from '../message.ts'
import { readHours } from '../reach/log-in-hours.store.ts'
import { hour, lookBackHours, reachOf } from '../reach/reach.ts'
import { findMessage, listForEditor } from '../status.store.ts'
import { readBegin } from './begin-message.ts'
import { editMessagePath, editorPaths } from './editor-paths.ts'
import { MessageFormPage, type MessageFormPageProps } from './message-form.page.tsx'
import { MessageListPage } from './message-list.page.tsx'
import { changeMessage, createMessage, endMessage, type Saved, withdrawMessage } from './save-message.ts'
import { standsInstead } from './stands-instead.ts'
import { templateNames } from './templates.ts'
import { editorText } from './text.ts'
import { clockOf, readTypedMessage, saidBy, type TypedMessage, typedOf } from './typed-message.ts'
import { WindowTimesPage } from './window-times.page.tsx'

export type EditorRouteDeps = AdminDeps & { board: Board }

/** A window of more than a week is none that another hour would help. */
const longestReach = 7 * 24 * hour
/** The desk looks back this far; older ones are in the log. */
const mostListed = 200

export function editorRoutes(deps: EditorRouteDeps): Hono<AdminEnv> {
  const { board } = deps
  const routes = new Hono<AdminEnv>()
  routes.use(editorPaths.list, requireViewer(deps))
  routes.use(`${editorPaths.list}/*`, requireViewer(deps))

  routes.get(editorPaths.list, async (c) => {
    if (!managerOf(c, deps, 'publish-status')) return deps.notFound(c)
    const messages = await listForEditor(deps.db, mostListed)
    const now = deps.clock.now()
    const seen = await recentLogIns(deps.db, now)
    const page = { frame: adminFrame(c, deps), messages, seen, now, done: doneOf(c) }
    return c.html(<MessageListPage {...page} />)
  })

  routes.get(editorPaths.new, async (c) => {
    const name = templateNames.find((template) => template === c.req.query('slags'))
    if (!managerOf(c, deps, 'publish-status') || !name) return deps.notFound(c)
    const begun = readBegin(name, (field) => c.req.query(field), { now: deps.clock.now(), language: c.get('language') })
    if (begun.kind === 'times') return c.html(<WindowTimesPage frame={adminFrame(c, deps)} {...begun.page} />)
    const { typed } = begun
    return form(c, { message: null, newId: deps.ids.uuid(), typed })
  })

  routes.post(editorPaths.new, async (c) => {
    const editor = managerOf(c, deps, 'publish-status')
    const fields = await readForm(c)
    const newId = readId(fields.get('id'))
    const kind = templateNames.find((template) => template === fields.get('slags'))
    if (!editor || !newId) return deps.notFound(c)
    // There is no form without a kind.
    if (!kind) return c.redirect(editorPaths.list, 303)
    const typed = readTypedMessage(fields, kind, await knownParts())
    const meant = saidBy(typed, c.get('language'))
    if ('wrong' in meant) return form(c, { message: null, newId, typed, wrong: meant.wrong, status: 422 })
    const publish = fields.get('gem') === 'udgiv'
    const id = rowOfForm(newId, editor.personId)
    await createMessage(deps, editor, { id, said: meant.said, publish })
    return shownAfter(c, id, publish ? 'udgivet' : 'kladde')
  })

  routes.get(editMessagePath(':id'), async (c) => {
    const found = await findToEdit(c)
    if (!found) return deps.notFound(c)
    return form(c, { message: found.message, newId: '', typed: typedOf(found.message), done: doneOf(c) })
  })

  routes.post(editMessagePath(':id'), async (c) => {
    const found = await findToEdit(c)
    if (!found) return deps.notFound(c)
    const { editor, message } = found
    const fields = await readForm(c)
    switch (fields.get('gem')) {
      case 'afslut':
        return after(c, await endMessage(deps, editor, message.id), 'afsluttet')
      case 'traek':
        return after(c, await withdrawMessage(deps, editor, message.id), 'trukket')
      default:
        return change(c, { editor, message, fields })
    }
  })

  return routes

  async function change(
    c: Context<AdminEnv>,
    { editor, message, fields }: { editor: Manager; message: StatusMessage; fields: FormFields },
  ): Promise<Response> {
    const typed = readTypedMessage(fields, message.kind, await knownParts(message))
    const meant = saidBy(typed, c.get('language'))
    if ('wrong' in meant) return form(c, { message, newId: '', typed, wrong: meant.wrong, status: 422 })
    const publish = fields.get('gem') === 'udgiv'
    const version = Number(fields.get('version'))
    const quiet = fields.get('stille') === 'ja'
    const saved = await changeMessage(deps, editor, { id: message.id, version, said: meant.said, publish, quiet })
    if (saved.outcome === 'gone') return deps.notFound(c)
    if (saved.outcome === 'saved') return shownAfter(c, message.id, publish ? 'udgivet' : 'kladde')
    const { parts } = board.view()
    const stands = standsInstead(saved.message, typed, { parts, language: c.get('language') })
    // Both wrote the same.
    if (stands.length === 0) return shownAfter(c, message.id, publish ? 'udgivet' : 'kladde')
    return form(c, { message: saved.message, newId: '', typed, stands, status: 422 })
  }

  async function after(c: Context<AdminEnv>, saved: Saved, done: Done): Promise<Response> {
    if (saved.outcome === 'gone') return deps.notFound(c)
    await board.refresh()
    return c.redirect(`${editorPaths.list}?klar=${done}`, 303)
  }

  async function shownAfter(c: Context<AdminEnv>, id: string, done: Done): Promise<Response> {
    await board.refresh()
    return c.redirect(`${editMessagePath(id)}?klar=${done}`, 303)
  }

  async function findToEdit(c: Context<AdminEnv>) {
    const editor = managerOf(c, deps, 'publish-status')
    const id = readId(c.req.param('id'))
    const message = editor && id ? await findMessage(deps.db, id) : null
    return editor && message && message.state !== 'withdrawn' ? { editor, message } : null
  }

  /** A part that has gone since stays on the message that named it. */
  async function knownParts(message?: StatusMessage): Promise<string[]> {
    await board.begun()
    return [...board.view().parts.map(({ key }) => key), ...(message?.parts ?? [])]
  }

  /** Told before it is announced, and again where it is changed; a window that has begun meets whom it meets. */
  async function reachOfWindow(typed: TypedMessage, isThere: boolean): Promise<MessageFormPageProps['reach']> {
    const startsAt = readMoment(typed.beginDay, typed.beginTime)
    const endsAt = readMoment(typed.endDay, typed.endTime)
    const now = deps.clock.now()
    if (typed.kind !== 'window' || !startsAt || !endsAt || endsAt <= startsAt || startsAt <= now) return null
    if (endsAt.getTime() - startsAt.getTime() > longestReach) return null
    const hours = await readHours(deps.db, new Date(now.getTime() - lookBackHours * hour))
    const reach = reachOf({ startsAt, endsAt }, hours, now)
    const { quieter } = reach
    const href = quieter && !isThere ? `${editorPaths.new}?${new URLSearchParams(timesInAddress(quieter))}` : null
    return { reach, quieterHref: href }
  }

  async function form(
    c: Context<AdminEnv>,
    shown: {
      message: StatusMessage | null
      newId: string
      typed: TypedMessage
      wrong?: Wrong
      stands?: readonly (readonly [string, string])[]
      done?: string | null
      status?: 422
    },
  ): Promise<Response> {
    await board.begun()
    const { wrong = nothingWrong, stands = [], done = null, status = 200, ...page } = shown
    const { parts } = board.view()
    const reach = await reachOfWindow(page.typed, page.message !== null)
    const shownPage = { ...page, parts, wrong, stands, done, reach }
    return c.html(<MessageFormPage frame={adminFrame(c, deps)} {...shownPage} />, status)
  }
}

/** As the first step of a window asks for them. */
function timesInAddress({ startsAt, endsAt }: { startsAt: Date; endsAt: Date }): Record<string, string> {
  return {
    slags: 'window',
    begynder: writeDay(startsAt),
    'begynder-kl': clockOf(startsAt),
    slutter: writeDay(endsAt),
    'slutter-kl': clockOf(endsAt),
  }
}

type Done = keyof (typeof editorText)['da']['done']

function doneOf(c: Context<AdminEnv>): string | null {
  const { done } = editorText[c.get('language')]
  const name = (Object.keys(done) as Done[]).find((key) => key === c.req.query('klar'))
  return name ? done[name] : null
}
