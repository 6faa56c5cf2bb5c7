/** The statements, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type StatementText } from './text.da.ts'
import { en } from './text.en.ts'

export const statementText: Record<Language, StatementText> = { da, en }
