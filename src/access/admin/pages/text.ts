/** The words of the administration by language. */
import type { Language } from '../../../web/languages.ts'
import { type AdminText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const adminText: Record<Language, AdminText> = { da, en }
