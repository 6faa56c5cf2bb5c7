/** The words about a missing administrator by language. */
import type { Language } from '../../web/languages.ts'
import { da, type MissingText } from './text.da.ts'
import { en } from './text.en.ts'

export const missingText: Record<Language, MissingText> = { da, en }
