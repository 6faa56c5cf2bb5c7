/** The words about units, by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type UnitsText } from './text.da.ts'
import { en } from './text.en.ts'

export const unitsText: Record<Language, UnitsText> = { da, en }
