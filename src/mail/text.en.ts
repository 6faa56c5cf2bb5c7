/** The words that every mail ends with, English. */
import type { MailText } from './text.da.ts'

export const en: MailText = {
  greeting: 'Hello {name}',
  mark: 'SEB',
  markOf: 'The Danish health sector’s shared log-in',
  from: 'SEB, the Danish health sector’s shared log-in',
  noReply: 'This mail was sent by a machine, and replies are not read. Service desk: {phone}, {mail}',
}
