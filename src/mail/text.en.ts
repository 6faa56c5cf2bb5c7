/** The words that every mail ends with, English. */
import type { MailText } from './text.da.ts'

export const en: MailText = {
  greeting: 'Hello {name}',
  greetingWithoutName: 'Hello',
  mark: 'SEB',
  markOf: 'The Danish health sector’s shared log-in',
  from: 'SEB, the Danish health sector’s shared log-in',
  reply:
    'Reply to this mail, and your answer becomes part of the case. Never write CPR numbers in a mail. Service desk: {phone}.',
  noReply: 'This mail was sent by a machine, and replies are not read. Service desk: {phone}, {mail}',
}
