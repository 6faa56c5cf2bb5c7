/** What people are told of requests by whoever asks. */
import { noticeKinds } from '../notices/notice-kind.ts'
import { da } from './notices.da.ts'
import { en } from './notices.en.ts'

const toDecide = { audience: 'administrator', topic: 'to-decide' } as const

export const requestNotices = noticeKinds(
  {
    'request.submitted': toDecide,
    'request.answered': toDecide,
  },
  { da, en },
)
