/** An account (brugerkonto): a person in an organisation, and everything about it that a log-in depends on. */
import { holdsAt, type WeeklyHours } from '../base/weekly-hours.ts'

export interface AccountUnit {
  id: string
  name: string
  sor: string | null
  pNumber: string | null
  ydernummer: string | null
}

export interface AccountAtTheDoor {
  id: string
  personId: string
  status: 'requested' | 'active' | 'suspended' | 'ended'
  validFrom: Date
  validUntil: Date | null
  /** The hours of the week it holds in; null: always. */
  hours?: readonly WeeklyHours[] | null
  professionalUuid: string | null
  rid: string | null
  key: string
  organisation: {
    id: string
    cvr: string
    name: string
    status: 'applied' | 'active' | 'closed'
    allowsPrivateLogIn: boolean
  }
  unit: AccountUnit | null
}

export interface LastLogIn {
  /** To the hour; null when it has never been used. */
  lastLogInAt: Date | null
}

/** An account has effect while it is active and within its dates (domain model, invariant 1). */
export function accountIsActive(account: AccountAtTheDoor, now: Date): boolean {
  return (
    account.status === 'active' && account.validFrom <= now && (account.validUntil === null || now < account.validUntil)
  )
}

/** Whether it can be logged in to now: active, and within its hours of the week. */
export function accountIsOpen(account: AccountAtTheDoor, now: Date): boolean {
  return accountIsActive(account, now) && holdsAt(account.hours, now)
}

const hour = 3_600_000

/** Administration asks for days, so a busy account is not written at every log-in. */
export function logInIsNews(lastAt: Date | null, now: Date): boolean {
  return lastAt === null || now.getTime() - lastAt.getTime() >= hour
}
