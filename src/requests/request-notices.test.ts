import { test } from 'node:test'
import { assertNoticeWords } from '../../test/support/notice-words.ts'
import { requestNotices } from './request-notices.ts'

test('mails about requests name nobody, and say the same things in both languages', () =>
  assertNoticeWords(requestNotices))
