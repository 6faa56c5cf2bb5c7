/** Whose rights a program gets when root runs the tests: some programs refuse to be root. */
import { execFile } from 'node:child_process'
import { chown, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

/** A user's numbers, for spawning and for handing files over. */
export type UserIds = { uid: number; gid: number }

/** The numbers of a user of the system when root asks; undefined for anyone else, who stays who they are. */
export async function lesserUser(name: string): Promise<UserIds | undefined> {
  if (process.getuid?.() !== 0) return undefined
  const run = promisify(execFile)
  const [uid, gid] = await Promise.all(['-u', '-g'].map((flag) => run('id', [flag, name])))
  return { uid: Number(uid?.stdout), gid: Number(gid?.stdout) }
}

/** Gives a directory and all in it to a user. */
export async function giveTo(directory: string, { uid, gid }: UserIds): Promise<void> {
  await chown(directory, uid, gid)
  for (const name of await readdir(directory, { recursive: true })) await chown(join(directory, name), uid, gid)
}
