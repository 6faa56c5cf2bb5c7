/** An organisation in the middle of a review, in a database that can be struck; deeds carried out by the product, and what came of them. */
import { randomBytes } from 'node:crypto'
import type { Actor } from '../../src/access/admin/actor.ts'
import { changeRole, findChangeableRole, shownRole, typedFrom } from '../../src/access/admin/change/change-role.ts'
import { withdrawRole } from '../../src/access/admin/decide/withdraw-role.ts'
import type { OrganisationCapacity } from '../../src/access/capacities/capacity.ts'
import { writeDay } from '../../src/base/danish-time.ts'
import { randomIds } from '../../src/base/ids.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import type { NotifyDeps } from '../../src/notices/notify.ts'
import { answerItems, type ItemAnswer, keepSomeOfRest } from '../../src/reviews/answer-items.ts'
import { beginReview } from '../../src/reviews/begin-review.ts'
import type { Review } from '../../src/reviews/review.ts'
import { reviewPort } from '../../src/reviews/review-port.ts'
import { findReview } from '../../src/reviews/reviews.store.ts'
import { tellOfReviews } from '../../src/reviews/tell-of-reviews.ts'
import type { Db, Trx } from '../../src/storage/database.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import { insertService } from '../histories/histories-in-database.ts'
import {
  deadline,
  type Holder,
  holders,
  type ModelItem,
  type ReviewDeed,
  type Reviewer,
  type ReviewModel,
} from './review-model.ts'

/** Danish midnight, so that days that are typed are days of the model. */
const start = new Date('2026-01-05T00:00:00+01:00')
const day = 86_400_000
const everybody = [...holders, 'officer'] as const
type Person = (typeof everybody)[number]

export interface ReviewFacts {
  items: Record<Holder, Omit<ModelItem, 'asFrozen' | 'inWard' | 'opposite'>>
  told: string[]
  /** Notices without a mail, and mails without a notice. */
  strayMails: number
}

export interface ReviewScene {
  /** An organisation of its own, with a review that has just begun. */
  begin(review: ReviewModel): Promise<void>
  /** `through`: another process's connections to the same database. */
  carryOut(deed: ReviewDeed, through?: Db): Promise<void>
  facts(): Promise<ReviewFacts>
}

/** What the model says that the facts are. */
export function expectedOf(model: ReviewModel): ReviewFacts {
  const [nurse, doctor, porter, ward, chief] = holders.map((of) => {
    const { decision, by, at, gone, stopsAt, logged, told, stopTold } = model.items[of]
    return { decision, by, at, gone, stopsAt, logged: logged.toSorted(), told: told.toSorted(), stopTold }
  })
  const items = { nurse, doctor, porter, ward, chief } as ReviewFacts['items']
  return { items, told: model.told.toSorted(), strayMails: 0 }
}

