/** Somebody's absences, and who may step in for them. */
import type { Trx } from '../../../storage/database.ts'
import { coversPower } from '../../appointments/covers.ts'
import { listStandIns, type StandIn } from '../../appointments/stand-ins.store.ts'
import {
  type Administrator,
  type Appointment,
  findAdministrator,
  findCandidates,
  listAdministrators,
} from '../administrators/administrators.store.ts'

export interface Absentee extends Administrator {
  appointment: Appointment
}

export interface Away {
  absentee: Absentee
  standIns: StandIn[]
  /** Administrators first. */
  choices: Administrator[]
}

/** Null for whoever is no administrator. A chief may name anybody at work; others only one who may do as much already. */
export async function findAway(
  trx: Trx,
  asked: { accountId: string; byChief: boolean; search: string; now: Date },
): Promise<Away | null> {
  const { now, byChief } = asked
  const absentee = await findAdministrator(trx, asked.accountId, now)
  const appointment = absentee?.appointment
  if (!absentee || !appointment) return null
  const administrators = (await listAdministrators(trx, now)).filter(
    (other) => other.active && (byChief || (other.appointment && coversPower(other.appointment, appointment))),
  )
  const found = byChief && asked.search !== '' ? await findCandidates(trx, asked.search, now) : []
  return {
    absentee: { ...absentee, appointment },
    standIns: await listStandIns(trx, appointment.id, now),
    // Nobody steps in for themselves, with another account neither.
    choices: [...administrators, ...found].filter(({ personId }) => personId !== absentee.personId),
  }
}

/** One who may be named although they are not among the choices: a chief found them in a search of their own. */
export async function findNamed(trx: Trx, accountId: string, absentee: Absentee, now: Date): Promise<string | null> {
  const named = await findAdministrator(trx, accountId, now)
  return named?.active && named.personId !== absentee.personId ? named.accountId : null
}
