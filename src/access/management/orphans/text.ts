/** The words about organisations without a chief administrator, by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type OrphansText } from './text.da.ts'
import { en } from './text.en.ts'

export const orphansText: Record<Language, OrphansText> = { da, en }
