/** The words on the paper of an enrolment by language. */
import type { Language } from '../../web/languages.ts'
import { da, type PaperText } from './text.da.ts'
import { en } from './text.en.ts'

export const paperText: Record<Language, PaperText> = { da, en }
