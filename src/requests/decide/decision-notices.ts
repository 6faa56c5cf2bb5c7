/** The kinds of things people are told when a request is decided, or nobody decides it. */
import { noticeKinds } from '../../notices/notice-kind.ts'
import { da } from './notices.da.ts'
import { en } from './notices.en.ts'

const own = { audience: 'employee', topic: 'own-requests', facts: { words: 'text' } } as const
const waiting = { audience: 'administrator', topic: 'to-decide' } as const

export const decisionNotices = noticeKinds(
  {
    'request.approved': own,
    'request.account-approved': own,
    'request.loss-approved': own,
    'request.returned': own,
    'request.rejected': own,
    'request.to-second': waiting,
    'request.escalated': waiting,
  },
  { da, en },
)
