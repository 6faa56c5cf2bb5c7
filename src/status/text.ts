/** The words of the operational status by language. */
import type { Language } from '../web/languages.ts'
import { da, type StatusText } from './text.da.ts'
import { en } from './text.en.ts'

export const statusText: Record<Language, StatusText> = { da, en }
