/** The words of the pages about grants by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type GrantsText } from './text.da.ts'
import { en } from './text.en.ts'

export const grantsText: Record<Language, GrantsText> = { da, en }
