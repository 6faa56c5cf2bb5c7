/** Organisations with their units, as the document of `seb apply` writes them. */
import { sql } from 'kysely'
import type { Trx } from '../storage/database.ts'
import { by } from '../storage/plan/in-order.ts'
import { reviewsOf } from './reviews-of.ts'

/** All of them, or only the one with this id. */
export async function exportOrganisations(trx: Trx, only: string | null) {
  const organisations = await trx
    .selectFrom('organisation')
    .leftJoin('organisation as successor', 'successor.id', 'organisation.merged_into')
    .selectAll('organisation')
    .select('successor.cvr as successor_cvr')
    .where(only === null ? sql.lit(true) : sql<boolean>`organisation.id = ${only}`)
    .execute()
  const units = Map.groupBy(await readUnits(trx, only), (unit) => unit.organisation_id)
  return organisations.sort(by(({ cvr }) => cvr)).map((row) => ({
    cvr: row.cvr,
    name: row.name,
    kind: row.kind,
    status: row.status,
    mergedInto: row.successor_cvr ?? undefined,
    allowsPrivateLogIn: row.allows_private_log_in,
    tellsNames: row.tells_names,
    takesRequests: row.takes_requests,
    chiefsAskForServices: row.chiefs_ask_for_services,
    allowsNoMail: row.allows_no_mail,
    escalateAfterDays: row.escalate_after_days,
    reviews: reviewsOf(row),
    units: (units.get(row.id) ?? []).sort(by((unit) => unit.key)).map((unit) => ({
      key: unit.key,
      parent: unit.parent_key,
      name: unit.name,
      sor: unit.sor,
      pNumber: unit.p_number,
      ydernummer: unit.ydernummer,
      municipality: unit.municipality_code,
      region: unit.region_code,
      closed: unit.closed_at !== null,
    })),
  }))
}

function readUnits(trx: Trx, organisationId: string | null) {
  return trx
    .selectFrom('unit')
    .leftJoin('unit as parent', 'parent.id', 'unit.parent_id')
    .selectAll('unit')
    .select('parent.key as parent_key')
    .where(organisationId === null ? sql.lit(true) : sql<boolean>`unit.organisation_id = ${organisationId}`)
    .execute()
}
