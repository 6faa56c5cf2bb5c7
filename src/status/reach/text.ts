/** The words about whom a service window meets, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type ReachText } from './text.da.ts'
import { en } from './text.en.ts'

export const reachText: Record<Language, ReachText> = { da, en }
