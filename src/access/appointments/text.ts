/** The words to organisations that lose their last chief administrator, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type OrphanText } from './text.da.ts'
import { en } from './text.en.ts'

export const orphanText: Record<Language, OrphanText> = { da, en }
