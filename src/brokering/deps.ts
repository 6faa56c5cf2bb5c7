/** Everything the sign-in needs from outside, passed in by the composition root. */
import type { AssuranceLevel } from '../base/assurance.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import type { SessionLimits } from '../people/session.ts'
import type { Db } from '../storage/database.ts'
import type { Directory } from './directory.ts'
import type { ServiceProtocol, UpstreamProtocol } from './ports.ts'
import type { ServiceProtocolName } from './sign-in.ts'

export interface BrokeringDeps {
  db: Db
  clock: Clock
  ids: Ids
  directory: Directory
  /** By protocol: a new one is a line in app.ts. */
  upstreams: Readonly<Record<'saml', UpstreamProtocol>>
  services: Readonly<Record<ServiceProtocolName, ServiceProtocol>>
  cpr: { seal(cpr: string): string; unseal(sealed: string): string; hashes(cpr: string): string[] }
  /** 32 bytes that make the names each service knows people by. */
  pseudonymKey: Uint8Array
  limits: { signInMinutes: number; session: SessionLimits; highestAssurance: AssuranceLevel }
}

/** What a request tells of the browser it came from. Tokens are hashed before they are compared or stored. */
export interface Visit {
  browserHash: string | null
  sessionTokenHash: string | null
  /** Of the ticket in the address; see carried-answer.ts. */
  answerTicketHash: string | null
  /** The network address, for the audit. */
  source: string
}
