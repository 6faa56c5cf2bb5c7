/** The words for handing over to another unit, by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type MoveText } from './text.da.ts'
import { en } from './text.en.ts'

export const moveText: Record<Language, MoveText> = { da, en }
