/**
 * Files what the mail server has left. A mail is moved away only when it is filed: killed in between, it is met again and known. Whatever
 * cannot be read is set aside and told of, so that one mail never stops the others.
 */
import type { Log } from '../../base/log.ts'
import type { Job } from '../../base/run-jobs.ts'
import { type FileMailDeps, fileMail } from './file-mail.ts'
import { type IncomingMail, readMail } from './incoming-mail.ts'
import { type MailDirectory, mailDirectory } from './mail-directory.ts'

export type ReceiveMailDeps = FileMailDeps & {
  log: Log
  /** Where the mail server leaves mails. */
  directory: string
  /** Whose `Authentication-Results` are believed; null: nobody's. */
  authority: string | null
}

/** With the third that an attachment grows by on its way. */
const largestMail = 30 * 1024 * 1024
/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostAtOnce = 50

export function receiveMailJob(deps: ReceiveMailDeps): Job {
  return { name: 'receive-mail', everySeconds: 10, run: () => receiveMails(deps) }
}

export async function receiveMails(deps: ReceiveMailDeps): Promise<void> {
  const directory = mailDirectory(deps.directory)
  for (const file of (await directory.waiting()).slice(0, mostAtOnce)) await receive(deps, directory, file)
}

async function receive(deps: ReceiveMailDeps, directory: MailDirectory, file: string): Promise<void> {
  const size = await directory.size(file)
  if (size === null) return
  const tooLarge = size > largestMail
  const mail = await readFrom(deps, directory, file, tooLarge)
  if (!mail) {
    deps.log.warn({ file }, 'a mail to the service desk could not be read; it is set aside')
    return directory.refuse(file)
  }
  const filed = await fileMail(deps, mail, tooLarge).catch(unlessItsFault)
  if (filed === 'unkept') {
    deps.log.error({ file }, 'a mail to the service desk could not be kept; it is set aside')
    return directory.refuse(file)
  }
  if (filed === 'automatic' || filed === 'too-large') {
    deps.log.info({ file, filed }, 'a mail to the service desk was set aside')
    return directory.refuse(file)
  }
  return directory.done(file)
}

async function readFrom(
  deps: ReceiveMailDeps,
  directory: MailDirectory,
  file: string,
  tooLarge: boolean,
): Promise<IncomingMail | null> {
  const bytes = tooLarge ? headerOf(await directory.readHead(file)) : await directory.read(file)
  try {
    return await readMail(bytes, deps.authority)
  } catch (error) {
    // Whatever the parser cannot take apart; a database that is away is met later, and is no fault of the mail.
    if (error instanceof Error) return null
    throw error
  }
}

/** What the database will never take (SQLSTATE class 22, data exception) is set aside; anything else is tried again. */
function unlessItsFault(error: unknown): 'unkept' {
  if (error instanceof Error && 'code' in error && /^22[0-9A-Z]{3}$/.test(String(error.code))) return 'unkept'
  throw error
}

/** Up to the first empty line: nothing of the body is looked at. */
function headerOf(head: Buffer): Buffer {
  const ends = ['\r\n\r\n', '\n\n'].map((end) => head.indexOf(end)).filter((at) => at >= 0)
  return ends.length === 0 ? head : head.subarray(0, Math.min(...ends) + 4)
}
