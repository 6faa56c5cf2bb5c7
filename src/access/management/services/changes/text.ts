/** The words about changes to services by language. */
import type { Language } from '../../../../web/languages.ts'
import { type ChangesText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const changesText: Record<Language, ChangesText> = { da, en }
