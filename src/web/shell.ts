/** What every page is given besides its own content: language, addresses of assets, links that exist, the desk. */
import type { Context } from 'hono'
import type { AssetUrls } from './assets.ts'
import type { WebEnv } from './context.ts'
import type { Desk } from './desk.ts'
import { addressIn } from './language.ts'
import type { Language } from './languages.ts'

/** Addresses of pages that exist in this installation. A page that does not exist has no link. */
export type ShellLinks = {
  readonly help?: string
  readonly status?: string
  readonly guides?: string
  readonly contact?: string
  readonly accessibility?: string
  readonly privacy?: string
  readonly cookies?: string
}

export type Shell = {
  readonly language: Language
  readonly assets: AssetUrls
  readonly links: ShellLinks
  readonly desk: Desk
  /** The same page in the other language; null where a page cannot be asked for again (the answer to a post). */
  readonly otherLanguage: string | null
}

/** Makes the function with which routes get the shell for the page they answer with. */
export function createShell(deps: {
  assets: AssetUrls
  links: ShellLinks
  desk: Desk
  /** Where the guides say how to use the page at a path; null where they say nothing of it. */
  helpPlace?: (path: string) => string | null
}) {
  const { assets, links, desk } = deps
  return (c: Context<WebEnv>): Shell => {
    const language = c.get('language')
    const other = language === 'da' ? 'en' : 'da'
    const repeatable = c.req.method === 'GET'
    const help = deps.helpPlace?.(c.req.path) ?? links.guides
    return {
      assets,
      links: help ? { ...links, help } : links,
      desk,
      language,
      otherLanguage: repeatable ? addressIn(other, new URL(c.req.url)) : null,
    }
  }
}
