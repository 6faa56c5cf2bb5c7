/** The words for correcting what SEB knows an employee's log-in by, by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type NumbersText } from './text.da.ts'
import { en } from './text.en.ts'

export const numbersText: Record<Language, NumbersText> = { da, en }
