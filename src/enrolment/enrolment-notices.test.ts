import { test } from 'node:test'
import { assertNoticeWords } from '../../test/support/notice-words.ts'
import { enrolmentNotices } from './enrolment-notices.ts'

test('mails to staff about enrolments name nobody, and say the same things in both languages', () =>
  assertNoticeWords(enrolmentNotices))
