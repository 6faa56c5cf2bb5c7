/** The words of "Beskeder", by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type MyNoticesText } from './text.da.ts'
import { en } from './text.en.ts'

export const myNoticesText: Record<Language, MyNoticesText> = { da, en }
