/** The words for changing a role, by language. */
import type { Language } from '../../../web/languages.ts'
import { type ChangeText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const changeText: Record<Language, ChangeText> = { da, en }
