/** The words for asking, by language. */
import type { Language } from '../../web/languages.ts'
import { type AskText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const askText: Record<Language, AskText> = { da, en }
