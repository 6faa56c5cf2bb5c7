/** The words for giving a role, by language. */
import type { Language } from '../../../web/languages.ts'
import { type AssignText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const assignText: Record<Language, AssignText> = { da, en }
