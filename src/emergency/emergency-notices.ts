/** What people are told of emergency access: loudly, whatever they have chosen, since it opens a door nobody decided to open. */
import { noticeKinds } from '../notices/notice-kind.ts'
import { da } from './notices.da.ts'
import { en } from './notices.en.ts'

export const emergencyNotices = noticeKinds(
  {
    'emergency.taken': {
      audience: 'administrator',
      topic: 'to-decide',
      mandatory: true,
      facts: { until: 'moment', reference: 'text' },
    },
    'emergency.taken-from-service': {
      audience: 'staff',
      topic: 'services',
      mandatory: true,
      facts: { until: 'moment' },
    },
    'emergency.overdue': { audience: 'administrator', topic: 'to-decide', mandatory: true },
    'emergency.reviewed': { audience: 'employee', topic: 'own-access' },
  },
  { da, en },
)
