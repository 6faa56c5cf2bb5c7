/** The words about roles that must not be held together, by language. */
import type { Language } from '../../web/languages.ts'
import { type ConflictsText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const conflictsText: Record<Language, ConflictsText> = { da, en }
