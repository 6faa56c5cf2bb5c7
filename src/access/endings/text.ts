/** The words about an account's last day, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type EndingsText } from './text.da.ts'
import { en } from './text.en.ts'

export const endingsText: Record<Language, EndingsText> = { da, en }
