import { test } from 'node:test'
import { assertSamePlaces } from '../../../test/support/same-places.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

test('whom a window meets is said the same in both languages', () => assertSamePlaces(da, en))
