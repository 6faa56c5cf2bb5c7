/** The kinds of things people are told of access. */
import { noticeKinds } from '../../notices/notice-kind.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

const own = { audience: 'employee', topic: 'own-access' } as const

export const accessNotices = noticeKinds(
  {
    'role.given': own,
    'role.changed': own,
    'role.withdrawn': own,
    'account.suspended': own,
    'account.reopened': own,
    'account.ended': own,
  },
  { da, en },
)
