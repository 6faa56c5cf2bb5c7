/** What the administration needs of periodic control, which is a later room: it is passed in. */
import type { NotifyDeps } from '../../notices/notify.ts'
import type { Trx } from '../../storage/database.ts'
import type { OrganisationCapacity } from '../capacities/capacity.ts'
import type { Actor } from './actor.ts'

export interface ReviewPort {
  /** How many roles wait for whoever looks, and where they are answered; null: none. */
  due(
    trx: Trx,
    looking: { acting: OrganisationCapacity; personId: string },
    now: Date,
  ): Promise<{ count: number; path: string } | null>
  /** A role that has just been changed is answered for by it: where the review goes on; null: it is part of none. */
  answerByChange(deps: NotifyDeps, trx: Trx, actor: Actor, assignmentId: string): Promise<string | null>
  /** Nobody there answers any more: what waits is called off, and the roles do not stop for it. */
  callOff(deps: NotifyDeps, trx: Trx, organisationId: string, by: { personId: string; source: string }): Promise<void>
}
