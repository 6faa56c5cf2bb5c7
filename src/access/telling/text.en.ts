/** What people are told of access, English. */
import type { NoticeWords } from '../../notices/notice-kind.ts'
import type { da } from './text.da.ts'

export const en: Record<keyof typeof da, NoticeWords> = {
  'role.given': {
    subject: 'You have been given access to {service}',
    mail: '{organisation} has given you access to {service}: {roles}. It has effect the next time you log in to the service.',
    shown: '{organisation} has given you {roles} in {service}. It has effect the next time you log in to the service.',
    link: 'See your access',
  },
  'role.changed': {
    subject: 'Your access to {service} has been changed',
    mail: '{organisation} has changed what your access to {service} applies to, or for how long.',
    shown: '{organisation} has changed what {roles} in {service} applies to, or for how long.',
    link: 'See your access',
  },
  'role.withdrawn': {
    subject: 'You have lost access to {service}',
    mail: '{organisation} has taken back access to {service}: {roles}. If that is a mistake, talk to your user administrator.',
    shown: '{organisation} has taken back {roles} in {service}. If that is a mistake, talk to your user administrator.',
    link: 'See your access',
  },
  'account.suspended': {
    subject: 'Your user at {organisation} is suspended',
    mail: '{organisation} has suspended your user. You cannot log in for the organisation until your user administrator reopens it.',
    shown:
      '{organisation} has suspended your user. You cannot log in for the organisation until your user administrator reopens it.',
    link: 'See your access',
  },
  'account.reopened': {
    subject: 'Your user at {organisation} is open again',
    mail: '{organisation} has reopened your user. The roles you had have effect the next time you log in.',
    shown: '{organisation} has reopened your user. The roles you had have effect the next time you log in.',
    link: 'See your access',
  },
  'account.ended': {
    subject: 'Your user at {organisation} is closed',
    mail: '{organisation} has closed your user. You can no longer log in for the organisation. If that is a mistake, talk to your user administrator.',
    shown:
      '{organisation} has closed your user. You can no longer log in for the organisation. If that is a mistake, talk to your user administrator.',
    link: 'See your access',
  },
}
