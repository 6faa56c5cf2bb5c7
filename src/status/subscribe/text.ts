/** The words about mails with messages, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type SubscribeText } from './text.da.ts'
import { en } from './text.en.ts'

export const subscribeText: Record<Language, SubscribeText> = { da, en }
