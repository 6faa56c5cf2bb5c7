import { test } from 'node:test'
import { assertSamePlaces } from '../../../test/support/same-places.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

test('a missing administrator is told of in the same words in both languages', () => assertSamePlaces(da, en))
