/** A letter as it is sent: plain text and HTML that say the same, and the headers that tell other machines what it is. */
import type { Child } from 'hono/jsx'
import type { Desk } from '../web/desk.ts'
import { fillText } from '../web/fill.ts'
import type { Language } from '../web/languages.ts'
import type { Letter, MailBlock, MailContent } from './mail.ts'
import { mailText } from './text.ts'

export interface Message {
  from: string
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
  messageId: string
  replyTo?: string
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
  const { to, content, replyTo } = letter
  const { hostname } = sender.publicUrl
  return {
    from: sender.from,
    to: { name: to.name, address: to.email },
    subject: content.subject,
    text: asText(sender, letter),
    html: `<!doctype html>${(<Html sender={sender} letter={letter} />).toString()}`,
    messageId: `<${id}@${hostname}>`,
    ...(replyTo && { replyTo }),
    headers: {
      // RFC 3834: not to be answered by machines.
      ...(!replyTo && { 'Auto-Submitted': 'auto-generated' }),
      'X-Auto-Response-Suppress': 'All',
      ...listHeaders(content, hostname),
    },
  }
}

/** RFC 2919, and for what is subscribed to RFC 2369 and RFC 8058: the mail program's own button ends it. */
function listHeaders({ unsubscribe }: MailContent, hostname: string): Record<string, string> {
  if (unsubscribe === undefined) return { 'List-Id': `SEB <seb.${hostname}>` }
  return {
    'List-Id': `SEB driftsstatus <driftsstatus.${hostname}>`,
    'List-Unsubscribe': `<${unsubscribe}>`,
    'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
  }
}

function asText(sender: Sender, { to, language, content, replyTo }: Letter): string {
  const text = mailText[language]
  const body = content.blocks.map((block) => {
    if (typeof block === 'string') return block
    if ('link' in block) return `${block.text}:\n${block.link}`
    if ('links' in block) return block.links.map(({ link, text, after }) => `- ${text}${after}\n  ${link}`).join('\n')
    return block.list.map((item) => `- ${item}`).join('\n')
  })
  const end = ['-- ', content.why, text.from, howToAnswer(sender, language, replyTo)].join('\n')
  return `${[greeting(to, language), ...body, end].join('\n\n')}\n`
}

function greeting({ name }: Letter['to'], language: Language): string {
  const { greeting: greet, greetingWithoutName } = mailText[language]
  return `${name === '' ? greetingWithoutName : fillText(greet, { name })},`
}

function howToAnswer({ desk: { phone, mail } }: Sender, language: Language, replyTo: Letter['replyTo']): string {
  const { reply, noReply } = mailText[language]
  return fillText(replyTo ? reply : noReply, { phone, mail })
}

const font = 'font-family:Arial,Helvetica,sans-serif'
const said = `${font};font-size:16px;line-height:24px;color:#14242b`
const quiet = `${font};font-size:13px;line-height:20px;color:#46565e`

/** Mail programs read no stylesheets from elsewhere and place little but tables, so all there is stands in the elements. */
function Html({ sender, letter }: { sender: Sender; letter: Letter }) {
  const { to, language, content, replyTo } = letter
  const text = mailText[language]
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{content.subject}</title>
      </head>
      <body style="margin:0;padding:0;background:#f0f7f7">
        <Rows style="width:100%;background:#f0f7f7">
          <td align="center" style="padding:24px 12px">
            <Rows style="width:100%;max-width:600px;background:#ffffff;border:1px solid #d5dddf">
              <td style={`padding:16px 24px;background:#06323c;${font};font-size:20px;font-weight:bold;color:#ffffff`}>
                {text.mark}
                <span style="font-size:13px;font-weight:normal;color:#bcd7db"> {text.markOf}</span>
              </td>
              <td style={`padding:24px 24px 8px;${said}`}>
                <h1 style={`margin:0 0 16px;${font};font-size:22px;line-height:28px;color:#06323c`}>
                  {content.subject}
                </h1>
                <p style="margin:0 0 16px">{greeting(to, language)}</p>
                {content.blocks.map((block) => (
                  <Block block={block} />
                ))}
              </td>
              <td style={`padding:16px 24px 24px;border-top:1px solid #d5dddf;${quiet}`}>
                {content.why}
                <br />
                {text.from}
                <br />
                {howToAnswer(sender, language, replyTo)}
              </td>
            </Rows>
          </td>
        </Rows>
      </body>
    </html>
  )
}

/** Each cell a row of its own, read out as nothing but what is in it. */
function Rows({ style, children }: { style: string; children: Child }) {
  const cells = Array.isArray(children) ? children : [children]
  return (
    <table role="presentation" cellpadding="0" cellspacing="0" style={`border-collapse:collapse;${style}`}>
      <tbody>
        {cells.map((cell) => (
          <tr>{cell}</tr>
        ))}
      </tbody>
    </table>
  )
}

const pressed = `display:inline-block;padding:12px 20px;background:#0b5160;border-radius:4px;color:#ffffff;font-weight:bold;text-decoration:none`

function Block({ block }: { block: MailBlock }) {
  if (typeof block === 'string') return <p style="margin:0 0 16px">{block}</p>
  if ('link' in block)
    return (
      <>
        <p style="margin:24px 0 8px">
          <a href={block.link} style={pressed}>
            {block.text}
          </a>
        </p>
        <p style={`margin:0 0 24px;${quiet};word-break:break-all`}>{block.link}</p>
      </>
    )
  if ('links' in block)
    return (
      <ul style="margin:0 0 16px;padding:0 0 0 20px">
        {block.links.map(({ link, text, after }) => (
          <li style="margin:0 0 8px">
            <a href={link} style="color:#0b5160">
              {text}
            </a>
            {after}
          </li>
        ))}
      </ul>
    )
  return (
    <ul style="margin:0 0 16px;padding:0 0 0 20px">
      {block.list.map((item) => (
        <li style="margin:0 0 8px">{item}</li>
      ))}
    </ul>
  )
}
