/** The words about bundles, by language. */
import type { Language } from '../../../web/languages.ts'
import { type BundlesText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const bundlesText: Record<Language, BundlesText> = { da, en }
