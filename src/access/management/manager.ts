/** Who of system management does what a form asks for, and the transaction it is done in. */
import type { Context } from 'hono'
import type { AuditEvent } from '../../audit/audit-event.ts'
import type { NotifyDeps } from '../../notices/notify.ts'
import type { Db, Trx } from '../../storage/database.ts'
import { lockConfiguration } from '../../storage/lock-configuration.ts'
import type { AdminDeps, AdminEnv } from '../admin/admin-env.ts'
import { type Action, may } from '../may.ts'

export interface Manager {
  personId: string
  /** The network address it came from. */
  source: string
}

/** What every change needs besides the transaction. */
export type ChangeDeps = NotifyDeps

/** Null for whoever may not: they are told that there is no such page. */
export function managerOf(c: Context<AdminEnv>, deps: AdminDeps, action: Action): Manager | null {
  const { acting, personId } = c.get('viewer')
  return may(acting, action, {}) ? { personId, source: deps.visit(c).source } : null
}

/** Changes to what SEB knows are made one at a time, `seb apply` among them: the second of two sees what the first did. */
export function changing<Result>(db: Db, change: (trx: Trx) => Promise<Result>): Promise<Result> {
  return db.transaction().execute(async (trx) => {
    await lockConfiguration(trx)
    return change(trx)
  })
}

/** The event of something that the manager has done or read. */
export function managed(
  { personId, source }: Manager,
  event: Pick<AuditEvent, 'action' | 'organisationId' | 'object' | 'correlationId' | 'details'>,
): AuditEvent {
  return { outcome: 'success', actor: { kind: 'person', id: personId }, source, ...event }
}
