/**
 * Tells employees and their administrators of roles and accounts that end in 30, 7 and 1 days, once for each, however late or often it
 * runs. It decides nothing: what has a last day ends by itself.
 */
import type { Job } from '../../base/run-jobs.ts'
import { type Administrator, administers } from '../../notices/administrators.ts'
import { type Notice, notice } from '../../notices/notice-kind.ts'
import { type NotifyDeps, notify } from '../../notices/notify.ts'
import { findAdministrators } from '../../notices/recipients.store.ts'
import type { Db } from '../../storage/database.ts'
import { adminPaths, extendAccountPath, extendRolePath } from '../admin/admin-paths.ts'
import { extendOwnRolePath, minePaths } from '../mine/mine-paths.ts'
import { accessNotices } from '../telling/access-notices.ts'
import { claimEndings, type Ending, findEndings } from './endings.store.ts'

export type WarnEndingsDeps = NotifyDeps & { db: Db }

const atOnce = 1000
/** A run ends soon, since a SEB that is told to stop waits for it. */
const mostSteps = 20
/** An administrator gets a message each for so many, and one for more. */
const mostSingly = 3

export function warnEndingsJob(deps: WarnEndingsDeps): Job {
  return { name: 'warn-endings', everySeconds: 600, run: () => warnEndings(deps) }
}

export async function warnEndings(deps: WarnEndingsDeps): Promise<void> {
  const now = deps.clock.now()
  for (let step = 0; step < mostSteps; step++) {
    const found = await findEndings(deps.db, now, atOnce)
    const ofOrganisation = Map.groupBy(found, ({ organisationId }) => organisationId)
    for (const [organisationId, some] of ofOrganisation) await warn(deps, organisationId, some)
    if (found.length < atOnce) return
  }
}

async function warn(deps: WarnEndingsDeps, organisationId: string, found: readonly Ending[]): Promise<void> {
  const now = deps.clock.now()
  await deps.db.transaction().execute(async (trx) => {
    const endings = await claimEndings(trx, found, now)
    const asking = { audience: 'administrator', topic: 'endings', now } as const
    const administrators = await findAdministrators(trx, [organisationId], asking)
    await notify(deps, trx, [
      ...endings.map(toEmployee),
      ...administrators.flatMap((administrator) => toAdministrator(administrator, organisationId, endings)),
    ])
  })
}

const lastDay = ({ until }: Ending) => new Date(until.getTime() - 1)

function toEmployee(ending: Ending): Notice {
  const { id, organisationId, accountId, serviceId, roleId } = ending
  const about = { toAccountIds: [accountId], organisationId, facts: { last: lastDay(ending) } }
  if (serviceId === null || roleId === null)
    return notice(accessNotices['account.ending'], { ...about, path: minePaths.home })
  return notice(accessNotices['role.ending'], { ...about, serviceId, roleIds: [roleId], path: extendOwnRolePath(id) })
}

function toAdministrator(administrator: Administrator, organisationId: string, endings: readonly Ending[]): Notice[] {
  const mine = endings.filter(
    ({ accountId, unitId, serviceId }) =>
      // Somebody's own access is another administrator's to extend.
      accountId !== administrator.accountId &&
      administers(administrator, { unitId, ...(serviceId !== null && { serviceId }) }),
  )
  const to = { toPersonIds: [administrator.personId], organisationId }
  const [first] = mine
  if (first && mine.length > mostSingly) {
    const path = `${adminPaths.employees}?status=${mine.some(({ kind }) => kind === 'account') ? 'account-ending' : 'roles-ending'}`
    const facts = { count: mine.length, last: lastDay(first) }
    return [notice(accessNotices['endings.many'], { ...to, path, facts })]
  }
  return mine.map((ending) => {
    const { id, accountId, serviceId, roleId } = ending
    const about = { ...to, subjectAccountId: accountId, facts: { last: lastDay(ending) } }
    return serviceId === null || roleId === null
      ? notice(accessNotices['account.ending-of'], { ...about, path: extendAccountPath(accountId) })
      : notice(accessNotices['role.ending-of'], {
          ...about,
          serviceId,
          roleIds: [roleId],
          path: extendRolePath(accountId, roleId, id),
        })
  })
}
