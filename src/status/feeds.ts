/** The messages for feed readers: RSS 2.0 and Atom (RFC 4287). Ids stay, and what is updated says so. */
import { html, raw } from 'hono/html'
import type { Language } from '../web/languages.ts'
import { newestFirst, type StatusMessage } from './message.ts'
import { messagePath, statusPaths } from './status-paths.ts'
import { statusText } from './text.ts'

/** Readers ask again and again: the newest say enough. */
const mostEntries = 50

export interface Feed {
  origin: string
  language: Language
  messages: readonly StatusMessage[]
}

/** RSS 2.0 (rssboard.org): the id of an item is its permanent address, `pubDate` when it was made. */
export function writeRss(feed: Feed): string {
  const { language } = feed
  const text = statusText[language]
  const entries = newest(feed.messages)
  const items = entries.map(
    (message) => html`
    <item>
      <title>${message.title[language]}</title>
      <link>${addressOf(feed, messagePath(message.id))}</link>
      <guid isPermaLink="false">${idOf(feed, message)}</guid>
      <pubDate>${message.createdAt.toUTCString()}</pubDate>
      <atom:updated>${message.updatedAt.toISOString()}</atom:updated>
      <description>${message.text[language]}</description>
    </item>`,
  )
  return String(html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom">
  <channel>
    <title>${text.feedTitle}</title>
    <link>${addressOf(feed, statusPaths.page)}</link>
    <description>${text.feedText}</description>
    <language>${language}</language>
    <lastBuildDate>${updatedOf(entries).toUTCString()}</lastBuildDate>
    <ttl>5</ttl>
    <atom:link href="${addressOf(feed, statusPaths.rss)}" rel="self" type="application/rss+xml"/>${items}
  </channel>
</rss>
`)
}

/** Atom: `updated` moves when a message is changed, so readers show it again. */
export function writeAtom(feed: Feed): string {
  const { language } = feed
  const text = statusText[language]
  const shown = newest(feed.messages)
  const entries = shown.map(
    (message) => html`
  <entry>
    <id>${idOf(feed, message)}</id>
    <title>${message.title[language]}</title>
    <link href="${addressOf(feed, messagePath(message.id))}"/>
    <published>${message.createdAt.toISOString()}</published>
    <updated>${message.updatedAt.toISOString()}</updated>
    <content type="text">${message.text[language]}</content>
  </entry>`,
  )
  return String(html`${raw('<?xml version="1.0" encoding="utf-8"?>')}
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
  <id>${addressOf({ ...feed, language: 'da' }, statusPaths.atom)}</id>
  <title>${text.feedTitle}</title>
  <subtitle>${text.feedText}</subtitle>
  <link href="${addressOf(feed, statusPaths.page)}"/>
  <link rel="self" type="application/atom+xml" href="${addressOf(feed, statusPaths.atom)}"/>
  <author><name>SEB</name></author>
  <updated>${updatedOf(shown).toISOString()}</updated>${entries}
</feed>
`)
}

function newest(messages: readonly StatusMessage[]): StatusMessage[] {
  return [...messages].sort(newestFirst).slice(0, mostEntries)
}

/** Never changes, in whatever language and at whatever address it is read (RFC 4151). */
function idOf({ origin }: Feed, { id }: StatusMessage): string {
  return `tag:${new URL(origin).hostname},2026:driftsbesked:${id}`
}

function addressOf({ origin, language }: Feed, path: string): string {
  const address = new URL(path, origin)
  if (language === 'en') address.searchParams.set('sprog', 'en')
  return address.href
}

/** An empty feed is as old as the world, and the same at every look. */
function updatedOf([first]: readonly StatusMessage[]): Date {
  return first?.updatedAt ?? new Date(0)
}
