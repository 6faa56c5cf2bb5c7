/** The words of an identity provider’s pages in the language of the page. */
import { da } from './text.da.ts'
import { en } from './text.en.ts'

export const idpText = { da, en }
