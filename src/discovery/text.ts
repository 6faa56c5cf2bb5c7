/** The words of choosing where to log in, in the languages of the pages. */
import type { Language } from '../web/languages.ts'
import { type DiscoveryText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const discoveryText: Record<Language, DiscoveryText> = { da, en }
