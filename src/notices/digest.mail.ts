/** The mail of the morning: how much there is of what, by organisation, and the way to it. */
import type { MailBlock, MailContent } from '../mail/mail.ts'
import { fillText } from '../web/fill.ts'
import type { Language } from '../web/languages.ts'
import type { Counted } from './digest.store.ts'
import { noticePaths, topicPath } from './notice-paths.ts'
import { noticeText } from './text.ts'

export function digestMail(
  language: Language,
  { counts, publicUrl }: { counts: readonly Counted[]; publicUrl: URL },
): MailContent {
  const { digest, topics, settings } = noticeText[language]
  const names: Readonly<Record<string, string>> = topics
  const total = counts.reduce((sum, { count }) => sum + count, 0)
  const addressOf = (path: string) => new URL(path, publicUrl).href
  const groups = [...Map.groupBy(counts, ({ organisation }) => organisation)]
  return {
    subject: total === 1 ? digest.subjectOne : fillText(digest.subject, { count: total }),
    blocks: [
      digest.lead,
      ...groups.flatMap(([organisation, some]): MailBlock[] => [
        `${organisation ?? 'SEB'}:`,
        {
          links: some.map(({ audience, topic, count }) => ({
            link: addressOf(topicPath(audience, topic)),
            text: names[topic] ?? topic,
            after: `: ${count}`,
          })),
        },
      ]),
      { link: addressOf(noticePaths.list), text: digest.link },
    ],
    why: `${digest.why} ${fillText(settings, { address: addressOf(noticePaths.settings) })}`,
  }
}
