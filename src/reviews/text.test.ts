import { test } from 'node:test'
import { assertNoticeWords } from '../../test/support/notice-words.ts'
import { assertSamePlaces } from '../../test/support/same-places.ts'
import { reviewNotices } from './review-notices.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

test('every sentence of periodic control says the same things in both languages', () => assertSamePlaces(da, en))

test('mails about periodic control name nobody, and say the same things in both languages', () =>
  assertNoticeWords(reviewNotices))
