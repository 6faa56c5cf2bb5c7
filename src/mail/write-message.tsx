/** A letter as it is sent: plain text and HTML that say the same, and the headers that tell other machines what it is. */
import type { Desk } from '../web/desk.ts'
import { fillText } from '../web/fill.ts'
import type { Letter, MailBlock } from './mail.ts'
import { mailText } from './text.ts'

export interface Message {
  from: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  messageId: string
  headers: Record<string, string>
}

export interface Sender {
  /** As mail programs write it: `SEB <seb@example.dk>`. */
  from: string
  publicUrl: URL
  desk: Desk
}

/** The same `id` gives the same Message-ID, so that a mail which arrives twice is seen to be one. */
export function writeMessage(sender: Sender, id: string, letter: Letter): Message {
  const { to, content } = letter
  const { hostname } = sender.publicUrl
  return {
    from: sender.from,
    to: { name: to.name, address: to.email },
    subject: content.subject,
    text: asText(sender, letter),
    html: `<!doctype html>${(<Html sender={sender} letter={letter} />).toString()}`,
    messageId: `<${id}@${hostname}>`,
    headers: {
      // RFC 3834: not to be answered by machines; RFC 2919: what mail programs sort by.
      'Auto-Submitted': 'auto-generated',
      'X-Auto-Response-Suppress': 'All',
      'List-Id': `SEB <seb.${hostname}>`,
    },
  }
}

function asText(sender: Sender, { to, language, content }: Letter): string {
  const text = mailText[language]
  const body = content.blocks.map((block) => {
    if (typeof block === 'string') return block
    return 'link' in block ? `${block.text}:\n${block.link}` : block.list.map((item) => `- ${item}`).join('\n')
  })
  const end = [
    '-- ',
    content.why,
    text.from,
    fillText(text.noReply, { phone: sender.desk.phone, mail: sender.desk.mail }),
  ].join('\n')
  return `${[`${fillText(text.greeting, to)},`, ...body, end].join('\n\n')}\n`
}

/** Mail programs read no stylesheets from elsewhere, so the little there is stands in the elements. */
function Html({ sender, letter }: { sender: Sender; letter: Letter }) {
  const { to, language, content } = letter
  const text = mailText[language]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <title>{content.subject}</title>
      </head>
      <body style="margin:0;padding:24px;font-family:Arial,sans-serif;font-size:16px;line-height:24px;color:#1a1a1a">
        <div style="max-width:560px">
          <p>{fillText(text.greeting, to)},</p>
          {content.blocks.map((block) => (
            <Block block={block} />
          ))}
          <hr style="border:0;border-top:1px solid #d0d7d9;margin:32px 0 16px" />
          <p style="font-size:13px;line-height:20px;color:#4a5a5e">
            {content.why}
            <br />
            {text.from}
            <br />
            {fillText(text.noReply, { phone: sender.desk.phone, mail: sender.desk.mail })}
          </p>
        </div>
      </body>
    </html>
  )
}

function Block({ block }: { block: MailBlock }) {
  if (typeof block === 'string') return <p>{block}</p>
  if ('link' in block)
    return (
      <p>
        <a href={block.link} style="color:#0b5563;font-weight:bold">
          {block.text}
        </a>
      </p>
    )
  return (
    <ul>
      {block.list.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
