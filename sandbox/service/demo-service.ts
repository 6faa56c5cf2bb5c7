/** One demo service as the rest of the sandbox sees it: its key, what it knows of SEB, who is logged in to it. */
import type { AssuranceLevel } from '../../src/base/assurance.ts'
import type { Clock } from '../../src/base/clock.ts'
import type { Ids } from '../../src/base/ids.ts'
import type { LogInKind } from '../../src/brokering/authentication.ts'
import type { KeyPair } from '../../src/protocols/keys/key-pair.ts'
import type { Status } from '../../src/protocols/saml/status.ts'
import type { ServiceKey } from '../data/services.ts'
import type { Kept } from '../kept.ts'
import type { KnownSeb } from '../party/known-seb.ts'
import type { ReceivedLogIn } from './received-log-in.ts'

/** What a request to SEB can ask for besides a log-in. */
export interface LogInWishes {
  force: boolean
  passive: boolean
  assurance: AssuranceLevel | null
  kind: LogInKind | null
  /** The entity id of the only provider that will do (SAML core §3.4.1.3, IDPList). */
  provider: string | null
}

/** A request that is out at SEB: its answer is taken once, in the browser that sent it. */
export interface Waiting {
  browser: string
  wishes: LogInWishes
}

/** What a browser's cookie stands for. */
export type ServiceSession =
  | { state: 'in'; received: ReceivedLogIn }
  | { state: 'refused'; status: Status; wishes: LogInWishes }
  | { state: 'failed'; detail: string }
  | { state: 'out'; wholly: boolean }

export interface DemoService {
  key: ServiceKey
  entityId: string
  publicUrl: URL
  keyPair: KeyPair
  seb: KnownSeb
  clock: Clock
  ids: Ids
  /** By the ID of the request. */
  waiting: Kept<Waiting>
  /** By the token in the cookie. */
  sessions: Kept<ServiceSession>
  /** IDs of answers and assertions that have been used. */
  used: Kept<true>
}
