/** The words about new services by language. */
import type { Language } from '../../web/languages.ts'
import { da, type NewServiceText } from './text.da.ts'
import { en } from './text.en.ts'

export const newServiceText: Record<Language, NewServiceText> = { da, en }
