/** The words of an administrator's first page, by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type OverviewText } from './text.da.ts'
import { en } from './text.en.ts'

export const overviewText: Record<Language, OverviewText> = { da, en }
