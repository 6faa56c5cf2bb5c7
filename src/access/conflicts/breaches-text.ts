/** The words about roles that somebody holds together all the same, by language. */
import type { Language } from '../../web/languages.ts'
import { type BreachesText, da } from './breaches-text.da.ts'
import { en } from './breaches-text.en.ts'

export const breachesText: Record<Language, BreachesText> = { da, en }
