/** What a mail says that was only sent as HTML: the words, in lines. It is shown as text, so nothing of it can run. */
import { decodeHtmlEntities } from './html-entities.ts'

const unseen = /<(script|style|head|title)\b[\s\S]*?(<\/\1\s*>|$)/gi
// Up to the next `<` at most: a stranger’s million of unclosed tags is read once, not a million times.
const breaks = /<(br|\/p|\/div|\/li|\/tr|\/h[1-6]|\/blockquote)\b[^<>]*>/gi

export function textOfHtml(html: string): string {
  return decodeHtmlEntities(
    html
      .replace(/<!--[\s\S]*?(-->|$)/g, '')
      .replace(unseen, '')
      .replace(/\s+/g, ' ')
      .replace(breaks, '\n')
      .replace(/<[^>]*(>|$)/g, ' '),
  )
    .split('\n')
    .map((line) => line.replace(/[ \t\u00a0]+/g, ' ').trim())
    .join('\n')
    .trim()
}
