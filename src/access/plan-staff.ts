/** What must change for the staff of SEB itself to be as a document says. */
import type { Selectable } from 'kysely'
import type { KnownOrganisation } from '../organisations/plan-organisations.ts'
import type { KnownService } from '../services/plan-services.ts'
import { type At, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import type { References } from '../storage/plan/references.ts'
import type { StaffAppointmentTable } from '../storage/schema.ts'
import { findRows, upsertRows } from '../storage/upsert-rows.ts'
import type { StaffDocument } from './appointments/appointment-document.ts'
import { leftAlone } from './plan-appointments.ts'

type Row = Selectable<StaffAppointmentTable>

/** An entry of `staff`, with the key of the person it is written under. */
export type WantedStaff = At<StaffDocument> & { person: string }

/** `notes` tell of appointments that were ended in SEB: they stay so, whatever the document says. */
export async function planStaff(
  deps: PlanDeps,
  wanted: readonly WantedStaff[],
  people: ReadonlyMap<string, string>,
  known: { organisations: References<KnownOrganisation>; services: References<KnownService> },
): Promise<{ plan: Plan; notes: string[] }> {
  for (const ofPerson of Map.groupBy(wanted, ({ person }) => person).values())
    reportRepeated(
      ofPerson,
      (one) => `${one.capacity} ${one.service} ${one.cvr}`,
      deps.report,
      'capacity',
      'this capacity',
    )
  const rows = await findRows(
    deps.trx,
    'staff_appointment',
    wanted.map(({ person }) => ({ person_id: people.get(person) ?? '' })),
  )
  const notes: string[] = []
  const items = wanted.flatMap(({ path, value, person }): Item<Row>[] => {
    const service = value.service === null ? null : known.services.get(value.service, [...path, 'service'])
    const organisation = value.cvr === null ? null : known.organisations.get(value.cvr, [...path, 'cvr'])
    const added: Row = {
      id: deps.ids.uuid(),
      person_id: people.get(person) ?? '',
      capacity: value.capacity,
      service_id: service?.id ?? null,
      organisation_id: organisation?.id ?? null,
      appointed_by: 'operator',
      appointed_at: deps.now,
      valid_until: null,
      ended_at: null,
    }
    const same = rows.filter((row) => keyOf(row) === keyOf(added))
    const current = same.filter((row) => row.ended_at === null).sort(longestFirst)[0]
    const label = [person, value.capacity, value.service, value.cvr].filter((part) => part !== null).join(' ')
    if (same.length > 0 && !current) {
      notes.push(`staff ${label} was ended in SEB and stays ended`)
      return []
    }
    const valid_until = leftAlone(value.until, current?.valid_until)
    return [{ label, organisationId: added.organisation_id, current, wanted: { ...(current ?? added), valid_until } }]
  })
  const { changes, rows: changed } = planItems('staff', items, (row) => ({
    capacity: row.capacity,
    until: row.valid_until,
  }))
  return { plan: { changes, write: (trx) => upsertRows(trx, 'staff_appointment', ['id'], changed) }, notes }
}

/** Somebody who was appointed anew has an appointment that is over as well. */
function longestFirst({ valid_until: one }: Row, { valid_until: other }: Row): number {
  if (one === null || other === null) return Number(other === null) - Number(one === null)
  return other.getTime() - one.getTime()
}

function keyOf(row: Row): string {
  return `${row.person_id} ${row.capacity} ${row.service_id} ${row.organisation_id}`
}
