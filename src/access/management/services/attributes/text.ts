/** The words about what a service may be told, by language. */
import type { Language } from '../../../../web/languages.ts'
import { type AttributesText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const attributesText: Record<Language, AttributesText> = { da, en }
