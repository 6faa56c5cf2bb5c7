import { test } from 'node:test'
import { assertNoticeWords } from '../../../test/support/notice-words.ts'
import { assertSamePlaces } from '../../../test/support/same-places.ts'
import { decisionNotices } from './decision-notices.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

test('every sentence about deciding says the same things in both languages', () => assertSamePlaces(da, en))

test('mails about decisions name nobody, and say the same things in both languages', () =>
  assertNoticeWords(decisionNotices))
