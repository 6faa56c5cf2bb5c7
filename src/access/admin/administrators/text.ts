/** The words about administrators by language. */
import type { Language } from '../../../web/languages.ts'
import { type AdministratorsText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const administratorsText: Record<Language, AdministratorsText> = { da, en }
