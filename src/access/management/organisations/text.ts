/** The words of the pages about organisations by language. */
import type { Language } from '../../../web/languages.ts'
import { da, type OrganisationsText } from './text.da.ts'
import { en } from './text.en.ts'

export const organisationsText: Record<Language, OrganisationsText> = { da, en }
