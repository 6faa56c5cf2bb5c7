/**
 * Keeps every signed head outside the database too: a file that is only ever added to. Whoever changes the database, cuts
 * it off or puts an older one in its place does not change what stands here, nor where it has been shipped to since.
 */
import { type FileHandle, open } from 'node:fs/promises'
import type { Log } from '../../base/log.ts'
import { type DataDirectoryLock, DirectoryTaken, lockDataDirectory } from '../../storage/data-directory-lock.ts'
import type { Db } from '../../storage/database.ts'
import { type Head, headHash, headLine, isSigned, type SignedHead } from './head.ts'
import { headsAfter } from './seals.store.ts'

export interface HeadsFile {
  /** Adds the heads that the file does not have yet. False, and said in the log, when they do not follow from those it has. */
  keep(): Promise<boolean>
}

/** Where a head of the database and one in the file disagree. */
const changed =
  'the audit in the database is not the one whose heads are kept outside it: it was changed, or restored from a backup. ' +
  'Nothing more is sealed until it is explained; run seb verify-audit'

const headsPerRun = 1_000

export function createHeadsFile(deps: { db: Db; log: Log; path: string }): HeadsFile {
  const { db, log, path } = deps
  let complained = false

  const complain = (head: number): false => {
    if (!complained) log.error({ head, file: path }, changed)
    complained = true
    return false
  }

  const add = async (): Promise<boolean> => {
    await using file = await open(path, 'a+', 0o600)
    const last = await lastKept(file)
    const [known, ...more] = await headsAfter(db, last ? last.head.number - 1 : 0, headsPerRun)
    const heads = last ? more : known ? [known, ...more] : []
    if (last && known?.text !== last.text) return complain(last.head.number)
    let before: SignedHead | null = last
    for (const head of heads) {
      if (!follows(before, head)) return complain(head.number)
      await file.appendFile(`${headLine(head, head.position)}\n`)
      before = head
    }
    if (heads.length > 0) await file.datasync()
    complained = false
    return true
  }

  return {
    keep: async () => {
      // Of several processes with one directory, one writes at a time.
      const lock = takeLock(path)
      try {
        return lock ? await add() : !complained
      } finally {
        lock?.release()
      }
    },
  }
}

function takeLock(path: string): DataDirectoryLock | null {
  try {
    return lockDataDirectory(path)
  } catch (error) {
    if (error instanceof DirectoryTaken) return null
    throw error
  }
}

function follows(before: SignedHead | null, signed: SignedHead): boolean {
  const head = JSON.parse(signed.text) as Head
  const number = before ? (JSON.parse(before.text) as Head).number + 1 : 1
  return isSigned(signed) && head.number === number && head.previous === (before ? headHash(before.text) : null)
}

/** A head's line is far shorter. */
const tailLength = 16_384

/** The last head in the file. A line that a crash cut short is ended, and left as it is. */
async function lastKept(file: FileHandle): Promise<(SignedHead & { head: Head }) | null> {
  const { size } = await file.stat()
  const start = Math.max(0, size - tailLength)
  const { buffer, bytesRead } = await file.read({ buffer: Buffer.alloc(size - start), position: start })
  const tail = buffer.toString('utf8', 0, bytesRead)
  if (tail !== '' && !tail.endsWith('\n')) await file.appendFile('\n')
  for (const line of tail.split('\n').reverse()) {
    const kept = readHeadLine(line)
    if (kept) return kept
  }
  return null
}

/** Null for what is no whole line. */
export function readHeadLine(line: string): (SignedHead & { head: Head; position: number }) | null {
  try {
    const { head, signature, events } = JSON.parse(line) as { head: Head; signature: string; events: number }
    return { head, text: JSON.stringify(head), signature, position: events }
  } catch {
    return null
  }
}
