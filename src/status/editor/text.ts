/** The words for writing operational messages, by language. */
import type { Language } from '../../web/languages.ts'
import { da, type EditorText } from './text.da.ts'
import { en } from './text.en.ts'

export const editorText: Record<Language, EditorText> = { da, en }
