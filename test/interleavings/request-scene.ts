/** An organisation with those who decide, in a database that can be struck; deeds carried out by the product, and what came of them. */
import { randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Actor } from '../../src/access/admin/actor.ts'
import type { OrganisationCapacity } from '../../src/access/capacities/capacity.ts'
import { readEnd, writeDay } from '../../src/base/danish-time.ts'
import { randomIds } from '../../src/base/ids.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import type { NotifyDeps } from '../../src/notices/notify.ts'
import { type Decision, decideRequest } from '../../src/requests/decide/decide-request.ts'
import { answerQuestion } from '../../src/requests/mine/answer-question.ts'
import { withdrawRequest } from '../../src/requests/withdraw-request.ts'
import type { Db, Trx } from '../../src/storage/database.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import { insertService } from '../histories/histories-in-database.ts'
import { everybody, lapsesAfter, lessEndsAfter, type ModelDeed, type ModelRequest, type Who } from './request-model.ts'

/** Danish midnight, so that what ends after so many days ends on the day that is said. */
const beginning = new Date('2026-03-02T00:00:00+01:00')
const hour = 3_600_000

export interface Facts {
  state: string
  version: number
  first: Who | null
  decidedBy: Who | null
  given: ModelRequest['given'] | 'twice'
  steps: { step: string; by: Who }[]
  told: string[]
  /** What the log tells of it, in its order. */
  logged: string[]
}

export interface RequestScene {
  /** Somebody new asks. */
  begin(request: ModelRequest): Promise<void>
  /** `through`: another process's connections to the same database. */
  carryOut(deed: ModelDeed, through?: Db): Promise<void>
  facts(): Promise<Facts>
  /** How many mails are queued in all. */
  mails(): Promise<number>
}

/** What the model says that the facts are. */
export function expectedOf(model: ModelRequest): Facts {
  return {
    state: model.state,
    version: model.version,
    first: model.first,
    decidedBy: model.decidedBy,
    given: model.given,
    steps: model.steps,
    told: model.told.toSorted(),
    logged: [
      ...model.steps.map(({ step }) => `access-request.${step}`),
      ...(model.given === 'nothing' ? [] : ['role-assignment.added']),
    ].sort(),
  }
}

