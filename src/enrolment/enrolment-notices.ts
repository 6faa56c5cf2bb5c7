/** What system management is told of enrolments: never whose, since that is seen logged in. */
import { noticeKinds } from '../notices/notice-kind.ts'
import { da } from './notices.da.ts'
import { en } from './notices.en.ts'

export const enrolmentNotices = noticeKinds(
  {
    'enrolment.handed-in': { audience: 'staff', topic: 'organisations', facts: { reference: 'text' } },
    'enrolment.answered': { audience: 'staff', topic: 'organisations', facts: { reference: 'text' } },
  },
  { da, en },
)
