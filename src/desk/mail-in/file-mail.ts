/**
 * Files a mail that came in: in the case that it names, else in a new one by the CVR number in its subject, else as "other". All of it in
 * one transaction, so that a mail which comes again, or after a kill, is filed once.
 */
import { createHash } from 'node:crypto'
import type { CaseKind } from '../../access/admin/case-port.ts'
import { recordEvents } from '../../audit/record-events.ts'
import { withoutCprNumbers } from '../../base/cpr-in-text.ts'
import type { MailContent } from '../../mail/mail.ts'
import { type MailDeps, queueMail } from '../../mail/queue-mail.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { Desk } from '../../web/desk.ts'
import type { Case } from '../cases/case.ts'
import { after } from '../cases/case-state.ts'
import { answerAddress, referenceIn } from '../cases/case-token.ts'
import { insertEntries, lockCase, saveCase } from '../cases/cases.store.ts'
import { openCase } from '../cases/open-case.ts'
import { answeringMail } from './answer.mail.ts'
import type { IncomingMail } from './incoming-mail.ts'
import { countAnswers, endMailIn, findCaseId, insertAttachments, noteMail } from './mails-in.store.ts'
import { sealAttachment } from './seal-attachment.ts'

export type FileMailDeps = MailDeps & {
  db: Db
  desk: Desk
  attachmentKey: Uint8Array
  /** What a file is, by its content, and whether it may be kept. */
  checkFile: (bytes: Uint8Array, name: string) => Promise<CheckedFile>
}

export type CheckedFile = { kind: 'pdf' | 'jpeg' | 'png'; bytes: Uint8Array } | { refused: string }

/** `tooLarge`: only its header was read. */
export type Filed = 'filed' | 'opened' | 'too-large' | 'automatic' | 'known'

/** To one address in an hour: a loop that nothing else stops ends there. */
const answersAnHour = 3

interface Attached {
  kept: { name: string; kind: 'pdf' | 'jpeg' | 'png'; bytes: Uint8Array }[]
  refused: string[]
}

export async function fileMail(deps: FileMailDeps, mail: IncomingMail, tooLarge: boolean): Promise<Filed> {
  const attached = await checkAll(deps, mail)
  return deps.db.transaction().execute(async (trx) => {
    const now = deps.clock.now()
    const sender = createHash('sha256')
      .update(mail.from.email ?? '')
      .digest('base64url')
    if (!(await noteMail(trx, { digest: mail.digest, receivedAt: now, sender }))) return 'known'
    const reference = referenceIn(mail)
    const caseId = reference === null ? null : await findCaseId(trx, reference)
    const standing = caseId === null ? null : await lockCase(trx, caseId)
    // A machine's word opens nothing; beside a case it may be why nobody answers.
    if (!standing && mail.automatic) {
      await endMailIn(trx, mail.digest, { outcome: 'automatic', caseId: null, answered: false })
      return 'automatic'
    }
    const about = standing ?? (await openOne(deps, trx, mail))
    if (standing) await moveOn(trx, deps, standing, mail)
    await enter(deps, trx, { about, mail, attached, tooLarge })
    const lately = await countAnswers(trx, sender, new Date(now.getTime() - 3_600_000))
    // An answer to whoever is only said to have written is a mail to a stranger.
    const answers = !mail.automatic && mail.trust !== 'failed' && mail.from.email !== null && lately < answersAnHour
    const { refused } = attached
    const content =
      answers && answeringMail(deps.desk, about, { isNew: !standing, tooLarge, refused, trust: mail.trust })
    if (content) await answer(deps, trx, about, mail, content)
    const outcome = tooLarge ? 'too-large' : standing ? 'filed' : 'opened'
    await endMailIn(trx, mail.digest, { outcome, caseId: about.id, answered: Boolean(content) })
    return outcome
  })
}

type About = Pick<Case, 'id' | 'reference' | 'organisationId' | 'asker'>

async function openOne(deps: FileMailDeps, trx: Trx, mail: IncomingMail): Promise<About> {
  const { subject, words, from } = mail
  const cvr = cvrIn(subject)
  const asker = {
    name: from.name || (from.email ?? ''),
    email: from.email,
    phone: phoneIn(words, cvr),
    language: 'da' as const,
  }
  const title = subject === '' ? '–' : subject
  const opened = await openCase(
    deps,
    trx,
    { kind: kindOf(mail, cvr), subject: title, words: '', ...asker, cvr, source: 'mail', email: from.email },
    { entry: 'follows' },
  )
  const found = await lockCase(trx, opened.id)
  return (
    found ?? {
      id: opened.id,
      reference: opened.reference,
      organisationId: null,
      asker: { ...asker, personId: null },
    }
  )
}