export async function makeRequestScene({ db }: { db: Db }): Promise<RequestScene> {
  let now = beginning
  const deps: NotifyDeps = {
    clock: { now: () => now },
    ids: randomIds,
    mailKey: mailKeyFrom(randomBytes(32)),
    publicUrl: new URL('https://seb.example'),
  }
  const [organisationId, unitId] = [randomIds.uuid(), randomIds.uuid()]
  const persons = {} as Record<Who, string>
  const accounts = {} as Record<Who, string>
  let requestId = ''
  let roleId = ''
  let serviceId = ''
  /** The last event before the request. */
  let before = 0

  await insertRows(db, 'organisation', [
    { id: organisationId, cvr: '99000001', name: 'Made up', kind: 'specialist', status: 'active', created_at: now },
  ])
  await insertRows(db, 'unit', [{ id: unitId, organisation_id: organisationId, key: 'ward', name: 'Ward' }])
  for (const who of ['ward', 'wide', 'chief'] as const) await employ(who)
  const appointed = (who: Who, level: 'chief' | 'administrator', unit_ids: string[] | null) => ({
    id: randomIds.uuid(),
    account_id: accounts[who],
    level,
    unit_ids,
    appointed_by: 'test',
    appointed_at: now,
  })
  await insertRows(db, 'administrator_appointment', [
    appointed('ward', 'administrator', [unitId]),
    appointed('wide', 'administrator', null),
    appointed('chief', 'chief', null),
  ])

  return { begin, carryOut, facts, mails }

  async function employ(who: Who): Promise<void> {
    const [person, account] = [randomIds.uuid(), randomIds.uuid()]
    persons[who] = person
    accounts[who] = account
    const named = { name: who, email: `${who}@example.dk`, language: 'da' as const }
    await insertRows(db, 'person', [{ id: person, created_at: beginning, ...named }])
    await insertRows(db, 'account', [
      {
        id: account,
        person_id: person,
        organisation_id: organisationId,
        unit_id: unitId,
        key: account,
        status: 'active',
        valid_from: beginning,
        created_at: beginning,
      },
    ])
  }

  async function begin({ sensitive, asker }: ModelRequest): Promise<void> {
    now = beginning
    const last = await db
      .selectFrom('audit_event')
      .select(({ fn }) => fn.max('sequence').as('sequence'))
      .executeTakeFirst()
    before = last?.sequence ?? 0
    for (const who of ['subject', 'colleague'] as const) await employ(who)
    const role = { draft: false, retiredOn: null, level: 1 as const, professions: [], longestDays: null, scopes: [] }
    const made = await insertService(db, randomIds.uuid(), [{ name: 'role', ...role }])
    serviceId = made.serviceId
    roleId = made.roleIds.get('role') ?? ''
    await db.updateTable('role').set({ sensitive }).where('id', '=', roleId).execute()
    await insertRows(db, 'service_grant', [
      {
        id: randomIds.uuid(),
        organisation_id: organisationId,
        service_id: serviceId,
        valid_from: new Date(0),
        valid_until: null,
        role_ids: null,
        ceilings: {},
      },
    ])
    requestId = randomIds.uuid()
    await insertRows(db, 'access_request', [
      {
        id: requestId,
        reference: randomIds.reference(),
        organisation_id: organisationId,
        kind: 'more-access',
        state: 'submitted',
        version: 1,
        asked_by: persons[asker],
        person_id: persons.subject,
        account_id: accounts.subject,
        service_id: serviceId,
        role_id: roleId,
        scopes: {},
        reason: 'made up',
        created_at: now,
        updated_at: now,
        submitted_at: now,
        expires_at: new Date(now.getTime() + lapsesAfter * hour),
      },
    ])
  }

  async function carryOut(it: ModelDeed, through: Db = db): Promise<void> {
    switch (it.deed) {
      case 'looks':
        return
      case 'time passes':
        now = new Date(now.getTime() + it.hours * hour)
        return
      case 'account suspended':
      case 'account reopened': {
        const status = it.deed === 'account suspended' ? 'suspended' : 'active'
        await db.updateTable('account').set({ status }).where('id', '=', accounts.subject).execute()
        return
      }
      case 'role retired':
      case 'role back': {
        const status = it.deed === 'role retired' ? 'retired' : 'active'
        await db.updateTable('role').set({ status }).where('id', '=', roleId).execute()
        return
      }
      case 'withdraws':
        await asThemselves(through, (trx) =>
          withdrawRequest(deps, trx, { id: requestId, by: persons[it.by], source: undefined }),
        )
        return
      case 'answers': {
        const answer = { id: requestId, by: persons[it.by], source: 'test', words: 'Svar' }
        await asThemselves(through, (trx) => answerQuestion(deps, trx, answer))
        return
      }
      default: {
        const deciding = { id: requestId, version: it.version, decision: decisionOf(it) }
        await inOrganisation(through, organisationId, (trx) => decideRequest(deps, trx, actorOf(it.by), deciding))
      }
    }
  }

  function asThemselves<Result>(through: Db, use: (trx: Trx) => Promise<Result>): Promise<Result> {
    return through.transaction().execute(use)
  }

  function actorOf(who: Who): Actor {
    const kinds: Record<Who, OrganisationCapacity['kind']> = {
      subject: 'employee',
      colleague: 'employee',
      ward: 'administrator',
      wide: 'administrator',
      chief: 'chief-administrator',
    }
    const organisation = { id: organisationId, cvr: '99000001', name: 'Made up' }
    const limits = { unitIds: who === 'ward' ? [unitId] : null, serviceIds: null }
    const acting = { kind: kinds[who], key: who, accountId: accounts[who], organisation, unitName: null, limits }
    return { acting, personId: persons[who], source: 'test' }
  }

  function decisionOf(it: Extract<ModelDeed, { deed: 'approves' | 'asks back' | 'rejects' }>): Decision {
    if (it.deed !== 'approves') return { kind: it.deed === 'rejects' ? 'reject' : 'return', words: 'Fordi' }
    const less = {
      scopes: {},
      from: writeDay(now),
      until: writeDay(new Date(beginning.getTime() + lessEndsAfter * hour - 1)),
      hours: [],
      reason: '',
    }
    return { kind: 'approve', typed: it.less ? less : null, exception: '', words: '' }
  }

  async function facts(): Promise<Facts> {
    const row = await db.selectFrom('access_request').selectAll().where('id', '=', requestId).executeTakeFirstOrThrow()
    const steps = await db
      .selectFrom('access_request_step')
      .select(['step', 'by_person'])
      .where('request_id', '=', requestId)
      .orderBy('position')
      .execute()
    const given = await db
      .selectFrom('role_assignment')
      .selectAll()
      .where('account_id', '=', accounts.subject)
      .execute()
    const notices = await db
      .selectFrom('notice')
      .select(['kind', 'person_id'])
      .where('subject_account_id', '=', accounts.subject)
      .execute()
    const { rows: events } = await sql<{ action: string }>`
      select action from audit_event where sequence > ${before} and details ->> 'request' = ${requestId}`.execute(db)
    const whole = (end: Date | null) => (end?.getTime() === readEnd(lessDay())?.getTime() ? 'less' : 'as asked')
    return {
      state: row.state,
      version: row.version,
      first: nameOf(row.first_approved_by),
      decidedBy: nameOf(row.decided_by),
      given: given.length > 1 ? 'twice' : given[0] ? whole(given[0].valid_until) : 'nothing',
      steps: steps.map(({ step, by_person }) => ({ step, by: nameOf(by_person) ?? 'subject' })),
      told: notices.map(({ kind, person_id }) => `${kind} → ${nameOf(person_id)}`).sort(),
      logged: events.map(({ action }) => action).sort(),
    }
  }

  function lessDay(): string {
    return writeDay(new Date(beginning.getTime() + lessEndsAfter * hour - 1))
  }

  function nameOf(personId: string | null): Who | null {
    return everybody.find((who) => persons[who] === personId) ?? null
  }

  async function mails(): Promise<number> {
    const row = await db
      .selectFrom('mail')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .executeTakeFirstOrThrow()
    return Number(row.count)
  }
}
