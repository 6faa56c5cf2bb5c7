/** Names who steps in while an administrator is away, and takes it back: the change and its audit event in one transaction. */
import { recordEvents } from '../../../audit/record-events.ts'
import { notice } from '../../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../../notices/notify.ts'
import type { Trx } from '../../../storage/database.ts'
import { endStandIn, insertStandIn, lockAppointments } from '../../appointments/stand-ins.store.ts'
import { accessNotices } from '../../telling/access-notices.ts'
import type { Actor } from '../actor.ts'
import { adminPaths } from '../admin-paths.ts'
import { readId } from '../employees/employee.store.ts'
import { lastDay } from '../employees/last-day.ts'
import { type Away, findAway, findNamed } from './away.store.ts'
import { checkStandIn, type FieldMistake, type TypedStandIn } from './check-stand-in.ts'

export interface NamedFor {
  accountId: string
  /** Whoever may appoint may lend what the absent one may do. */
  byChief: boolean
}

/** `standInId` was chosen when the form was shown: sent twice, it is one. Null: not found. */
export async function nameStandIn(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  wanted: NamedFor & { standInId: string; typed: TypedStandIn },
): Promise<{ away: Away; mistakes: FieldMistake[] } | null> {
  const now = deps.clock.now()
  const { accountId, byChief, standInId, typed } = wanted
  const before = await findAway(trx, { accountId, byChief, search: '', now })
  if (!before) return null
  await lockAppointments(trx, [before.absentee.appointment.id])
  const away = await findAway(trx, { accountId, byChief, search: '', now })
  if (!away) return null
  if (away.standIns.some(({ id }) => id === standInId)) return { away, mistakes: [] }
  const namedId = byChief ? readId(typed.standIn) : null
  const named = namedId && (await findNamed(trx, namedId, away.absentee, now))
  const choices = [...away.choices.map((choice) => choice.accountId), ...(named ? [named] : [])]
  const checking = checkStandIn(typed, { now, choices, others: away.standIns })
  if ('mistakes' in checking) return { away, mistakes: checking.mistakes }
  const { standIn } = checking
  const inserted = await insertStandIn(
    trx,
    {
      id: standInId,
      appointmentId: away.absentee.appointment.id,
      ...standIn,
      lendsRights: byChief,
      madeBy: actor.personId,
    },
    now,
  )
  if (inserted) {
    const { validFrom: from, validUntil: until } = standIn
    const details = { standIn: standIn.accountId, from, until, lendsRights: byChief }
    await record(deps, trx, actor, 'stand-in.named', { accountId, details })
    const about = aboutOf(actor, { accountId, standIn: standIn.accountId })
    await notify(deps, trx, [
      notice(accessNotices['stand-in.named'], { ...about, facts: { from, until: lastDay(until) } }),
    ])
  }
  return { away, mistakes: [] }
}

/** False: not found. Asked twice, it happens once. */
export async function stopStandIn(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  { accountId, byChief, standInId }: NamedFor & { standInId: string },
): Promise<boolean> {
  const now = deps.clock.now()
  const away = await findAway(trx, { accountId, byChief, search: '', now })
  if (!away) return false
  const ended = await endStandIn(trx, { id: standInId, appointmentId: away.absentee.appointment.id, now })
  if (ended) {
    await record(deps, trx, actor, 'stand-in.ended', { accountId, details: { standIn: ended.accountId } })
    const about = aboutOf(actor, { accountId, standIn: ended.accountId })
    await notify(deps, trx, [notice(accessNotices['stand-in.ended'], about)])
  }
  return true
}

/** The stand-in is told, for whom. */
function aboutOf({ acting, personId }: Actor, { accountId, standIn }: { accountId: string; standIn: string }) {
  return {
    toAccountIds: [standIn],
    organisationId: acting.organisation.id,
    subjectAccountId: accountId,
    path: adminPaths.chooseCapacity,
    exceptPersonId: personId,
  }
}

async function record(
  deps: NotifyDeps,
  trx: Trx,
  actor: Actor,
  action: 'stand-in.named' | 'stand-in.ended',
  { accountId, details }: { accountId: string; details: Record<string, unknown> },
): Promise<void> {
  await recordEvents(deps, trx, [
    {
      action,
      outcome: 'success',
      actor: { kind: 'person', id: actor.personId },
      organisationId: actor.acting.organisation.id,
      object: { kind: 'account', id: accountId },
      source: actor.source,
      details,
    },
  ])
}
