/** The mails that SEB would have sent: nobody outside gets any while this is for trial. */
import type { MailBlock } from '../../src/mail/mail.ts'
import type { KeptMail } from '../../src/mail/mails.store.ts'
import { fillText } from '../../src/web/fill.ts'
import { formatDateTime } from '../../src/web/format.ts'
import type { Shell } from '../../src/web/shell.ts'
import { SandboxPage } from './sandbox-page.tsx'
import { sandboxText } from './text.ts'

export type MailPageProps = {
  readonly shell: Shell
  readonly mails: readonly KeptMail[]
}

export function MailPage({ shell, mails }: MailPageProps) {
  const { language } = shell
  const text = sandboxText[language].mail
  return (
    <SandboxPage shell={shell} title={text.title}>
      <h1>{text.title}</h1>
      <p class="lead">{text.lead}</p>
      {mails.length === 0 && (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
          <p>{text.noneNext}</p>
        </div>
      )}
      {mails.map((mail) => (
        <article class="sb-mail" lang={mail.language} aria-labelledby={`mail-${mail.id}`}>
          <h2 id={`mail-${mail.id}`}>{mail.content.subject}</h2>
          <p class="quiet" lang={language}>
            {fillText(text.to, mail.to)}
            <br />
            <time datetime={mail.at.toISOString()}>{formatDateTime(mail.at, language)}</time>
          </p>
          {mail.content.blocks.map((block) => (
            <Block block={block} />
          ))}
          <p class="quiet">{mail.content.why}</p>
        </article>
      ))}
    </SandboxPage>
  )
}

function Block({ block }: { block: MailBlock }) {
  if (typeof block === 'string') return <p>{block}</p>
  if ('link' in block)
    return (
      <p>
        <a href={block.link}>{block.text}</a>
      </p>
    )
  if ('links' in block)
    return (
      <ul>
        {block.links.map(({ link, text, after }) => (
          <li>
            <a href={link}>{text}</a>
            {after}
          </li>
        ))}
      </ul>
    )
  return (
    <ul>
      {block.list.map((item) => (
        <li>{item}</li>
      ))}
    </ul>
  )
}
