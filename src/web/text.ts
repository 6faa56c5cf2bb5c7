/** The words of the shell in the languages of the pages. */
import type { Language } from './languages.ts'
import { da, type WebText } from './text.da.ts'
import { en } from './text.en.ts'

export const webText: Record<Language, WebText> = { da, en }
