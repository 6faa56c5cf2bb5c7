/** All rights of accounts, over every service, each with the service and the organisation's grant of it: one query. */
import { sql } from 'kysely'
import type { Db, Trx } from '../../storage/database.ts'
import { assignmentOf, selectAssignments } from './door.store.ts'
import type { AssignmentAtTheDoor, GrantAtTheDoor } from './role-at-the-door.ts'

export interface Right {
  assignment: AssignmentAtTheDoor
  service: { id: string; nameDa: string; nameEn: string; lowestAssurance: 'Low' | 'Substantial' | 'High' }
  grant: GrantAtTheDoor | null
}

/** By service and role. Those without effect are among them: explain/explain-right.ts says why. */
export async function findRights(db: Db | Trx, accountIds: readonly string[]): Promise<Right[]> {
  if (accountIds.length === 0) return []
  const rows = await selectAssignments(db)
    .innerJoin('service', 'service.id', 'role_assignment.service_id')
    .innerJoin('account', 'account.id', 'role_assignment.account_id')
    .leftJoin('service_grant', (join) =>
      join
        .onRef('service_grant.organisation_id', '=', 'account.organisation_id')
        .onRef('service_grant.service_id', '=', 'role_assignment.service_id'),
    )
    .select([
      'service.id as service_id',
      'service.name_da as service_name_da',
      'service.name_en as service_name_en',
      'service.lowest_assurance as service_assurance',
      'service_grant.id as grant_id',
      'service_grant.valid_from as grant_from',
      'service_grant.valid_until as grant_until',
      'service_grant.role_ids as grant_role_ids',
      'service_grant.ceilings as grant_ceilings',
    ])
    .where(sql<boolean>`role_assignment.account_id = any(${sql.val([...accountIds])}::uuid[])`)
    .orderBy('service.name_da')
    .orderBy('role.key')
    .orderBy('role_assignment.key')
    .execute()
  return rows.map((row) => ({
    assignment: assignmentOf(row),
    service: {
      id: row.service_id,
      nameDa: row.service_name_da,
      nameEn: row.service_name_en,
      lowestAssurance: row.service_assurance,
    },
    grant:
      row.grant_id && row.grant_from
        ? {
            id: row.grant_id,
            validFrom: row.grant_from,
            validUntil: row.grant_until,
            roleIds: row.grant_role_ids,
            ceilings: row.grant_ceilings as GrantAtTheDoor['ceilings'],
          }
        : null,
  }))
}
