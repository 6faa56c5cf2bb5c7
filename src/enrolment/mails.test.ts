import { test } from 'node:test'
import { assertSamePlaces } from '../../test/support/same-places.ts'
import { da as documentDa } from './document.da.ts'
import { en as documentEn } from './document.en.ts'
import { da } from './mails.da.ts'
import { en } from './mails.en.ts'

test('every mail about an enrolment says the same things in both languages', () => assertSamePlaces(da, en))

test('the document that is signed says the same things in both languages', () =>
  assertSamePlaces(documentDa, documentEn))
