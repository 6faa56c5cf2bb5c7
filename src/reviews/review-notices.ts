/** What people are told of periodic control. */
import { noticeKinds } from '../notices/notice-kind.ts'
import { da } from './notices.da.ts'
import { en } from './notices.en.ts'

const reviewer = { audience: 'administrator', topic: 'reviews' } as const
const counted = { count: 'number', deadline: 'date' } as const

export const reviewNotices = noticeKinds(
  {
    'review.begun': { ...reviewer, facts: counted },
    'review.reminder': { ...reviewer, facts: counted },
    'review.unanswered': { ...reviewer, facts: { count: 'number' } },
    'role.stopped': { audience: 'employee', topic: 'own-access' },
  },
  { da, en },
)
