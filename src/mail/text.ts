/** The words that every mail ends with, by language. */
import type { Language } from '../web/languages.ts'
import { da, type MailText } from './text.da.ts'
import { en } from './text.en.ts'

export const mailText: Record<Language, MailText> = { da, en }
