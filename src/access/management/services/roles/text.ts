/** The words about the roles of a service by language. */
import type { Language } from '../../../../web/languages.ts'
import { da, type RolesText } from './text.da.ts'
import { en } from './text.en.ts'

export const rolesText: Record<Language, RolesText> = { da, en }
