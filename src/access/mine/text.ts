/** The words of "Min adgang", by language. */
import type { Language } from '../../web/languages.ts'
import { da, type MineText } from './text.da.ts'
import { en } from './text.en.ts'

export const mineText: Record<Language, MineText> = { da, en }
