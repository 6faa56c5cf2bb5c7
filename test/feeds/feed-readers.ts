/** Three programs that read feeds and were written by others, each with an XML parser of its own, asked the same questions. */
import { Readable } from 'node:stream'
import { parseFeed } from '@rowanmanning/feed-parser'
import FeedParser from 'feedparser'
import Parser from 'rss-parser'

export interface ReadEntry {
  id: string
  title: string
  text: string
  link: string
  published: string | null
}

export interface ReadFeed {
  title: string
  entries: ReadEntry[]
}

export const feedReaders: Readonly<Record<string, (xml: string) => Promise<ReadFeed>>> = {
  'rss-parser': async (xml) => {
    const feed = await new Parser().parseString(xml)
    const entries = feed.items.map((item) => ({
      id: String(item.guid ?? item['id']),
      title: item.title ?? '',
      text: item.contentSnippet ?? item.content ?? '',
      link: item.link ?? '',
      published: item.isoDate ?? null,
    }))
    return { title: feed.title ?? '', entries }
  },
  '@rowanmanning/feed-parser': async (xml) => {
    const feed = parseFeed(xml)
    const entries = feed.items.map((item) => ({
      id: item.id ?? '',
      title: item.title ?? '',
      text: item.content ?? item.description ?? '',
      link: item.url ?? '',
      published: item.published?.toISOString() ?? null,
    }))
    return { title: feed.title ?? '', entries }
  },
  feedparser: async (xml) => {
    const parser = new FeedParser({})
    Readable.from([xml]).pipe(parser)
    const entries: ReadEntry[] = []
    for await (const item of parser) {
      const { guid, title, description, link, pubdate } = item as FeedParser.Item
      entries.push({ id: guid, title, text: description ?? '', link, published: pubdate?.toISOString() ?? null })
    }
    return { title: parser.meta['title'] as string, entries }
  },
}
