/** What staff are told of cases, English. */
import type { NoticeWords } from '../notices/notice-kind.ts'

export const en = {
  'desk-case.opened': {
    subject: 'New case at the service desk',
    mail: 'A new case has come in. Log in to see it.',
    shown: 'Case {reference} has come in.',
    link: 'See the case',
  },
  'desk-case.urgent': {
    subject: 'Urgent: trouble with a service that is part of patient care',
    mail: 'Somebody cannot log in to {service}, which is part of patient care. Log in and take the case now.',
    shown: 'Case {reference}: somebody cannot log in to {service}, which is part of patient care.',
    link: 'See the case',
  },
  'desk-case.handed-over': {
    subject: 'The service desk asks for a chief user administrator',
    mail: 'The service desk has seen the proof of who is to be chief user administrator of {organisation}. Log in, read the case, and appoint.',
    shown: 'The service desk has seen the proof of who is to be chief user administrator of {organisation}.',
    link: 'See the case',
  },
} satisfies Record<string, NoticeWords>
