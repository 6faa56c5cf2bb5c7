/** The words about exports, by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type ExportText } from './text.da.ts'
import { en } from './text.en.ts'

export const exportText: Record<Language, ExportText> = { da, en }
