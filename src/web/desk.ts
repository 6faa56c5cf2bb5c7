/** The service desk every page points to, as published in the guide to SEB. */
import type { Config } from '../base/config.ts'

export type Desk = {
  /** As people read it: `33 32 39 00`. */
  readonly phone: string
  readonly mail: string
  /** Only for incidents, outside the desk's hours, on services that patient care hangs on. */
  readonly onCallPhone: string
}

export const serviceDesk: Desk = {
  phone: '33 32 39 00',
  mail: 'servicedesk@sundhedsdata.dk',
  onCallPhone: '44 22 80 75',
}

/** With what the settings say instead. */
export function deskOf({ DESK_PHONE, DESK_MAIL }: Config): Desk {
  return { ...serviceDesk, phone: DESK_PHONE, mail: DESK_MAIL }
}
