/** The words of emergency access by language. */
import type { Language } from '../web/languages.ts'
import { da, type EmergencyText } from './text.da.ts'
import { en } from './text.en.ts'

export const emergencyText: Record<Language, EmergencyText> = { da, en }
