/** The words of the pages about identity providers by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type ProvidersText } from './text.da.ts'
import { en } from './text.en.ts'

export const providersText: Record<Language, ProvidersText> = { da, en }
