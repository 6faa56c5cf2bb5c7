/** The words of the desk's statistics by language. */
import type { Language } from '../../web/languages.ts'
import { da, type StatisticsText } from './text.da.ts'
import { en } from './text.en.ts'

export const statisticsText: Record<Language, StatisticsText> = { da, en }
