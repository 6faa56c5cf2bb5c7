/** The words for creating and inviting employees by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type InviteText } from './text.da.ts'
import { en } from './text.en.ts'

export const inviteText: Record<Language, InviteText> = { da, en }
