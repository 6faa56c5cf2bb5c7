/** What the middlewares of the shell leave on a request for the pages: type of the Hono environment of every room. */
import type { Language } from './languages.ts'

export type WebEnv = {
  Variables: {
    /** The language of the answer; set by `language()`. */
    language: Language
    /** Where the form of the page may go besides SEB; set by `allowFormTo()`, read by `securityHeaders()`. */
    formTarget?: URL
    /** A file that somebody sent in, handed out to be kept: nothing in it may run; read by `securityHeaders()`. */
    isFile?: true
  }
}
