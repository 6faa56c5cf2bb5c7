/**
 * Looks at how log-ins go, and proposes a message to the desk where an identity provider fails. It publishes nothing: the
 * draft is the desk's to send or not. A draft nobody has touched is taken back when people come through again.
 */
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Job } from '../../base/run-jobs.ts'
import type { Db } from '../../storage/database.ts'
import { fillText } from '../../web/fill.ts'
import { formatTime } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import type { StatusMessage } from '../message.ts'
import { providerPart } from '../part.ts'
import { findMeasuredDrafts, insertMessage, updateMessage } from '../status.store.ts'
import { type ProviderLogIns, readProviderLogIns } from './log-ins.store.ts'
import { type ProviderTrouble, troubleIn } from './provider-trouble.ts'
import { measuredText } from './text.ts'

export interface WatchDeps {
  db: Db
  clock: Clock
  ids: Ids
}

/** What happened lately is what counts; a provider that was slow this morning is well again. */
const lookBackSeconds = 300
/** Somebody who was sent so recently may still be finding their telephone. */
const patienceSeconds = 25

export function watchLogInsJob(deps: WatchDeps): Job {
  return { name: 'watch-log-ins', everySeconds: 15, run: () => watchLogIns(deps) }
}

export async function watchLogIns(deps: WatchDeps): Promise<void> {
  const now = deps.clock.now()
  for (const logIns of await recentLogIns(deps.db, now)) {
    const trouble = troubleIn(logIns)
    if (trouble) await propose(deps, trouble, now)
    else await takeBack(deps, logIns, now)
  }
}

export function recentLogIns(db: Db, now: Date): Promise<ProviderLogIns[]> {
  const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000)
  return readProviderLogIns(db, { since: ago(lookBackSeconds), before: ago(patienceSeconds) })
}

/** The database holds one open draft or message a provider, whichever process is first. */
async function propose(deps: WatchDeps, trouble: ProviderTrouble, now: Date): Promise<void> {
  const message = messageOf(trouble, deps.ids.uuid(), now)
  await deps.db.transaction().execute(async (trx) => {
    if (!(await insertMessage(trx, message))) return
    await recordEvents(deps, trx, [
      {
        action: 'status-message.proposed',
        outcome: 'success',
        actor: { kind: 'system' },
        object: { kind: 'status-message', id: message.id },
        details: { part: message.measuredPart, title: message.title.da },
      },
    ])
  })
}

async function takeBack(deps: WatchDeps, { key, lastSuccessAt }: ProviderLogIns, now: Date): Promise<void> {
  await deps.db.transaction().execute(async (trx) => {
    for (const draft of await findMeasuredDrafts(trx, providerPart(key))) {
      // Somebody has worked on it, or nobody has come through since.
      if (draft.version > 1 || !lastSuccessAt || lastSuccessAt < draft.createdAt) continue
      await updateMessage(trx, { ...draft, state: 'withdrawn', updatedAt: now, version: draft.version + 1 })
      await recordEvents(deps, trx, [
        {
          action: 'status-message.withdrawn',
          outcome: 'success',
          actor: { kind: 'system' },
          object: { kind: 'status-message', id: draft.id },
        },
      ])
    }
  })
}

function messageOf({ key, name, effect, since }: ProviderTrouble, id: string, now: Date): StatusMessage {
  const written = (language: Language) => {
    const text = measuredText[language]
    const facts = { provider: name[language], time: formatTime(since, language) }
    return { title: fillText(text.title, facts), text: fillText(text[effect], facts) }
  }
  const [da, en] = [written('da'), written('en')]
  return {
    id,
    kind: 'incident',
    effect,
    priority: 3,
    parts: [providerPart(key)],
    title: { da: da.title, en: en.title },
    text: { da: da.text, en: en.text },
    startsAt: since,
    endsAt: null,
    state: 'draft',
    measuredPart: providerPart(key),
    createdAt: now,
    updatedAt: now,
    version: 1,
  }
}
