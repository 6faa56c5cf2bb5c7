/** The words about changes to many people at once, by language. */
import type { Language } from '../../../web/languages.ts'
import { type BulkText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const bulkText: Record<Language, BulkText> = { da, en }
