/** What must change for accounts to be as a document says. */
import type { Selectable } from 'kysely'
import type { KnownOrganisation } from '../organisations/plan-organisations.ts'
import { type At, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import type { References } from '../storage/plan/references.ts'
import type { AccountTable } from '../storage/schema.ts'
import { findRows, upsertRows } from '../storage/upsert-rows.ts'
import type { AccountDocument } from './person-document.ts'
import { wantedDates } from './plan-people.ts'

type Row = Omit<Selectable<AccountTable>, 'last_log_in_at' | 'name_key'>

/** An account in the document, with the key of the person it is written under. */
export type WantedAccount = At<AccountDocument> & { person: string }

export interface KnownAccount {
  id: string
  label: string
  key: string
  organisationId: string
  personId: string
  status: Row['status']
  validFrom: Date
  validUntil: Date | null
}

/** `of` gives the row that an account in the document is or becomes. */
export async function planAccounts(
  deps: PlanDeps,
  wanted: readonly WantedAccount[],
  people: ReadonlyMap<string, string>,
  organisations: References<KnownOrganisation>,
): Promise<{ plan: Plan; of(account: WantedAccount): KnownAccount | null }> {
  reportRepeated(wanted, ({ cvr, key }) => `${cvr} ${key}`, deps.report, 'key', 'this key')
  const placed = wanted.flatMap((account) => {
    const organisation = organisations.get(account.value.cvr, [...account.path, 'cvr'])
    return organisation ? [{ account, organisation }] : []
  })
  const rows = await findRows(
    deps.trx,
    'account',
    placed.map(({ account, organisation }) => ({ organisation_id: organisation.id, key: account.value.key })),
  )
  const current = new Map(rows.map((row) => [`${row.organisation_id} ${row.key}`, row]))
  const units = await unitKeys(deps, rows)
  const known = new Map<WantedAccount, KnownAccount>()
  const items = placed.map(({ account, organisation }): Item<Row> => {
    const { path, value } = account
    const row = current.get(`${organisation.id} ${value.key}`)
    const personId = people.get(account.person) ?? ''
    if (row && row.person_id !== personId) deps.report([...path, 'key'], 'is the account of another person')
    const unitId = value.unit === null ? null : organisation.units.get(value.unit, [...path, 'unit'])
    if (unitId && value.unit) units.set(unitId, value.unit)
    const wantedRow: Row = {
      id: row?.id ?? deps.ids.uuid(),
      person_id: personId,
      organisation_id: organisation.id,
      unit_id: unitId,
      key: value.key,
      professional_uuid:
        value.professionalUuid === undefined ? (row?.professional_uuid ?? null) : value.professionalUuid,
      rid: value.rid === undefined ? (row?.rid ?? null) : value.rid,
      status: value.status,
      ...wantedDates(deps, path, value, row),
      hours: value.hours === undefined ? (row?.hours ?? null) : value.hours,
      created_at: row?.created_at ?? deps.now,
    }
    const label = `${value.cvr}/${value.key}`
    known.set(account, {
      ...{ id: wantedRow.id, label, key: value.key, organisationId: organisation.id, personId },
      ...{ status: value.status, validFrom: wantedRow.valid_from, validUntil: wantedRow.valid_until },
    })
    return { label, organisationId: organisation.id, current: row, wanted: wantedRow }
  })
  for (const [column, field] of [['professional_uuid', 'professionalUuid'] as const, ['rid', 'rid'] as const])
    await reportTaken(deps, column, field, placed, items)
  const { changes, rows: changed } = planItems('account', items, (row) => describe(row, units))
  return {
    plan: { changes, write: (trx) => upsertRows(trx, 'account', ['id'], changed) },
    of: (account) => known.get(account) ?? null,
  }
}

async function unitKeys({ trx }: PlanDeps, accounts: readonly Row[]): Promise<Map<string, string>> {
  const ids = accounts.flatMap((row) => (row.unit_id ? [{ id: row.unit_id }] : []))
  return new Map((await findRows(trx, 'unit', ids)).map(({ id, key }) => [id, key]))
}

/** A UUID or RID number names one account in an organisation. */
async function reportTaken(
  deps: PlanDeps,
  column: 'professional_uuid' | 'rid',
  field: 'professionalUuid' | 'rid',
  placed: readonly { account: WantedAccount }[],
  items: readonly Item<Row>[],
): Promise<void> {
  const nameOf = (row: Row) => `${row.organisation_id} ${row[column]}`
  const named = items.flatMap((item, index) => {
    const path = placed[index]?.account.path
    return path && item.wanted[column] ? [{ path, value: item.wanted }] : []
  })
  reportRepeated(named, nameOf, deps.report, field, 'this value')
  const rows = await findRows(
    deps.trx,
    'account',
    named.map(({ value }) => ({ organisation_id: value.organisation_id, [column]: value[column] })),
  )
  const owners = new Map(rows.map((row) => [nameOf(row), row]))
  const rewritten = new Set(items.map((item) => item.wanted.id))
  for (const { path, value } of named) {
    const owner = owners.get(nameOf(value))
    if (owner && owner.id !== value.id && !rewritten.has(owner.id))
      deps.report([...path, field], `belongs to account "${owner.key}"`)
  }
}

function describe(row: Row, units: ReadonlyMap<string, string>) {
  return {
    unit: row.unit_id && units.get(row.unit_id),
    professionalUuid: row.professional_uuid,
    rid: row.rid,
    status: row.status,
    from: row.valid_from,
    until: row.valid_until,
    hours: row.hours,
  }
}
