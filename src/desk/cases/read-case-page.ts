/** Everything the page of a case shows. Whoever looks at people by it is written in the log, with the case. */
import { actionSentence } from '../../access/log/action-words.ts'
import { findLogNames } from '../../access/log/log-names.store.ts'
import type { AuditEvent } from '../../audit/audit-event.ts'
import { findEventsByReference, type RecordedEvent } from '../../audit/find-events.ts'
import { recordEvents } from '../../audit/record-events.ts'
import type { Clock } from '../../base/clock.ts'
import type { Ids } from '../../base/ids.ts'
import type { Db, Trx } from '../../storage/database.ts'
import type { Language } from '../../web/languages.ts'
import { listAttachments } from '../mail-in/mails-in.store.ts'
import { namedIn } from './attach-paper.ts'
import type { CasePageProps, LogInEvent } from './case.page.tsx'
import type { Case } from './case.ts'
import {
  type FoundPerson,
  findCaseNames,
  findEarlier,
  findEntries,
  findOrganisationThere,
  findPeople,
  type OrganisationThere,
} from './case-background.store.ts'
import { findCase } from './cases.store.ts'
import type { EnrolmentPort } from './enrolment-port.ts'

export type CasePageFacts = Pick<
  CasePageProps,
  'found' | 'entries' | 'attachments' | 'paperEnrolments' | 'names' | 'organisation' | 'people' | 'logIns' | 'earlier'
>

export interface CaseLook {
  /** Of whom is sought in the organisation; empty: nobody. */
  person: string
  /** What log-in is looked up; empty: none. */
  reference: string
  language: Language
  by: { personId: string; source: string; capacity: string }
}

type LookDeps = { db: Db; clock: Clock; ids: Ids; enrolments: Pick<EnrolmentPort, 'forPaper'> }

export function readCasePage(deps: LookDeps, id: string, look: CaseLook): Promise<CasePageFacts | null> {
  return deps.db.transaction().execute(async (trx) => {
    const found = await findCase(trx, id)
    if (!found) return null
    const now = deps.clock.now()
    const organisation = found.organisationId ? await findOrganisationThere(trx, found.organisationId, now) : null
    const people = look.person === '' || !organisation ? [] : await findPeople(trx, organisation.id, look.person)
    const events = look.reference === '' ? [] : await findEventsByReference(trx, look.reference)
    const attachments = await listAttachments(trx, id)
    await recordEvents(deps, trx, looksOf(found, look, { organisation, people, events }))
    return {
      found,
      entries: await findEntries(trx, id),
      attachments,
      paperEnrolments: attachments.length > 0 ? await deps.enrolments.forPaper(trx, namedIn(found)) : [],
      names: await findCaseNames(trx, found),
      organisation,
      people: { text: look.person, found: people },
      logIns: { reference: look.reference, events: await inWords(trx, events, look.language) },
      earlier: await findEarlier(trx, found),
    }
  })
}

/** What the organisation and each person who was looked at can find in the log. */
function looksOf(
  found: Case,
  { by, reference }: CaseLook,
  seen: { organisation: OrganisationThere | null; people: readonly FoundPerson[]; events: readonly RecordedEvent[] },
): AuditEvent[] {
  const details = { capacity: by.capacity, case: found.reference }
  const common = {
    outcome: 'success' as const,
    actor: { kind: 'person' as const, id: by.personId },
    source: by.source,
    details,
  }
  const { organisation, people, events } = seen
  const named = organisation && organisation.administrators.length + (organisation.orphan?.candidates.length ?? 0) > 0
  const looked: AuditEvent[] =
    events.length > 0
      ? [
          {
            ...common,
            action: 'desk-case.looked',
            object: { kind: 'desk-case', id: found.id },
            organisationId: events.find((event) => event.organisationId)?.organisationId,
            details: { ...details, logIn: reference },
          },
        ]
      : []
  return [
    ...(named
      ? [
          {
            ...common,
            action: 'organisation.viewed',
            organisationId: organisation.id,
            object: { kind: 'organisation', id: organisation.id },
          },
        ]
      : []),
    ...people.map(({ accountId }) => ({
      ...common,
      action: 'account.viewed',
      organisationId: organisation?.id,
      object: { kind: 'account', id: accountId },
    })),
    ...looked,
  ]
}

const mostEvents = 50

async function inWords(trx: Trx, events: readonly RecordedEvent[], language: Language): Promise<LogInEvent[]> {
  const shown = events.slice(0, mostEvents)
  const names = await findLogNames(
    trx,
    shown.flatMap(({ actor, object }) => [actor.id, object?.id].flatMap((id) => id ?? [])),
  )
  const nameOf = (id: string | undefined) => (id === undefined ? null : (names.get(id)?.[language] ?? null))
  return shown.map(({ at, action, outcome, actor, object }) => ({
    at,
    who: nameOf(actor.id),
    deed: actionSentence(language, action, nameOf(object?.id)),
    outcome,
  }))
}
