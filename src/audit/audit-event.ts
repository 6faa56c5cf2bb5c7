/** One thing that happened, as the audit keeps it. No CPR number, token or message is ever part of it. */
import type { AuditEventTable } from '../storage/schema.ts'

export interface AuditEvent {
  /** `subject.verb` in past tense: `sign-in.started`. */
  action: string
  outcome: AuditEventTable['outcome']
  actor: { kind: AuditEventTable['actor_kind']; id?: string | undefined }
  organisationId?: string | undefined
  object?: { kind: string; id: string } | undefined
  /** The network address it came from. */
  source?: string | undefined
  /** What belongs together: the id of the sign-in, log-out or command. */
  correlationId?: string | undefined
  /** What a person reads out on the phone to have it found. */
  reference?: string | undefined
  details?: Record<string, unknown> | undefined
}
