/** What the pages of the administration find on a request, and what their routes are given. */
import type { Context } from 'hono'
import type { SealKeys } from '../../audit/seal/load-seal-keys.ts'
import type { Sealer } from '../../audit/seal/seal-events.ts'
import type { AssuranceLevel } from '../../base/assurance.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { NoticeBook } from '../../notices/notice-kind.ts'
import type { SessionLimits } from '../../people/session.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { WebEnv } from '../../web/context.ts'
import type { Shell } from '../../web/shell.ts'
import type { OrganisationCapacity } from '../capacities/capacity.ts'
import type { Viewer } from '../viewer.ts'
import type { CasePort } from './case-port.ts'
import type { ReviewPort } from './review-port.ts'
import type { Simulator } from './simulator/simulation.ts'

export interface AdminEnv extends WebEnv {
  Variables: WebEnv['Variables'] & {
    viewer: Viewer
    /** How many messages wait to be read, for the menu. */
    unread: number
  }
}

export interface AdminDeps {
  db: Db
  clock: Clock
  ids: Ids
  /** What mails wait encrypted under (src/mail/). */
  mailKey: Uint8Array
  /** Where the links in mails lead. */
  publicUrl: URL
  shell: (c: Context) => Shell
  limits: { session: SessionLimits; highestAssurance: AssuranceLevel }
  /** Hash of the session token that the browser sent, and where it came from. */
  visit: (c: Context) => { sessionTokenHash: string | null; source: string }
  /** Gives the browser a new token for its session. */
  keepSession: (c: Context, token: string) => void
  /** Leads to the log-in and back. (brokering is a later room, so it is passed in.) */
  signIn: (c: Context) => Promise<Response>
  /** The seal over the log, and who may have signed it. */
  seal: { sealer: Sealer; keys: Pick<SealKeys, 'key' | 'earlier'> }
  /** Every kind of thing people are told, those of later rooms too. */
  noticeBook: NoticeBook
  /** What the next log-in would send. (Of brokering as well.) */
  simulator: Simulator
  /** Periodic control. (reviews is a later room.) */
  reviews: ReviewPort
  /** Cases at the service desk. (desk is a later room.) */
  cases: CasePort
  /** How many requests wait for whoever looks. (requests is a later room.) */
  requestsWaiting: (trx: Trx, looking: { acting: OrganisationCapacity; personId: string }, now: Date) => Promise<number>
  /** The page that holds back a person who asks for more than anybody could; else null. */
  holdBack: (c: Context, personId: string) => Promise<Response | null>
  notFound: (c: Context) => Response | Promise<Response>
}
