/** The words about services by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type ServicesText } from './text.da.ts'
import { en } from './text.en.ts'

export const servicesText: Record<Language, ServicesText> = { da, en }
