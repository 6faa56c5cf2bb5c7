/** The words about keeping rules for roles that must not be held together, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type RulesText } from './rules-text.da.ts'
import { en } from './rules-text.en.ts'

export const rulesText: Record<Language, RulesText> = { da, en }
