/** What people are told of requests that are sent, answered, or that nobody answers. */
import { noticeKinds } from '../notices/notice-kind.ts'
import { da } from './notices.da.ts'
import { en } from './notices.en.ts'

const toDecide = { audience: 'administrator', topic: 'to-decide' } as const

export const requestNotices = noticeKinds(
  {
    'request.submitted': toDecide,
    'request.answered': toDecide,
    'request.lapsed': { audience: 'employee', topic: 'own-requests' },
  },
  { da, en },
)
