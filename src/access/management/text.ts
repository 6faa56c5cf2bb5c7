/** The words of system management by language. */
import type { Language } from '../../web/languages.ts'
import { da, type ManagementText } from './text.da.ts'
import { en } from './text.en.ts'

export const managementText: Record<Language, ManagementText> = { da, en }
