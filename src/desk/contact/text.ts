/** The service desk's words by language. */
import type { Language } from '../../web/languages.ts'
import { type DeskText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const deskText: Record<Language, DeskText> = { da, en }
