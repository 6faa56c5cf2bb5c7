/** What the board last read, on disk: a process that is started while the database is down still knows it. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import type { StatusMessage } from './message.ts'
import type { StatusPart } from './part.ts'

export interface BoardCopy {
  /** Null while nothing has been read. */
  readAt: Date | null
  messages: StatusMessage[]
  elsewhere: StatusPart[]
}

/** So old the time in the file may be while nothing else changes. */
const renewedAfterMs = 60_000

const moments = ['readAt', 'startsAt', 'endsAt', 'createdAt', 'updatedAt']

/** Null where there is none, or none that can be read: then nothing is known, as before. */
export function readCopy(file: string): BoardCopy | null {
  try {
    const text = readFileSync(file, 'utf8')
    const revived: unknown = JSON.parse(text, (name, value: unknown) =>
      typeof value === 'string' && moments.includes(name) ? new Date(value) : value,
    )
    return isCopy(revived) ? revived : null
  } catch {
    return null
  }
}

/** SEB wrote it; a file of another version, or half a file, is none. */
function isCopy(value: unknown): value is BoardCopy {
  if (typeof value !== 'object' || value === null) return false
  const { readAt, messages, elsewhere } = value as Partial<Record<keyof BoardCopy, unknown>>
  return readAt instanceof Date && Array.isArray(messages) && Array.isArray(elsewhere)
}

/** Written anew when there is news, and now and then so that its time is right. A disk that is full takes nothing from the board in memory. */
export function keepCopies(file: string): (copy: BoardCopy) => void {
  let kept = { content: '', at: 0 }
  return (copy) => {
    const content = JSON.stringify([copy.messages, copy.elsewhere])
    const at = copy.readAt?.getTime() ?? 0
    if (content === kept.content && at - kept.at < renewedAfterMs) return
    try {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
      // Whoever reads it meanwhile, another process on the same directory, sees all of one or all of the other.
      writeFileSync(`${file}.${process.pid}`, JSON.stringify(copy), { mode: 0o600 })
      renameSync(`${file}.${process.pid}`, file)
      kept = { content, at }
    } catch {
      kept = { content: '', at }
    }
  }
}
