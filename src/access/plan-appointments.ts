/** What must change for the administrators and functions of organisations to be as a document says. */
import type { Selectable } from 'kysely'
import type { KnownOrganisation } from '../organisations/plan-organisations.ts'
import type { KnownAccount } from '../people/plan-accounts.ts'
import type { KnownService } from '../services/plan-services.ts'
import type { Trx } from '../storage/database.ts'
import { type At, type Path, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import type { References } from '../storage/plan/references.ts'
import type { AdministratorAppointmentTable, OrganisationFunctionTable } from '../storage/schema.ts'
import { findRows, upsertRows } from '../storage/upsert-rows.ts'
import type { AdministratorDocument, FunctionsDocument } from './appointments/appointment-document.ts'
import { type Absence, planStandIns } from './plan-stand-ins.ts'

type AppointmentRow = Selectable<AdministratorAppointmentTable>
type FunctionRow = Selectable<OrganisationFunctionTable>

interface AppointedDocument {
  cvr: string
  administrator?: AdministratorDocument | undefined
  functions: FunctionsDocument
}

export type WantedAppointments = At<AppointedDocument> & { account: KnownAccount }

interface Known {
  organisations: References<KnownOrganisation>
  services: References<KnownService>
}

/** Who steps in for administrators stands with them. `notes` tell of appointments that were ended in SEB: they stay so, whatever the document says. */
export async function planAppointments(
  deps: PlanDeps,
  wanted: readonly WantedAppointments[],
  known: Known & { people: { incomplete: boolean } },
): Promise<{ plan: Plan; notes: string[] }> {
  const administrators = await planAdministrators(deps, wanted, known)
  const standIns = await planStandIns(deps, administrators.absences, {
    all: wanted.map(({ account }) => account),
    ...known.people,
  })
  const functions = await planFunctions(deps, wanted)
  return {
    plan: {
      changes: [...administrators.changes, ...standIns.changes, ...functions.changes],
      write: async (trx) => {
        await upsertRows(trx, 'administrator_appointment', ['id'], administrators.rows)
        await upsertRows(trx, 'stand_in', ['id'], standIns.rows)
        await upsertRows(trx, 'organisation_function', ['id'], functions.rows)
      },
    },
    notes: [...administrators.notes, ...standIns.notes, ...functions.notes],
  }
}

async function planAdministrators(deps: PlanDeps, wanted: readonly WantedAppointments[], known: Known) {
  const rows = await findRows(
    deps.trx,
    'administrator_appointment',
    wanted.flatMap(({ account, value }) => (value.administrator ? [{ account_id: account.id }] : [])),
  )
  const keys = await limitKeys(deps.trx, rows)
  const notes: string[] = []
  const absences: Absence[] = []
  const items = wanted.flatMap(({ path, value, account }): Item<AppointmentRow>[] => {
    const { administrator } = value
    if (!administrator) return []
    const at = [...path, 'administrator']
    const units = known.organisations.get(value.cvr, [...path, 'cvr'])?.units
    const unitIds = idsOf(administrator.units, [...at, 'units'], keys, (key, where) => units?.get(key, where))
    const serviceIds = idsOf(
      administrator.services,
      [...at, 'services'],
      keys,
      (key, where) => known.services.get(key, where)?.id,
    )
    const { current, ended } = currentOf(rows, account)
    if (ended) {
      notes.push(`administrator ${account.label} was removed in SEB and stays removed`)
      return []
    }
    const appointment: AppointmentRow = {
      ...(current ?? newAppointment(deps, account)),
      level: administrator.level,
      unit_ids: unitIds,
      service_ids: serviceIds,
      valid_until: leftAlone(administrator.until, current?.valid_until),
      reason: administrator.reason ?? current?.reason ?? '',
    }
    absences.push({ path: [...at, 'standIns'], standIns: administrator.standIns, account, appointment })
    return [{ label: account.label, organisationId: account.organisationId, current, wanted: appointment }]
  })
  const keysOf = (ids: readonly string[] | null) => ids?.map((id) => keys.get(id) ?? id).sort() ?? null
  const planned = planItems('administrator', items, (row) => ({
    level: row.level,
    units: keysOf(row.unit_ids),
    services: keysOf(row.service_ids),
    until: row.valid_until,
    reason: row.reason,
  }))
  return { ...planned, notes, absences }
}

/** An end that the document says, or else the one that it has. */
export function leftAlone(until: Date | null | undefined, current: Date | null | undefined): Date | null {
  return until === undefined ? (current ?? null) : until
}

function newAppointment(
  { ids, now }: PlanDeps,
  account: KnownAccount,
): Omit<AppointmentRow, 'level' | 'valid_until' | 'reason'> {
  return {
    id: ids.uuid(),
    account_id: account.id,
    unit_ids: null,
    service_ids: null,
    appointed_by: 'operator',
    appointed_at: now,
    ended_at: null,
  }
}

/** Remembers each key by its id as well, for the description of the change. */
function idsOf(
  keys: readonly string[] | null,
  path: Path,
  known: Map<string, string>,
  find: (key: string, path: Path) => string | null | undefined,
): string[] | null {
  if (keys === null) return null
  return keys.flatMap((key, index) => {
    const id = find(key, [...path, index])
    if (id) known.set(id, key)
    return id ? [id] : []
  })
}

async function limitKeys(trx: Trx, rows: readonly AppointmentRow[]): Promise<Map<string, string>> {
  const named = (ids: (row: AppointmentRow) => string[] | null) =>
    rows.flatMap((row) => ids(row)?.map((id) => ({ id })) ?? [])
  const units = await findRows(
    trx,
    'unit',
    named((row) => row.unit_ids),
  )
  const services = await findRows(
    trx,
    'service',
    named((row) => row.service_ids),
  )
  return new Map([...units, ...services].map(({ id, key }) => [id, key]))
}

async function planFunctions(deps: PlanDeps, wanted: readonly WantedAppointments[]) {
  const named = wanted.flatMap(({ path, value, account }) => {
    const functions = value.functions.map((name) => ({ path: [...path, 'functions'], value: name, account }))
    reportRepeated(functions, (name) => name, deps.report, '', 'this function')
    return functions
  })
  const rows = await findRows(
    deps.trx,
    'organisation_function',
    named.map(({ account, value }) => ({ account_id: account.id, function: value })),
  )
  const notes: string[] = []
  const items = named.flatMap(({ account, value }): Item<FunctionRow>[] => {
    const label = `${account.label} ${value}`
    const { current, ended } = currentOf(
      rows.filter((row) => row.function === value),
      account,
    )
    if (ended) notes.push(`function ${label} was ended in SEB and stays ended`)
    if (ended) return []
    const added: FunctionRow = {
      id: deps.ids.uuid(),
      account_id: account.id,
      function: value,
      appointed_by: 'operator',
      appointed_at: deps.now,
      ended_at: null,
    }
    return [{ label, organisationId: account.organisationId, current, wanted: current ?? added }]
  })
  return { ...planItems('function', items, (row) => ({ function: row.function })), notes }
}

function currentOf<Row extends { account_id: string; ended_at: Date | null }>(
  rows: readonly Row[],
  account: KnownAccount,
): { current: Row | undefined; ended: boolean } {
  const own = rows.filter((row) => row.account_id === account.id)
  const current = own.find((row) => row.ended_at === null)
  return { current, ended: own.length > 0 && !current }
}
