/**
 * Where the mail server leaves mails for SEB: a Maildir. A file in `new` is whole, since it was written elsewhere and moved there. What
 * has been filed is moved to `done`, what is no mail to `refused`; nothing is deleted here.
 */
import { mkdir, open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

export interface MailDirectory {
  /** The files that wait, the oldest names first. */
  waiting(): Promise<string[]>
  /** Null: another process has moved it. */
  size(file: string): Promise<number | null>
  read(file: string): Promise<Buffer>
  /** Its beginning: enough for the header of one that is too large. */
  readHead(file: string): Promise<Buffer>
  done(file: string): Promise<void>
  refuse(file: string): Promise<void>
}

const headSize = 64 * 1024

export function mailDirectory(path: string): MailDirectory {
  const at = (folder: string, file: string) => join(path, folder, file)
  const move = async (file: string, folder: string) => {
    await mkdir(join(path, folder), { recursive: true })
    await rename(at('new', file), at(folder, file)).catch(unlessGone)
  }
  return {
    waiting: async () => {
      const files = await readdir(join(path, 'new'), { withFileTypes: true })
      return files
        .filter((file) => file.isFile() && !file.name.startsWith('.'))
        .map(({ name }) => name)
        .sort()
    },
    size: async (file) => (await stat(at('new', file)).catch(unlessGone))?.size ?? null,
    read: (file) => readFile(at('new', file)),
    readHead: async (file) => {
      const handle = await open(at('new', file))
      try {
        const { buffer, bytesRead } = await handle.read(Buffer.alloc(headSize), 0, headSize, 0)
        return buffer.subarray(0, bytesRead)
      } finally {
        await handle.close()
      }
    },
    done: (file) => move(file, 'done'),
    refuse: (file) => move(file, 'refused'),
  }
}

/** Another process has moved it. */
function unlessGone(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
