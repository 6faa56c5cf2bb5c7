/** Makes a secret file that is made only once: of two processes that start together one comes first, and both use its file. */
import { randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/** The content of the file, made by `make` when there is none yet. Readable by its owner only. */
export async function writeOnce(path: string, make: () => string | Promise<string>): Promise<string> {
  if (!existsSync(path)) {
    mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
    const unfinished = `${path}.${randomUUID()}`
    writeFileSync(unfinished, await make(), { mode: 0o600 })
    try {
      // Unlike a rename, a link never replaces what another process has put there.
      linkSync(unfinished, path)
    } catch (error) {
      if (!existsSync(path)) throw error
    } finally {
      rmSync(unfinished)
    }
  }
  return readFileSync(path, 'utf8')
}
