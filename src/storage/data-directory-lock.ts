/**
 * Only one process may have the embedded database open: two would destroy it. The lock is the operating system's own,
 * taken through SQLite on an empty file beside the directory, so it is gone with the process however that ends.
 */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { Problem } from '../base/problem.ts'

/** Another process has the directory. */
export class DirectoryTaken extends Problem {
  constructor(directory: string) {
    super('configuration', `SEB is already running on the directory ${directory}`)
  }
}

export interface DataDirectoryLock {
  release(): void
}

/** Takes the directory for this process; `DirectoryTaken` when another has it. */
export function lockDataDirectory(directory: string): DataDirectoryLock {
  mkdirSync(dirname(directory), { recursive: true, mode: 0o700 })
  const file = new DatabaseSync(`${directory}.lock`)
  try {
    file.exec('begin exclusive')
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === busy) throw new DirectoryTaken(directory)
    throw error
  }
  return { release: () => file.close() }
}

/** SQLITE_BUSY (sqlite.org/rescode.html) */
const busy = 5
