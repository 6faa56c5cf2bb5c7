/** The words that system management decides enrolments with, by language. */
import type { Language } from '../../web/languages.ts'
import { type DecideText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const decideText: Record<Language, DecideText> = { da, en }
