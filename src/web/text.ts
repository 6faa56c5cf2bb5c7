/** The words of the shell in the languages of the pages. */
import type { Language } from './languages.js'
import { da, type WebText } from './text.da.js'
import { en } from './text.en.js'

export const webText: Record<Language, WebText> = { da, en }
