/** A text in both languages of the pages, where it stands beside the thing it is about. */
import type { Language } from '../src/web/languages.ts'

export type Texts = Readonly<Record<Language, string>>
