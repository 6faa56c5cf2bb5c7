/** The words of periodic control, by language. */
import type { Language } from '../web/languages.ts'
import { da, type ReviewsText } from './text.da.ts'
import { en } from './text.en.ts'

export const reviewsText: Record<Language, ReviewsText> = { da, en }
