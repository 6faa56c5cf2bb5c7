/**
 * Approves an enrolment, asks about it or rejects it. Approval makes all of it in one transaction: the organisation, its units, the
 * services it is given, and the people it names, each with an invitation by which SEB knows them from their first log-in on.
 */
import { giveGrants } from '../../access/management/grants/give-grants.ts'
import type { GrantTerms } from '../../access/management/grants/grant-terms.ts'
import type { Manager } from '../../access/management/manager.ts'
import { inviteFirst } from '../../access/management/organisations/invite-first.ts'
import { createOrganisation } from '../../access/management/organisations/save-organisation.ts'
import { emptyUnit, saveUnit } from '../../access/management/organisations/save-unit.ts'
import { rowOfForm } from '../../base/ids.ts'
import { queueMail } from '../../mail/queue-mail.ts'
import type { Trx } from '../../storage/database.ts'
import { answeredMail, approvedMail, invitedMail } from '../enrolment.mail.ts'
import { moveEnrolment } from '../enrolment-state.ts'
import { type Enrolment, lockEnrolment } from '../enrolments.store.ts'
import { move } from '../move-enrolment.ts'
import type { TellingDeps } from '../tell-staff.ts'
import { peopleOf, type TypedPerson, unitsOf } from '../typed-enrolment.ts'

export type Deciding = 'done' | 'meanwhile' | 'taken' | 'not-found'

export interface Choice {
  serviceId: string
  name: string
  terms: GrantTerms
}

/** `version`: of the page that was read. The same press twice is one approval. */
export async function approveEnrolment(
  deps: TellingDeps,
  trx: Trx,
  manager: Manager,
  { id, version, choices }: { id: string; version: number; choices: readonly Choice[] },
): Promise<Deciding> {
  const now = deps.clock.now()
  const enrolment = await lockEnrolment(trx, id, now)
  if (!enrolment) return 'not-found'
  if (enrolment.state === 'approved') return 'done'
  if (enrolment.version !== version || !moveEnrolment(enrolment, 'approve', now).moved) return 'meanwhile'
  const organisationId = rowOfForm(id, 'organisation')
  const { organisation } = enrolment.typed
  const { cvr, name, kind } = organisation
  const created = await createOrganisation(deps, trx, manager, {
    id: organisationId,
    typed: { cvr, name, kind, allowsPrivateLogIn: false },
    language: enrolment.language,
  })
  if (created.outcome !== 'saved') return 'taken'
  for (const [at, unit] of unitsOf(organisation).entries()) {
    const typed = { ...emptyUnit, name: unit.name, sor: unit.sor, pNumber: unit.pNumber, ydernummer: unit.ydernummer }
    const unitId = rowOfForm(id, 'unit', String(at))
    await saveUnit(deps, trx, manager, {
      organisationId,
      unitId,
      isNew: true,
      typed,
      shown: '',
      language: enrolment.language,
    })
  }
  for (const { serviceId, terms } of choices)
    await giveGrants(deps, trx, manager, {
      formId: rowOfForm(id, 'grant', serviceId),
      target: { organisationId },
      serviceId,
      terms,
    })
  await invitePeople(deps, trx, manager, { enrolment, organisation: { id: organisationId, name } })
  const by = { kind: 'staff', personId: manager.personId, source: manager.source } as const
  await move(deps, trx, enrolment, 'approve', by, {
    organisationId,
    details: { organisation: organisationId, services: choices.map(({ serviceId }) => serviceId) },
  })
  await tellApproved(deps, trx, enrolment, { organisationId, services: choices.map((choice) => choice.name) })
  return 'done'
}

/** One person may be several: they get one account, and one invitation. */
async function invitePeople(
  deps: TellingDeps,
  trx: Trx,
  manager: Manager,
  { enrolment, organisation }: { enrolment: Enrolment; organisation: { id: string; name: string } },
): Promise<void> {
  const { officer, chief, signer } = peopleOf(enrolment.typed.people)
  const { language } = enrolment
  for (const person of distinct([chief, officer, signer])) {
    const isChief = isSame(person, chief)
    await inviteFirst(deps, trx, manager, {
      organisation,
      person: {
        accountId: rowOfForm(enrolment.id, 'account', person.email.toLowerCase()),
        name: person.name,
        email: person.email,
        language,
        isChief,
        functions: [
          ...(isSame(person, officer) ? ['security-officer' as const] : []),
          ...(isSame(person, signer) ? ['signatory' as const] : []),
        ],
        mail: (to, facts) => invitedMail(isChief ? 'chief' : isSame(person, officer) ? 'officer' : 'signer', to, facts),
      },
    })
  }
}

/** Those who are named hear of it by their invitations. */
async function tellApproved(
  deps: TellingDeps,
  trx: Trx,
  enrolment: Enrolment,
  { organisationId, services }: { organisationId: string; services: readonly string[] },
): Promise<void> {
  const { chief } = peopleOf(enrolment.typed.people)
  await queueMail(deps, trx, [approvedMail(deps, enrolment, { organisationId, services, chief: chief.name })])
}

function isSame(one: TypedPerson, other: TypedPerson): boolean {
  return one.email.toLowerCase() === other.email.toLowerCase()
}

function distinct(people: readonly TypedPerson[]): TypedPerson[] {
  return people.filter((person, at) => !people.slice(0, at).some((other) => isSame(person, other)))
}

/** Sends it back with a question, or rejects it; whoever filled it in reads why on its page. */
export async function answerEnrolment(
  deps: TellingDeps,
  trx: Trx,
  manager: Manager,
  { id, version, answer, words }: { id: string; version: number; answer: 'return' | 'reject'; words: string },
): Promise<Deciding> {
  const enrolment = await lockEnrolment(trx, id, deps.clock.now())
  if (!enrolment) return 'not-found'
  const after = answer === 'return' ? 'returned' : 'rejected'
  // The same press twice: the first did it.
  if (enrolment.state === after && enrolment.version === version + 1) return 'done'
  if (enrolment.version !== version) return 'meanwhile'
  const by = { kind: 'staff', personId: manager.personId, source: manager.source } as const
  const moved = await move(deps, trx, enrolment, answer, by, { words })
  if (!moved.moved) return 'meanwhile'
  await queueMail(deps, trx, [answeredMail(deps, enrolment, after)])
  return 'done'
}
