/** What was said and done in a case, in order. What others wrote is shown as text, whatever it was sent as. */
import { caseOutcomes } from '../../access/admin/case-port.ts'
import { fieldClass, MistakeOf, type Wrong } from '../../access/management/fields.tsx'
import { fillText } from '../../web/fill.ts'
import { formatDateTime, formatList, formatReference } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import type { ListedAttachment } from '../mail-in/mails-in.store.ts'
import type { Entry } from './case-background.store.ts'
import { attachmentPath } from './cases-paths.ts'
import type { PaperEnrolment } from './enrolment-port.ts'
import { casesText } from './text.ts'

export type ThreadProps = {
  readonly language: Language
  readonly entries: readonly Entry[]
  readonly asker: string
  readonly caseId: string
  readonly attachments: readonly ListedAttachment[]
  /** That an attachment may be kept with. */
  readonly enrolments: readonly PaperEnrolment[]
  readonly wrong: Wrong
}

/** What is wrong with attaching it stands there. */
export function attachmentField(id: string): string {
  return `bilag-${id}`
}

export function Thread(props: ThreadProps) {
  const { language, entries, asker, attachments } = props
  const text = casesText[language]
  return (
    <section class="seb-section" aria-labelledby="forloeb">
      <h2 id="forloeb">{text.thread.title}</h2>
      <ol class="seb-time plain-list">
        {entries.map((entry) => (
          <li>
            <time datetime={entry.at.toISOString()}>{formatDateTime(entry.at, language)}</time>
            <div>
              <b>{fillText(text.thread.kinds[entry.kind], { who: whoWrote(entry, asker, language) })}</b>
              {factsOf(entry, language).map((fact) => (
                <p class="quiet">{fact}</p>
              ))}
              <Words words={entry.words} />
              {attachments
                .filter(({ entryId }) => entryId === entry.id)
                .map((attachment) => (
                  <Attachment {...props} attachment={attachment} />
                ))}
            </div>
          </li>
        ))}
      </ol>
    </section>
  )
}

/** To be read, and to be kept with the enrolment it is the signed paper of: a button for each that it is not with yet. */
function Attachment({
  attachment: { id, name, kind, size },
  language,
  entries,
  caseId,
  enrolments,
  wrong,
}: ThreadProps & { attachment: ListedAttachment }) {
  const text = casesText[language].thread
  const given = entries.flatMap(({ details: { attached } }) =>
    isRecord(attached) && attached['attachment'] === id ? [String(attached['enrolment'])] : [],
  )
  return (
    <div id={attachmentField(id)} class={fieldClass(wrong, attachmentField(id))}>
      <p>
        <a href={attachmentPath(caseId, id)}>
          {fillText(text.attachment, { name, kind: kind.toUpperCase(), size: Math.ceil(size / 1024) })}
        </a>
      </p>
      <MistakeOf id={attachmentField(id)} wrong={wrong} />
      {given.map((reference) => (
        <p class="quiet">{fillText(text.attached, { reference: formatReference(reference) })}</p>
      ))}
      {enrolments
        .filter(({ reference }) => !given.includes(reference))
        .map((enrolment) => (
          <form method="post" action={attachmentPath(caseId, id)}>
            <input type="hidden" name="tilmelding" value={enrolment.id} />
            <button class="button button-secondary" type="submit">
              {enrolments.length === 1
                ? text.attach
                : fillText(text.attachTo, { reference: formatReference(enrolment.reference) })}
              <span class="sr-only">: {name}</span>
            </button>
          </form>
        ))}
    </div>
  )
}

/** Paragraphs and line breaks as they were written. */
function Words({ words }: { words: string }) {
  if (words === '') return null
  return (
    <blockquote class="seb-quote">
      {words.split(/\n{2,}/).map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, at) => (
            <>
              {at > 0 && <br />}
              {line}
            </>
          ))}
        </p>
      ))}
    </blockquote>
  )
}

function whoWrote({ kind, author, details }: Entry, asker: string, language: Language): string {
  const text = casesText[language].thread
  if (author !== null) return author
  const from = details['from']
  if (isRecord(from) && typeof from['name'] === 'string' && from['name'] !== '') return from['name']
  return kind === 'asked' || kind === 'received' ? asker || text.asker : text.seb
}

/** What else is known of it: what was changed, whom it was sent to, what became of the mail. */
function factsOf({ details, mail }: Entry, language: Language): string[] {
  const text = casesText[language]
  const { changes } = text.thread
  const changed = (Object.keys(changes) as (keyof typeof changes)[]).flatMap((name) => {
    const change = details[name]
    if (!isRecord(change)) return []
    const [from, to] = [change['from'], change['to']].map((value) => valueInWords(name, value, language))
    return [fillText(changes[name], { from: from ?? '', to: to ?? '' })]
  })
  const { to, from, again, proof, told, attached } = details
  const { thread } = text
  const { trust, refused } = details
  return [
    ...changed,
    ...(again === true && isRecord(from) ? [fillText(text.thread.again, contactIn(from, language))] : []),
    ...(isRecord(proof) ? [proofInWords(proof, language)] : []),
    ...(typeof trust === 'string' && isRecord(from) ? [fillText(thread.mailFrom, contactIn(from, language))] : []),
    ...(typeof trust === 'string' && trust in thread.trust ? [thread.trust[trust as keyof typeof thread.trust]] : []),
    ...(details['otherSender'] === true ? [thread.otherSender] : []),
    ...(details['automatic'] === true ? [thread.automatic] : []),
    ...(details['tooLarge'] === true ? [thread.tooLarge] : []),
    ...(Array.isArray(refused) ? [fillText(thread.refused, { names: formatList(refused.map(String), language) })] : []),
    ...(told === 'chief-appointed' ? [text.thread.appointed] : []),
    ...(isRecord(attached) ? [attachedInWords(attached, language)] : []),
    ...settledInWords(details, language),
    ...(typeof to === 'string' ? [fillText(text.thread.mailTo, { to })] : []),
    ...(mail ? [text.thread.mail[mail]] : []),
  ]
}

/** Solved by it, or open still where something else waits. */
function settledInWords({ told, state }: Entry['details'], language: Language): string[] {
  const { outcomes, settled, settledOne } = casesText[language].thread
  const outcome = caseOutcomes.find((one) => one === told)
  if (!outcome) return []
  return [fillText(isRecord(state) ? settled : settledOne, { outcome: outcomes[outcome] })]
}

function valueInWords(name: string, value: unknown, language: Language): string {
  const text = casesText[language]
  const key = String(value ?? '')
  if (name === 'state' && key in text.states) return text.states[key as keyof typeof text.states]
  if (name === 'kind' && key in text.kinds) return text.kinds[key as keyof typeof text.kinds]
  return key === '' ? text.noDue : key
}

function contactIn(from: Record<string, unknown>, language: Language) {
  const { none } = casesText[language].facts
  const said = (name: string) => (typeof from[name] === 'string' && from[name] !== '' ? from[name] : none)
  return { name: said('name'), phone: said('phone'), email: said('email') }
}

function proofInWords({ name, how }: Record<string, unknown>, language: Language): string {
  const { handOver, thread } = casesText[language]
  const key = String(how)
  const proof = key in handOver.proofs ? handOver.proofs[key as keyof typeof handOver.proofs] : key
  return fillText(thread.handedOver, { name: String(name), proof })
}

function attachedInWords({ name, enrolment }: Record<string, unknown>, language: Language): string {
  const values = { name: String(name), reference: formatReference(String(enrolment)) }
  return fillText(casesText[language].thread.attachedOne, values)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
