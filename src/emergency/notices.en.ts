/** What people are told of emergency access, English. */
import type { NoticeWords } from '../notices/notice-kind.ts'
import type { da } from './notices.da.ts'

export const en: Record<keyof typeof da, NoticeWords> = {
  'emergency.taken': {
    subject: 'An employee has taken emergency access',
    mail: 'An employee of {organisation} has taken {roles} in {service} as emergency access. It holds until {until}. Log in to see why, and say afterwards whether it was right.',
    shown: '{person} has taken {roles} in {service} as emergency access ({reference}). It holds until {until}.',
    link: 'See the emergency access',
  },
  'emergency.taken-from-service': {
    subject: 'Somebody has taken emergency access to your service',
    mail: 'An employee of {organisation} has taken {roles} in {service} as emergency access. It holds until {until}.',
    shown: 'An employee of {organisation} has taken {roles} in {service} as emergency access. It holds until {until}.',
    link: 'See how often it happens',
  },
  'emergency.overdue': {
    subject: 'An emergency access still has no answer',
    mail: 'More than a week ago an employee of {organisation} took emergency access to {service}. Nobody has said whether it was right.',
    shown: '{person} took emergency access to {service} more than a week ago. Nobody has said whether it was right.',
    link: 'See the emergency access',
  },
  'emergency.reviewed': {
    subject: 'Your emergency access has been reviewed',
    mail: 'An administrator of {organisation} has reviewed the emergency access that you took to {service}.',
    shown: 'An administrator of {organisation} has reviewed the emergency access that you took to {service}.',
    link: 'See the answer',
  },
}
