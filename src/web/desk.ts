/** The service desk every page points to, as published in the guide to SEB. */
export type Desk = {
  /** As people read it: `33 32 39 00`. */
  readonly phone: string
  /** As a telephone dials it: `+4533323900`. */
  readonly phoneLink: string
  readonly mail: string
  /** Open only for incidents on services that patient care hangs on, outside the desk's hours. */
  readonly onCallPhone: string
  readonly onCallPhoneLink: string
}

export const serviceDesk: Desk = {
  phone: '33 32 39 00',
  phoneLink: '+4533323900',
  mail: 'servicedesk@sundhedsdata.dk',
  onCallPhone: '44 22 80 75',
  onCallPhoneLink: '+4544228075',
}
