/** The words about the hours of an account, by language. */
import type { Language } from '../../../web/languages.ts'
import { type AccountHoursText, da } from './text.da.ts'
import { en } from './text.en.ts'

export const accountHoursText: Record<Language, AccountHoursText> = { da, en }
