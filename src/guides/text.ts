/** The guides, by language. */
import type { Language } from '../web/languages.ts'
import { da, type GuideText } from './text.da.ts'
import { en } from './text.en.ts'

export const guideText: Record<Language, GuideText> = { da, en }
