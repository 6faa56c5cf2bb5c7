/** The words about hours of the week, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type HoursText } from './text.da.ts'
import { en } from './text.en.ts'

export const hoursText: Record<Language, HoursText> = { da, en }
