/**
 * The board everybody reads: the last known copy of the messages, kept in the process, so that the page and the feeds answer
 * while the database is down, and as fast as always. A database that cannot be reached is told of by itself.
 */
import type { Clock } from '../base/clock.ts'
import type { Job } from '../base/run-jobs.ts'
import type { Db } from '../storage/database.ts'
import { type BoardCopy, keepCopies, readCopy } from './board-copy.ts'
import { type CurrentStatus, currentStatus } from './current-status.ts'
import { databaseDown } from './database-down.ts'
import type { StatusMessage } from './message.ts'
import { type StatusPart, sebParts } from './part.ts'
import { readPartsElsewhere, readPublished } from './status.store.ts'
import { statusText } from './text.ts'

export interface BoardView {
  now: Date
  /** When the copy was read; null while nothing has been read since the start. */
  readAt: Date | null
  status: CurrentStatus
  /** Published, newest first; with what SEB tells by itself. */
  messages: readonly StatusMessage[]
  parts: readonly StatusPart[]
}

export interface Board {
  view(): BoardView
  /** Waits for the first reading, which a process that has just started may still owe. */
  begun(): Promise<void>
  /** Reads anew: after a change, and every few seconds. Never throws. */
  refresh(): Promise<void>
}

export interface BoardDeps {
  /** Null: it cannot be reached, and nothing else is known than what is kept on disk. */
  db: Db | null
  clock: Clock
  /** Where the copy is kept on disk, for a process that is started while the database is down; null: nowhere. */
  copyFile?: string | null
}

/** A database that answers again soon is no news: so long it may be silent before everybody is told. */
const silentForSeconds = 20
/** A database that is stopped can leave a question hanging. */
const waitForSeconds = 5

export function createBoard({ db, clock, copyFile = null }: BoardDeps): Board {
  let copy: BoardCopy = (copyFile && readCopy(copyFile)) || { readAt: null, messages: [], elsewhere: [] }
  const keep = copyFile ? keepCopies(copyFile) : null
  let failedSince: Date | null = null
  let first: Promise<void> | null = null
  const refresh = async () => {
    const asked = clock.now()
    try {
      if (!db) throw new Error('no database')
      const reading = Promise.all([readPublished(db, asked), readPartsElsewhere(db)])
      const [messages, elsewhere] = await within(waitForSeconds, reading)
      copy = { readAt: asked, messages, elsewhere }
      failedSince = null
      keep?.(copy)
    } catch {
      failedSince ??= asked
    }
  }
  return {
    view: () => {
      const now = clock.now()
      const parts = [...ownParts, ...copy.elsewhere]
      const silent = failedSince !== null && now.getTime() - failedSince.getTime() >= silentForSeconds * 1000
      const messages = silent && failedSince ? [databaseDown(failedSince), ...copy.messages] : copy.messages
      return { now, readAt: copy.readAt, parts, messages, status: currentStatus(parts, messages, now) }
    },
    begun: () => {
      first ??= refresh()
      return first
    },
    refresh,
  }
}

/** Each process reads for itself. */
export function refreshBoardJob(board: Board): Job {
  return { name: 'refresh-board', everySeconds: 5, run: () => board.refresh() }
}

const ownParts: readonly StatusPart[] = sebParts.map((key) => ({
  key,
  kind: 'seb',
  name: { da: statusText.da.own[key].name, en: statusText.en.own[key].name },
}))

/** The answer, or a failure after so many seconds. */
async function within<Answer>(seconds: number, answer: Promise<Answer>): Promise<Answer> {
  const giveUp = Promise.withResolvers<never>()
  const timer = setTimeout(() => giveUp.reject(new Error('no answer')), seconds * 1000)
  try {
    return await Promise.race([answer, giveUp.promise])
  } finally {
    clearTimeout(timer)
    answer.catch(() => undefined)
  }
}
