/** Opens a case in the transaction of what it follows from: once, whoever asks and however often the form is sent. */
import type { NewCase, OpenedCase } from '../../access/admin/case-port.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import { withoutCprNumbers } from '../../base/cpr-in-text.ts'
import type { Ids } from '../../base/ids.ts'
import { openingAt } from '../../base/opening-hours.ts'
import { cutText } from '../../base/plain-text.ts'
import type { Trx } from '../../storage/database.ts'
import type { Desk } from '../../web/desk.ts'
import { aimsFrom, toldAt } from './aims.ts'
import type { Priority } from './case.ts'
import { findCaseFacts, findStanding, insertCase, insertEntries } from './cases.store.ts'

export interface OpenCaseDeps {
  clock: Clock
  ids: Ids
  desk: Desk
}

const longestSubject = 200

/** `follows`: whoever opens it writes what was said, in the same transaction. */
export async function openCase(
  deps: OpenCaseDeps,
  trx: Trx,
  asked: NewCase,
  first: { entry: 'here' | 'follows' } = { entry: 'here' },
): Promise<OpenedCase> {
  const { clock, ids, desk } = deps
  const now = clock.now()
  const { organisationId = null, cvr = null, serviceId = null, byPersonId = null, once = null, takenBy = null } = asked
  const facts = await findCaseFacts(trx, { organisationId, cvr, serviceId })
  // Outside the hours, only incidents on what patient care hangs on are anybody's business at once.
  const urgent = facts.critical && asked.kind === 'log-in-trouble'
  const priority: Priority = urgent ? 1 : usualPriority[asked.kind]
  const id = asked.id ?? ids.uuid()
  const reference = ids.reference()
  const added = {
    id,
    reference,
    kind: asked.kind,
    state: takenBy === null ? ('new' as const) : ('in-progress' as const),
    priority,
    source: asked.source ?? ('seb' as const),
    subject: cutText(withoutCprNumbers(asked.subject), longestSubject),
    organisationId: facts.organisation?.id ?? null,
    cvr: facts.organisation?.cvr ?? cvr,
    serviceId,
    asker: {
      name: asked.name,
      email: asked.email,
      phone: asked.phone,
      personId: byPersonId,
      language: asked.language,
    },
    logInReference: asked.reference ?? null,
    path: asked.path ?? null,
    assigneeId: takenBy,
    openedAt: now,
    ...aimsFrom(desk, priority, now),
    minutesLeft: null,
    answeredAt: null,
    resolvedAt: null,
    updatedAt: now,
    version: 1,
    once,
    tellAt: toldAt(openingAt(desk.mailHours, now), urgent, now),
  }
  const opened = await insertCase(trx, added)
  const standing = opened ? { id, reference } : await findStanding(trx, { id, once })
  // The one in the way was solved in this very moment: whoever asks again opens a new one.
  if (!standing) return openCase(deps, trx, { ...asked, id: ids.uuid() }, first)
  const sentTwice = !opened && standing.id === id
  if (sentTwice) return { ...standing, opened: false }
  const words = withoutCprNumbers(asked.words)
  const who = { name: asked.name, email: asked.email, phone: asked.phone }
  const details = opened ? {} : { from: who, again: true }
  if (first.entry === 'here')
    await insertEntries(trx, [
      { id: ids.uuid(), caseId: standing.id, at: now, kind: 'asked', authorId: byPersonId ?? takenBy, words, details },
    ])
  await recordEvents(deps, trx, [
    {
      action: opened ? 'desk-case.opened' : 'desk-case.asked-again',
      outcome: 'success',
      actor: (byPersonId ?? takenBy) ? { kind: 'person', id: byPersonId ?? takenBy ?? undefined } : { kind: 'system' },
      organisationId: added.organisationId ?? undefined,
      object: { kind: 'desk-case', id: standing.id },
      details: { reference: standing.reference, kind: asked.kind, priority, source: added.source },
    },
  ])
  return { ...standing, opened }
}

const usualPriority = {
  'log-in-trouble': 3,
  'missing-administrator': 3,
  enrolment: 4,
  'new-service': 4,
  other: 4,
} as const
