/** The words about administrators who are away, by language. */
import type { Language } from '../../../web/languages.ts'
import { type AwayText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const awayText: Record<Language, AwayText> = { da, en }
