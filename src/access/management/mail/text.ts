/** The words about mails that could not be delivered, by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type MailTroubleText } from './text.da.ts'
import { en } from './text.en.ts'

export const mailTroubleText: Record<Language, MailTroubleText> = { da, en }
