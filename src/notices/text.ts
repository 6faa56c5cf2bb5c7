/** The words of notices whatever their kind, by language. */
import type { Language } from '../web/languages.ts'
import { da, type NoticeText } from './text.da.ts'
import { en } from './text.en.ts'

export const noticeText: Record<Language, NoticeText> = { da, en }
