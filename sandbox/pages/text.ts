/** The words of the sandbox’s own pages in the language of the page. */
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const sandboxText = { da, en }
