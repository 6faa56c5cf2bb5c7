import { test } from 'node:test'
import { assertSamePlaces } from '../../../test/support/same-places.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

test('the desk’s statistics say the same things in both languages', () => assertSamePlaces(da, en))
