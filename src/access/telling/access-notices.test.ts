import { test } from 'node:test'
import { assertNoticeWords } from '../../../test/support/notice-words.ts'
import { accessNotices } from './access-notices.ts'

test('mails about access name nobody, and say the same things in both languages', () =>
  assertNoticeWords(accessNotices))
