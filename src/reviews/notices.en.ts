/** What people are told of periodic control, English. */
import type { NoticeWords } from '../notices/notice-kind.ts'
import type { da } from './notices.da.ts'

export const en: Record<keyof typeof da, NoticeWords> = {
  'review.begun': {
    subject: 'Periodic review at {organisation}',
    mail: 'Review the roles given at {organisation} by {deadline}. Number of roles: {count}. What is unusual comes first; the rest can be confirmed at once. Roles that nobody has answered for stop.',
    shown:
      'Review the roles given at {organisation} by {deadline}. Number of roles: {count}. What is unusual comes first; the rest can be confirmed at once. Roles that nobody has answered for stop.',
    link: 'Go to the review',
  },
  'review.reminder': {
    subject: 'The periodic review at {organisation} lacks answers',
    mail: 'Roles given at {organisation} lack an answer. Number of roles: {count}. They stop if nobody has answered when the deadline passes on {deadline}.',
    shown:
      'Roles given at {organisation} lack an answer. Number of roles: {count}. They stop if nobody has answered when the deadline passes on {deadline}.',
    link: 'Go to the review',
  },
  'review.unanswered': {
    subject: 'Roles at {organisation} have stopped unanswered',
    mail: 'Roles given at {organisation} have stopped, since nobody answered the periodic review in time. Number of roles: {count}. Keep those that are still needed, and they have effect again.',
    shown:
      'Roles given at {organisation} have stopped, since nobody answered the periodic review in time. Number of roles: {count}. Keep those that are still needed, and they have effect again.',
    link: 'Go to the review',
  },
  'role.stopped': {
    subject: 'Your access to {service} has stopped',
    mail: 'Nobody at {organisation} has confirmed your access to {service} in the periodic review: {roles}. If you still need it, talk to your user administrator.',
    shown:
      'Nobody at {organisation} has confirmed {roles} in {service} in the periodic review. If you still need the access, talk to your user administrator.',
    link: 'See your access',
  },
}
