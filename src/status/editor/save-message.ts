/** Writes, publishes, ends and withdraws messages: once however often a form is sent, never over what another has saved. */
import { type Manager, managed } from '../../access/management/manager.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import { type Ids, rowOfForm } from '../../base/ids.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { StatusMessage } from '../message.ts'
import { insertMessage, lockMessage, updateMessage } from '../status.store.ts'
import { queueDeliveries } from '../subscribe/deliveries.store.ts'
import { endedWords } from './templates.ts'
import type { Said } from './typed-message.ts'

export interface EditorDeps {
  db: Db
  clock: Clock
  ids: Ids
}

export type Saved =
  | { outcome: 'saved'; message: StatusMessage }
  /** Another was first: as it stands now. */
  | { outcome: 'meanwhile'; message: StatusMessage }
  | { outcome: 'gone' }

/** `id` was chosen when the form was shown: sent twice, it is one message. */
export async function createMessage(
  deps: EditorDeps,
  editor: Manager,
  { id, said, publish }: { id: string; said: Said; publish: boolean },
): Promise<StatusMessage> {
  const now = deps.clock.now()
  const message: StatusMessage = {
    id,
    ...said,
    state: publish ? 'published' : 'draft',
    measuredPart: null,
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
  await deps.db.transaction().execute(async (trx) => {
    if (!(await insertMessage(trx, message))) return
    await tell(deps, trx, editor, publish ? 'published' : 'drafted', message)
    if (publish) await queueDeliveries(trx, message, now)
  })
  return message
}

/**
 * `version` is what the form was filled from. A draft that is published is as new as that moment. `quiet`: a slip of the pen is put right,
 * and nobody gets a mail of it.
 */
export async function changeMessage(
  deps: EditorDeps,
  editor: Manager,
  { id, version, said, publish, quiet }: { id: string; version: number; said: Said; publish: boolean; quiet: boolean },
): Promise<Saved> {
  return changing(deps, id, async (trx, message) => {
    if (message.version !== version) return { outcome: 'meanwhile', message }
    const now = deps.clock.now()
    const isNews = publish && message.state === 'draft'
    const changed: StatusMessage = {
      ...message,
      ...said,
      state: publish ? 'published' : message.state,
      createdAt: isNews ? now : message.createdAt,
      updatedAt: now,
      version: version + 1,
    }
    await updateMessage(trx, changed)
    await tell(deps, trx, editor, isNews ? 'published' : 'changed', changed, message)
    if (changed.state === 'published' && (isNews || !quiet)) await queueDeliveries(trx, changed, now)
    return { outcome: 'saved', message: changed }
  })
}

/**
 * It is over: the light goes back, and a message of its own says so, beside the one that told of it. Ended twice, it is
 * ended once.
 */
export async function endMessage(deps: EditorDeps, editor: Manager, id: string): Promise<Saved> {
  return changing(deps, id, async (trx, message) => {
    const now = deps.clock.now()
    const news: StatusMessage = {
      ...message,
      ...endedWords(message),
      id: rowOfForm(id, 'ended'),
      kind: 'notice',
      effect: 'none',
      priority: null,
      startsAt: now,
      endsAt: now,
      createdAt: now,
      updatedAt: now,
      version: 1,
    }
    if (message.state !== 'published' || message.kind === 'notice') return { outcome: 'meanwhile', message }
    if (!(await insertMessage(trx, news))) return { outcome: 'saved', message }
    const endsAt = earlier(message.endsAt ?? now, now)
    const startsAt = earlier(message.startsAt, endsAt)
    const ended = { ...message, startsAt, endsAt, version: message.version + 1 }
    await updateMessage(trx, ended)
    await tell(deps, trx, editor, 'ended', ended, message)
    await queueDeliveries(trx, news, now)
    return { outcome: 'saved', message: ended }
  })
}

function earlier(one: Date, other: Date): Date {
  return new Date(Math.min(one.getTime(), other.getTime()))
}

/** It was a mistake, or a draft that nobody needs. */
export async function withdrawMessage(deps: EditorDeps, editor: Manager, id: string): Promise<Saved> {
  return changing(deps, id, async (trx, message) => {
    const withdrawn: StatusMessage = {
      ...message,
      state: 'withdrawn',
      updatedAt: deps.clock.now(),
      version: message.version + 1,
    }
    await updateMessage(trx, withdrawn)
    await tell(deps, trx, editor, 'withdrawn', withdrawn, message)
    return { outcome: 'saved', message: withdrawn }
  })
}

function changing(
  { db }: EditorDeps,
  id: string,
  change: (trx: Trx, message: StatusMessage) => Promise<Saved>,
): Promise<Saved> {
  return db.transaction().execute(async (trx) => {
    const message = await lockMessage(trx, id)
    return message && message.state !== 'withdrawn' ? change(trx, message) : { outcome: 'gone' }
  })
}

async function tell(
  deps: EditorDeps,
  trx: Trx,
  editor: Manager,
  verb: 'published' | 'drafted' | 'changed' | 'ended' | 'withdrawn',
  to: StatusMessage,
  from?: StatusMessage,
): Promise<void> {
  const event = managed(editor, {
    action: `status-message.${verb}`,
    object: { kind: 'status-message', id: to.id },
    details: { ...(from && { from: shown(from) }), to: shown(to) },
  })
  await recordEvents(deps, trx, [event])
}

/** What the log keeps of a message. */
function shown({ kind, effect, priority, parts, title, text, startsAt, endsAt, state }: StatusMessage) {
  return { kind, effect, priority, parts, title: title.da, text: text.da, startsAt, endsAt, state }
}