export async function makeReviewScene({ db }: { db: Db }): Promise<ReviewScene> {
  let now = start
  const deps: NotifyDeps = {
    clock: { now: () => now },
    ids: randomIds,
    mailKey: mailKeyFrom(randomBytes(32)),
    publicUrl: new URL('https://seb.example'),
  }
  const role = { draft: false, retiredOn: null, level: 1 as const, professions: [], longestDays: null, scopes: [] }
  const named = ['plain', 'sensitive', 'opposite'].map((name) => ({ name, ...role }))
  const { serviceId, roleIds } = await insertService(db, randomIds.uuid(), named)
  const roleId = (name: string) => roleIds.get(name) ?? ''
  await db.updateTable('role').set({ sensitive: true }).where('id', '=', roleId('sensitive')).execute()
  await forbidTogether([...roleIds.values()])
  let organisationId = ''
  let [unitId, elsewhereId] = ['', '']
  let reviewId = ''
  let organisations = 0
  let officerIsAppointed = false
  /** Each change is another than the one before. */
  let changes = 0
  const person = {} as Record<Person, string>
  const account = {} as Record<Person, string>
  const assignment = {} as Record<Holder, string>

  return { begin, carryOut, facts }

  async function begin({ hasOfficer, silence }: ReviewModel): Promise<void> {
    now = start
    changes = 0
    officerIsAppointed = hasOfficer
    // The job is for this one.
    await db.updateTable('review').set({ reminded_at: now, stop_told_at: now, removal_told_at: now }).execute()
    organisations += 1
    organisationId = randomIds.uuid()
    const known = { cvr: String(99_200_000 + organisations), name: 'Made up', kind: 'specialist' } as const
    await insertRows(db, 'organisation', [{ id: organisationId, ...known, status: 'active', created_at: now }])
    ;[unitId, elsewhereId] = [randomIds.uuid(), randomIds.uuid()]
    await insertRows(db, 'unit', [
      { id: unitId, organisation_id: organisationId, key: 'ward', name: 'Ward' },
      { id: elsewhereId, organisation_id: organisationId, key: 'elsewhere', name: 'Elsewhere' },
    ])
    await employ()
    const by = { appointed_by: 'test', appointed_at: now }
    await insertRows(db, 'administrator_appointment', [
      { id: randomIds.uuid(), account_id: account.chief, level: 'chief', unit_ids: null, ...by },
      { id: randomIds.uuid(), account_id: account.ward, level: 'administrator', unit_ids: [unitId], ...by },
    ])
    if (hasOfficer)
      await insertRows(db, 'organisation_function', [
        { id: randomIds.uuid(), account_id: account.officer, function: 'security-officer', ...by },
      ])
    await insertRows(db, 'service_grant', [
      {
        id: randomIds.uuid(),
        organisation_id: organisationId,
        service_id: serviceId,
        role_ids: null,
        ceilings: {},
        valid_from: new Date(0),
        valid_until: null,
      },
    ])
    // In the order of the model.
    const ids = holders.map(() => randomIds.uuid()).sort()
    for (const [at, of] of holders.entries()) assignment[of] = ids[at] ?? ''
    await insertRows(
      db,
      'role_assignment',
      holders.map((of) => assigned(of, assignment[of], of === 'doctor' ? 'sensitive' : 'plain')),
    )
    reviewId = randomIds.uuid()
    const wanted = {
      id: reviewId,
      name: 'Made up',
      unitIds: null,
      serviceIds: null,
      onlySensitive: false,
      deadline: new Date(start.getTime() + deadline * day),
      silence,
      origin: 'chief',
      batchId: null,
    } as const
    await inOrganisation(db, organisationId, (trx) => beginReview(deps, trx, organisationId, null, wanted))
  }

  async function employ(): Promise<void> {
    for (const who of everybody) {
      person[who] = randomIds.uuid()
      account[who] = randomIds.uuid()
    }
    const mail = (who: Person) => ({ name: who, email: `${who}@example.dk`, language: 'da' as const })
    await insertRows(
      db,
      'person',
      everybody.map((who) => ({ id: person[who], created_at: start, ...mail(who) })),
    )
    await insertRows(
      db,
      'account',
      everybody.map((who) => ({
        id: account[who],
        person_id: person[who],
        organisation_id: organisationId,
        unit_id: who === 'nurse' || who === 'doctor' || who === 'ward' ? unitId : null,
        key: account[who],
        status: 'active',
        valid_from: start,
        created_at: start,
      })),
    )
  }

  function assigned(of: Holder, id: string, name: string) {
    return {
      id,
      account_id: account[of],
      organisation_id: organisationId,
      service_id: serviceId,
      role_id: roleId(name),
      key: id,
      scopes: {},
      valid_from: start,
      valid_until: null,
      withdrawn_at: null,
      reason: 'made up',
      given_at: start,
      assigned_by: 'test',
    }
  }

  async function forbidTogether(together: readonly string[]): Promise<void> {
    const id = randomIds.uuid()
    const names = { name_da: 'Ikke begge', name_en: 'Not both' }
    await insertRows(db, 'role_conflict', [{ id, key: id, ...names, effect: 'blocked', created_at: start }])
    await insertRows(
      db,
      'role_conflict_role',
      together.map((role_id) => ({ conflict_id: id, role_id })),
    )
  }

  async function carryOut(it: ReviewDeed, through: Db = db): Promise<void> {
    switch (it.deed) {
      case 'time passes':
        now = new Date(now.getTime() + it.days * day)
        return
      case 'job runs':
        await tellOfReviews({ ...deps, db: through })
        return
      case 'answers':
        return answer(
          through,
          it.by,
          it.answers.map(({ of, answer: given }) => ({ assignmentId: assignment[of], answer: given })),
        )
      case 'undoes':
        return answer(through, it.by, [{ assignmentId: assignment[it.of], answer: 'undo' }])
      case 'confirms the rest':
        await asReviewer(through, it.by, (trx, review, actor) =>
          keepSomeOfRest(deps, trx, actor, review, { after: null, atMost: it.atMost }),
        )
        return
      case 'takes back': {
        const wanted = { accountId: account[it.of], assignmentId: assignment[it.of], reason: 'made up' }
        await inOrganisation(through, organisationId, (trx) => withdrawRole(deps, trx, actorOf(it.by), wanted))
        return
      }
      case 'changes':
        await inOrganisation(through, organisationId, (trx) => change(trx, actorOf(it.by), it.of))
        return
      case 'changed elsewhere': {
        const valid_until = nextEnd(600)
        await db.updateTable('role_assignment').set({ valid_until }).where('id', '=', assignment[it.of]).execute()
        return
      }
      case 'moved': {
        const of = account[it.of]
        const { unit_id } = await db
          .selectFrom('account')
          .select('unit_id')
          .where('id', '=', of)
          .executeTakeFirstOrThrow()
        const next = unit_id === unitId ? elsewhereId : unitId
        await db.updateTable('account').set({ unit_id: next }).where('id', '=', of).execute()
        return
      }
      case 'given the opposite':
        await insertRows(db, 'role_assignment', [assigned(it.of, randomIds.uuid(), 'opposite')])
    }
  }

  async function answer(through: Db, by: Reviewer, answers: readonly ItemAnswer[]): Promise<void> {
    await asReviewer(through, by, (trx, review, actor) => answerItems(deps, trx, actor, review, answers))
  }

  async function asReviewer(
    through: Db,
    by: Reviewer,
    use: (trx: Trx, review: Review, actor: Actor) => Promise<unknown>,
  ) {
    await inOrganisation(through, organisationId, async (trx) => {
      const review = await findReview(trx, reviewId)
      if (review) await use(trx, review, actorOf(by))
    })
  }

  /** As the form does, and the page behind it. */
  async function change(trx: Trx, actor: Actor, of: Holder): Promise<void> {
    const ids = { accountId: account[of], assignmentId: assignment[of] }
    const found = await findChangeableRole(trx, actor, { ...ids, now })
    if (!found) return
    const before = found.right.assignment
    const typed = { ...typedFrom(before), until: writeDay(nextEnd(300)) }
    const wanted = { ...ids, typed, shown: shownRole(before), exception: '' }
    const outcome = await changeRole(deps, trx, actor, wanted)
    if (outcome?.outcome === 'changed') await reviewPort.answerByChange(deps, trx, actor, ids.assignmentId)
  }

  /** Never longer than the one before. */
  function nextEnd(from: number): Date {
    changes += 1
    return new Date(start.getTime() + (from - changes) * day)
  }

  function actorOf(who: Reviewer): Actor {
    const kinds: Record<Reviewer, OrganisationCapacity['kind']> = {
      ward: 'administrator',
      chief: 'chief-administrator',
      // Without the function, somebody employed like others.
      officer: officerIsAppointed ? 'security-officer' : 'employee',
    }
    const organisation = { id: organisationId, cvr: '99000001', name: 'Made up' }
    const limits = { unitIds: who === 'ward' ? [unitId] : null, serviceIds: null }
    const acting = { kind: kinds[who], key: who, accountId: account[who], organisation, unitName: null, limits }
    return { acting, personId: person[who], source: 'test' }
  }

  async function facts(): Promise<ReviewFacts> {
    const rows = await db
      .selectFrom('review_item as item')
      .innerJoin('role_assignment as held', 'held.id', 'item.assignment_id')
      .select(['held.id', 'item.decision', 'item.decided_by', 'item.decided_at', 'item.stop_told_at'])
      .select(['held.withdrawn_at', 'held.unanswered_from'])
      .where('item.review_id', '=', reviewId)
      .execute()
    const events = await db
      .selectFrom('audit_event')
      .select(['action', 'object_id', 'actor_id'])
      .where('organisation_id', '=', organisationId)
      .where('object_kind', '=', 'role-assignment')
      .execute()
    const notices = await db
      .selectFrom('notice')
      .leftJoin('mail', 'mail.id', 'notice.id')
      .select(['notice.kind', 'notice.person_id', 'mail.id as mail'])
      .where('notice.organisation_id', '=', organisationId)
      .execute()
    const alone = await db
      .selectFrom('mail')
      .leftJoin('notice', 'notice.id', 'mail.id')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .where('mail.organisation_id', '=', organisationId)
      .where('notice.id', 'is', null)
      .executeTakeFirstOrThrow()
    const about = (of: Holder) => {
      const row = rows.find(({ id }) => id === assignment[of])
      return {
        decision: (row?.decision ?? null) as ModelItem['decision'],
        by: nameOf(row?.decided_by ?? null) as Reviewer | null,
        at: since(row?.decided_at ?? null),
        gone: since(row?.withdrawn_at ?? null),
        stopsAt: since(row?.unanswered_from ?? null),
        logged: events
          .filter(({ object_id }) => object_id === assignment[of])
          .map(({ action, actor_id }) => `${action} → ${nameOf(actor_id) ?? 'nobody'}`)
          .sort(),
        told: notices
          .filter(({ kind, person_id }) => kind.startsWith('role.') && person_id === person[of])
          .map(({ kind }) => kind)
          .sort(),
        stopTold: row?.stop_told_at !== null,
      }
    }
    const [nurse, doctor, porter, ward, chief] = holders.map(about)
    return {
      items: { nurse, doctor, porter, ward, chief } as ReviewFacts['items'],
      told: notices
        .filter(({ kind }) => kind.startsWith('review.'))
        .map(({ kind, person_id }) => `${kind} → ${nameOf(person_id)}`)
        .sort(),
      strayMails: notices.filter(({ mail }) => mail === null).length + Number(alone.count),
    }
  }

  function since(at: Date | null): number | null {
    return at && (at.getTime() - start.getTime()) / day
  }

  function nameOf(id: string | null): Person | null {
    return everybody.find((who) => person[who] === id) ?? null
  }
}
