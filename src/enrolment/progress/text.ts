/** The words on the page of an enrolment, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type ProgressText } from './text.da.ts'
import { en } from './text.en.ts'

export const progressText: Record<Language, ProgressText> = { da, en }
