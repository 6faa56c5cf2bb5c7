/** The words that somebody with an invitation meets, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type InvitationText } from './text.da.ts'
import { en } from './text.en.ts'

export const invitationText: Record<Language, InvitationText> = { da, en }
