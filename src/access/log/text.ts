/** The words of the log's pages, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type LogText } from './text.da.ts'
import { en } from './text.en.ts'

export const logText: Record<Language, LogText> = { da, en }
