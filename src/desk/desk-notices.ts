/** What the desk and system management are told of cases: never whose, since that is seen logged in. */
import { noticeKinds } from '../notices/notice-kind.ts'
import { da } from './notices.da.ts'
import { en } from './notices.en.ts'

export const deskNotices = noticeKinds(
  {
    'desk-case.opened': { audience: 'staff', topic: 'operation', facts: { reference: 'text' } },
    // At any hour: a service that patient care hangs on.
    'desk-case.urgent': { audience: 'staff', topic: 'operation', mandatory: true, facts: { reference: 'text' } },
    'desk-case.handed-over': { audience: 'staff', topic: 'organisations', mandatory: true },
  },
  { da, en },
)