/** An automatic answer moves nothing. */
async function moveOn(trx: Trx, deps: FileMailDeps, standing: Case, mail: IncomingMail): Promise<void> {
  const deed = mail.automatic ? ({ kind: 'note' } as const) : ({ kind: 'receive' } as const)
  const changed = after(standing, deed, { now: deps.clock.now(), desk: deps.desk })
  if (changed) await saveCase(trx, changed)
}

async function enter(
  deps: FileMailDeps,
  trx: Trx,
  { about, mail, attached, tooLarge }: { about: About; mail: IncomingMail; attached: Attached; tooLarge: boolean },
): Promise<void> {
  const { ids, clock, attachmentKey } = deps
  const entryId = ids.uuid()
  const { from, trust, automatic } = mail
  const details = {
    from: { name: from.name, email: from.email, phone: '' },
    trust,
    ...(automatic && { automatic }),
    ...(tooLarge && { tooLarge }),
    ...(about.asker.email !== from.email && { otherSender: true }),
    ...(attached.refused.length > 0 && { refused: attached.refused }),
  }
  const words = withoutCprNumbers(mail.words)
  await insertEntries(trx, [
    { id: entryId, caseId: about.id, at: clock.now(), kind: 'received', authorId: null, words, details },
  ])
  await insertAttachments(
    trx,
    attached.kept.map(({ name, kind, bytes }) => {
      const id = ids.uuid()
      return { id, entryId, name, kind, size: bytes.length, sealed: sealAttachment(attachmentKey, id, bytes) }
    }),
  )
  await recordEvents(deps, trx, [
    {
      action: 'desk-case.received',
      outcome: 'success',
      actor: { kind: 'system' },
      organisationId: about.organisationId ?? undefined,
      object: { kind: 'desk-case', id: about.id },
      details: { reference: about.reference, trust, attachments: attached.kept.length },
    },
  ])
}

async function answer(deps: FileMailDeps, trx: Trx, about: About, mail: IncomingMail, content: MailContent) {
  await queueMail(deps, trx, [
    {
      replyTo: answerAddress(deps.desk, about.reference),
      kind: 'desk-case.mail-answer',
      organisationId: about.organisationId,
      // Whoever writes may say they are called anything, and be somebody else.
      to: { name: '', email: mail.from.email ?? '' },
      language: about.asker.language,
      content,
    },
  ])
}

async function checkAll(deps: FileMailDeps, { attachments, moreAttachments }: IncomingMail): Promise<Attached> {
  const attached: Attached = { kept: [], refused: [] }
  for (const { name, bytes } of attachments) {
    const shown = withoutCprNumbers(name) || '–'
    const checked = await deps.checkFile(bytes, name)
    if ('refused' in checked) attached.refused.push(shown)
    else attached.kept.push({ name: shown, ...checked })
  }
  if (moreAttachments > 0) attached.refused.push(`+ ${moreAttachments}`)
  return attached
}

/** Eight digits by themselves, with or without spaces between pairs. */
function cvrIn(subject: string): string | null {
  const [, found] = /(?<![\d+])(\d{8}|\d{2}(?: \d{2}){3})(?!\d)/.exec(subject.replace(/\[SEB[^\]]*\]/gi, '')) ?? []
  return found?.replace(/ /g, '') ?? null
}

/** The first that may be a telephone number and is not the organisation's. */
function phoneIn(words: string, cvr: string | null): string {
  const found = [...words.matchAll(/(?<![\d-])(?:\+45 ?)?(\d{2} ?\d{2} ?\d{2} ?\d{2})(?![\d-])/g)]
  const [number] = found.filter(([, digits = '']) => digits.replace(/ /g, '') !== cvr)
  return number?.[0] ?? ''
}

/** The guide to SEB tells people to write when nobody knows the administrator, with the CVR number in the subject. */
function kindOf({ subject, words }: IncomingMail, cvr: string | null): CaseKind {
  return cvr !== null && /administrator/i.test(`${subject} ${words.slice(0, 2000)}`) ? 'missing-administrator' : 'other'
}
