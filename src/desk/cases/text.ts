/** The words of cases by language. */
import type { Language } from '../../web/languages.ts'
import { type CasesText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const casesText: Record<Language, CasesText> = { da, en }
