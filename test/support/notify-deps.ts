/** What telling people takes, for changes that a test makes without a whole SEB. */
import { randomBytes } from 'node:crypto'
import type { Clock } from '../../src/base/clock.ts'
import { type Ids, randomIds } from '../../src/base/ids.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import type { NotifyDeps } from '../../src/notices/notify.ts'

const mailKey = mailKeyFrom(randomBytes(32))

export function notifyDeps(clock: Clock, ids: Ids = randomIds): NotifyDeps {
  return { clock, ids, mailKey, publicUrl: new URL('https://seb.example') }
}
