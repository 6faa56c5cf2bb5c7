/** The service desk every page points to: by the settings, whose defaults are what the guide to SEB publishes. */
import { type Config, namesIn, settings } from '../base/config.ts'
import { type Opening, readWeekHours } from '../base/opening-hours.ts'

export type Desk = {
  /** As people read it: `33 32 39 00`. */
  readonly phone: string
  readonly mail: string
  /** Where SEB itself receives mail about cases: with the case’s number before the @. Null: nowhere. */
  readonly caseMail: string | null
  /** Only for incidents, outside the desk's hours, on services that patient care hangs on. */
  readonly onCallPhone: string
  /** The names of those services: FMK-Online, Sundhed.dk. */
  readonly onCallServices: readonly string[]
  readonly phoneHours: Opening
  readonly mailHours: Opening
}

type DeskSettings = Pick<
  Config,
  | 'DESK_PHONE'
  | 'DESK_MAIL'
  | 'DESK_CASE_MAIL'
  | 'DESK_PHONE_HOURS'
  | 'DESK_MAIL_HOURS'
  | 'DESK_CLOSED_DAYS'
  | 'DESK_ON_CALL_PHONE'
  | 'DESK_ON_CALL_SERVICES'
>

export function deskOf(config: DeskSettings): Desk {
  const closedDays = namesIn(config.DESK_CLOSED_DAYS)
  const opening = (hours: string): Opening => ({ week: readWeekHours(hours) ?? [], closedDays })
  return {
    phone: config.DESK_PHONE,
    mail: config.DESK_MAIL,
    caseMail: config.DESK_CASE_MAIL ?? null,
    onCallPhone: config.DESK_ON_CALL_PHONE,
    onCallServices: namesIn(config.DESK_ON_CALL_SERVICES),
    phoneHours: opening(config.DESK_PHONE_HOURS),
    mailHours: opening(config.DESK_MAIL_HOURS),
  }
}

/** The desk when nothing is set. */
export const serviceDesk: Desk = deskOf(settings.parse({}))
