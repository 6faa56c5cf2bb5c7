/** The words that explain a right, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type ExplainText } from './text.da.ts'
import { en } from './text.en.ts'

export const explainText: Record<Language, ExplainText> = { da, en }
