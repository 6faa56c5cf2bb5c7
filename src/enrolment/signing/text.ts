/** The words that whoever signs meets, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type SigningText } from './text.da.ts'
import { en } from './text.en.ts'

export const signingText: Record<Language, SigningText> = { da, en }
