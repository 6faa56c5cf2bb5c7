/**
 * What must change for who steps in for administrators to be as a document says. A new one keeps the rules of the form
 * (`admin/away/`); what is agreed already is not asked about again, whatever has become of the two.
 */
import type { Selectable } from 'kysely'
import { writeDay } from '../base/danish-time.ts'
import type { KnownAccount } from '../people/plan-accounts.ts'
import { type At, eachAt, type Path, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import type { AdministratorAppointmentTable, StandInTable } from '../storage/schema.ts'
import { findRows } from '../storage/upsert-rows.ts'
import type { StandInDocument } from './appointments/appointment-document.ts'
import { coversPower } from './appointments/covers.ts'
import { overlap } from './appointments/stand-in-rules.ts'
import { lockAppointments } from './appointments/stand-ins.store.ts'

type Row = Selectable<StandInTable>
type AppointmentRow = Selectable<AdministratorAppointmentTable>

/** An administrator of the document, with the list of who steps in. */
export interface Absence {
  path: Path
  standIns: readonly StandInDocument[]
  account: KnownAccount
  appointment: AppointmentRow
}

type Helper = Pick<KnownAccount, 'id' | 'personId' | 'status' | 'validFrom' | 'validUntil'>

/** What is wanted of one, with what SEB has. */
interface Planned extends At<StandInDocument> {
  absence: Absence
  helper: Helper
  item: Item<Row>
}

/** The accounts of the document; not all of them where people have mistakes of their own. */
interface KnownAccounts {
  all: readonly KnownAccount[]
  incomplete: boolean
}

interface Helpers {
  of: ReadonlyMap<string, Helper>
  incomplete: boolean
}

/** `absences`: all administrators of the document. `notes` tell of what stays as it is. */
export async function planStandIns(deps: PlanDeps, absences: readonly Absence[], accounts: KnownAccounts) {
  const away = absences.filter(({ standIns }) => standIns.length > 0)
  if (away.length === 0) return { changes: [], rows: [], notes: [] }
  await lockAppointments(
    deps.trx,
    away.map(({ appointment }) => appointment.id),
  )
  const helpers = await findHelpers(deps, away, accounts)
  const held = await findRows(
    deps.trx,
    'administrator_appointment',
    [...away.map(({ account }) => account), ...helpers.of.values()].map(({ id }) => ({ account_id: id })),
  )
  const agreed = await findRows(
    deps.trx,
    'stand_in',
    held.map(({ id }) => ({ appointment_id: id })),
  )
  const appointmentsOf = Map.groupBy(held, ({ account_id }) => account_id)
  const agreedOf = Map.groupBy(agreed, ({ appointment_id }) => appointment_id)
  const notes: string[] = []
  const planned = away.flatMap((absence) => {
    const own = (appointmentsOf.get(absence.account.id) ?? []).flatMap(({ id }) => agreedOf.get(id) ?? [])
    return eachAt(absence.path, absence.standIns).flatMap((one) =>
      planOne(deps, { ...one, absence }, helpers, own, notes),
    )
  })
  for (const [{ appointment }, ofOne] of Map.groupBy(planned, ({ absence }) => absence)) {
    reportRepeated(ofOne, keyOf, deps.report, 'account', 'this account from this day')
    reportOverlaps(deps, ofOne, agreedOf.get(appointment.id) ?? [])
  }
  const powers = new Map([
    ...held.filter(({ ended_at }) => ended_at === null).map((row) => [row.account_id, row] as const),
    ...absences.map(({ account, appointment }) => [account.id, appointment] as const),
  ])
  for (const one of planned) if (isNews(one)) check(deps, one, powers.get(one.helper.id))
  const { changes, rows } = planItems(
    'stand-in',
    planned.map(({ item }) => item),
    describe,
  )
  return { changes, rows, notes }
}

/** The accounts that step in, by organisation and key: those of the document, and of the others what SEB has. */
async function findHelpers(
  { trx }: PlanDeps,
  away: readonly Absence[],
  { all, incomplete }: KnownAccounts,
): Promise<Helpers> {
  const named = away.flatMap(({ account, standIns }) =>
    standIns.map(({ account: key }) => ({ organisation_id: account.organisationId, key })),
  )
  const rows = await findRows(trx, 'account', named)
  const inSeb = rows.map(
    (row) =>
      [
        `${row.organisation_id} ${row.key}`,
        {
          ...{ id: row.id, personId: row.person_id, status: row.status },
          ...{ validFrom: row.valid_from, validUntil: row.valid_until },
        },
      ] as const,
  )
  const names = new Set(named.map(({ organisation_id, key }) => `${organisation_id} ${key}`))
  const inDocument = all
    .map((account) => [`${account.organisationId} ${account.key}`, account] as const)
    .filter(([name]) => names.has(name))
  return { of: new Map<string, Helper>([...inSeb, ...inDocument]), incomplete }
}

/** `own`: all that was ever agreed about the administrator who is away. */
function planOne(
  deps: PlanDeps,
  { path, value, absence }: At<StandInDocument> & { absence: Absence },
  helpers: Helpers,
  own: readonly Row[],
  notes: string[],
): Planned[] {
  const { account, appointment } = absence
  const helper = helpers.of.get(`${account.organisationId} ${value.account}`)
  if (!helper) {
    const text = `there is no account "${value.account}" in its organisation, in this file or in SEB`
    if (!helpers.incomplete) deps.report([...path, 'account'], text)
    return []
  }
  const same = own.filter((row) => row.stand_in_account_id === helper.id && isSame(row.valid_from, value.from))
  const current = same.find((row) => row.ended_at === null && row.appointment_id === appointment.id)
  const label = `${account.label} ${value.account} ${writeDay(value.from)}`
  if (!current) {
    const over = value.until <= deps.now
    const stopped = same.some((row) => row.ended_at !== null)
    if (!value.ended && !over && stopped) notes.push(`stand-in ${label} was stopped in SEB and stays stopped`)
    if (!value.ended && over && same.length === 0) notes.push(`stand-in ${label} is over already and was not added`)
    if (value.ended || over || stopped) return []
  }
  const wanted: Row = {
    ...(current ?? {
      ...{ id: deps.ids.uuid(), appointment_id: appointment.id, stand_in_account_id: helper.id },
      ...{ valid_from: value.from, made_by: 'operator', made_at: deps.now },
    }),
    valid_until: value.until,
    lends_rights: value.lendsRights,
    ended_at: value.ended ? deps.now : null,
  }
  return [{ path, value, absence, helper, item: { label, organisationId: account.organisationId, current, wanted } }]
}

function keyOf({ account, from }: StandInDocument): string {
  return `${account} ${from.toISOString()}`
}

function isSame(one: Date, other: Date): boolean {
  return one.getTime() === other.getTime()
}

/** Whether the document says of it what SEB has not. To call it off needs no asking. */
function isNews({ item: { current, wanted } }: Planned): boolean {
  if (wanted.ended_at !== null) return false
  return !current || current.lends_rights !== wanted.lends_rights || !isSame(current.valid_until, wanted.valid_until)
}

/** `agreed`: what SEB has of the same appointment. */
function reportOverlaps({ report }: PlanDeps, planned: readonly Planned[], agreed: readonly Row[]): void {
  const going = planned.filter(({ item }) => item.wanted.ended_at === null)
  const ids = new Set(planned.map(({ item }) => item.wanted.id))
  const left = agreed.filter(({ id, ended_at }) => ended_at === null && !ids.has(id))
  for (const [index, one] of going.entries()) {
    // Of two that are new, the later in the file is told of.
    const others = going
      .filter((other, at) => at < index || (at > index && !isNews(other)))
      .filter(({ value }) => keyOf(value) !== keyOf(one.value))
      .map(({ item }) => item.wanted)
    const taken = [...left, ...others].some((other) => overlap(daysOf(one.item.wanted), daysOf(other)))
    if (taken && isNews(one)) report([...one.path, 'from'], 'somebody steps in already in those days: end that first')
  }
}

function daysOf({ valid_from: validFrom, valid_until: validUntil }: Row) {
  return { validFrom, validUntil }
}

/** `power`: what whoever steps in may do themselves. */
function check(
  { now, report, reportUnfit }: PlanDeps,
  { path, value, absence, helper }: Planned,
  power: AppointmentRow | undefined,
): void {
  const at = [...path, 'account']
  const { account, appointment } = absence
  const begins = value.from > now ? value.from : now
  const lasts = (until: Date | null) => until === null || until > begins
  const works = helper.status === 'active' && helper.validFrom <= begins && lasts(helper.validUntil)
  const mayAsMuch = power && lasts(power.valid_until) && coversPower(powerOf(power), powerOf(appointment))
  if (helper.personId === account.personId) report(at, 'is the same person: nobody steps in for themselves')
  else if (!works) reportUnfit(at, 'is no active account when it begins')
  else if (!value.lendsRights && !mayAsMuch)
    reportUnfit(at, `may not do all that ${account.label} may: name another, or say lendsRights: true`)
}

function powerOf({ level, unit_ids: unitIds, service_ids: serviceIds }: AppointmentRow) {
  return { level, unitIds, serviceIds }
}

function describe(row: Row) {
  return {
    standIn: row.stand_in_account_id,
    from: row.valid_from,
    until: row.valid_until,
    lendsRights: row.lends_rights,
    ended: row.ended_at !== null,
  }
}
