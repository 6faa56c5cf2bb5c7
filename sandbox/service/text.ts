/** The words of a demo service’s pages in the language of the page. */
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const serviceText = { da, en }
