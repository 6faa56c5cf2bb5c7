/** The words about metadata by language. */
import type { Language } from '../../../../web/languages.ts'
import { da, type MetadataText } from './text.da.ts'
import { en } from './text.en.ts'

export const metadataText: Record<Language, MetadataText> = { da, en }
