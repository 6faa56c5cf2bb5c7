/** The words of notices whatever their kind, English. */
import type { NoticeText } from './text.da.ts'

export const en: NoticeText = {
  why: {
    employee: 'You get this mail because you are a user at {organisation}.',
    administrator: 'You get this mail because you are an administrator at {organisation}.',
    staff: 'You get this mail because you work with SEB.',
  },
  settings: 'You choose what you get mail about: {address}',
  topics: {
    'own-access': 'Your access is given, changed or taken back',
    'own-requests': 'Answers to what you have asked for',
    endings: 'Access that ends soon',
    'to-decide': 'Requests that wait for you',
    employees: 'What others do with the access of employees',
    reviews: 'Reviews for you to answer',
    administration: 'Administrators and services',
    services: 'Changes to services',
    organisations: 'Organisations and their administrators',
    operation: 'Operation of SEB',
  },
  digest: {
    subject: '{count} new messages in SEB',
    subjectOne: 'One new message in SEB',
    lead: 'This has happened since you last got the gathered mail:',
    link: 'Read them in SEB',
    why: 'You get this mail at 07:00 when there is something that you have chosen to have gathered.',
  },
}
