/** The words of a sign-in that stops or asks, and of log-out, in the languages of the pages. */
import type { Language } from '../../web/languages.ts'
import { da, type SignInText } from './text.da.ts'
import { en } from './text.en.ts'

export const signInText: Record<Language, SignInText> = { da, en }
