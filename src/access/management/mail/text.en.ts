/** The words about mails that could not be delivered, English. */
import type { MailTroubleText } from './text.da.ts'

export const en: MailTroubleText = {
  title: 'Mails that did not arrive',
  lead: 'The last 30 days. Who a mail is to and what it says cannot be seen.',
  none: 'Every mail has arrived.',
  noneNext: 'You will see here when the mail server does not take a mail, or does not answer.',
  what: 'What',
  kinds: {
    'status-subscription.asked': 'Yes to operational messages by mail',
    'invitation.sent': 'Invitation of an employee',
    'organisation.chief-ending': 'Warning: about to lose its last chief user administrator',
    'notices.digest': 'The gathered mail in the morning',
    'organisation.without-chief': 'Warning: has no chief user administrator',
  },
  organisation: 'Organisation',
  seb: 'SEB',
  at: 'Written',
  state: 'How it stands',
  givenUp: 'Given up, attempts: {attempts}',
  again: 'Tried again {time}, attempts until now: {attempts}',
  answer: 'Answer of the mail server',
}
