/** The words of choosing where to log in, in the languages of the pages. */
import type { Language } from '../web/languages.js'
import { type DiscoveryText, da } from './text.da.js'
import { en } from './text.en.js'

export const discoveryText: Record<Language, DiscoveryText> = { da, en }
