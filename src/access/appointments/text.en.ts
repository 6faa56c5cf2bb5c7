/** The words to organisations that lose their last chief administrator, English. */
import type { OrphanText } from './text.da.ts'

export const en: OrphanText = {
  none: {
    subject: '{organisation} has no chief user administrator in SEB',
    what: '{organisation} no longer has a chief user administrator who can log in.',
    effect:
      'The roles that have been given still have effect. But nobody can appoint administrators until you have a chief user administrator again.',
    next: 'Call the service desk on {phone} and say who is to be chief user administrator.',
  },
  ending: {
    subject: '{organisation} is about to lose its last chief user administrator in SEB',
    what: 'The last chief user administrator of {organisation} has access only until the end of {date}.',
    effect: 'After that nobody can appoint administrators. Appoint one more before then.',
    link: 'See the administrators of the organisation',
    otherwise:
      'Only a chief user administrator can appoint. If none can do so in time, call the service desk on {phone}.',
  },
  why: 'You get this mail because you are an administrator, security officer or authorised signatory of {organisation}.',
}
