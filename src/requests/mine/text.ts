/** The words of what one has asked for, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type MyRequestsText } from './text.da.ts'
import { en } from './text.en.ts'

export const mineText: Record<Language, MyRequestsText> = { da, en }
