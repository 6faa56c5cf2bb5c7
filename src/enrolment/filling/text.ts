/** The words of the enrolment form, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type FillingText } from './text.da.ts'
import { en } from './text.en.ts'

export const fillingText: Record<Language, FillingText> = { da, en }
