/** The words about what SEB has seen in log-ins, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type MeasuredText } from './text.da.ts'
import { en } from './text.en.ts'

export const measuredText: Record<Language, MeasuredText> = { da, en }
