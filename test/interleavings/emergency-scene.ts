/** An organisation with a role for emergencies, in a database that can be struck; deeds carried out by the product, and what came of them. */
import { randomBytes } from 'node:crypto'
import type { Actor } from '../../src/access/admin/actor.ts'
import type { OrganisationCapacity } from '../../src/access/capacities/capacity.ts'
import { randomIds, rowOfForm } from '../../src/base/ids.ts'
import { judgeEmergency } from '../../src/emergency/review/judge-emergency.ts'
import { endEmergency } from '../../src/emergency/take/end-emergency.ts'
import { takeEmergency } from '../../src/emergency/take/take-emergency.ts'
import { tellOverdue } from '../../src/emergency/tell-overdue.job.ts'
import { mailKeyFrom } from '../../src/mail/seal-mail.ts'
import type { NotifyDeps } from '../../src/notices/notify.ts'
import type { Db } from '../../src/storage/database.ts'
import { inOrganisation } from '../../src/storage/in-organisation.ts'
import { insertRows } from '../../src/storage/upsert-rows.ts'
import { insertService } from '../histories/histories-in-database.ts'
import { type EmergencyDeed, hoursOfRole, type Model, type Person, persons } from './emergency-model.ts'

const start = new Date('2026-03-02T00:00:00Z')
const hour = 3_600_000

export interface EmergencyFact {
  by: Person
  takenAt: number
  endedAt: number | null
  verdict: string | null
  reviewedBy: Person | null
  /** Assignments of it, and whether they end with it. */
  given: { until: number; withdrawnAt: number | null }[]
  logged: string[]
  /** Notices of each kind to each person, by its name. */
  told: string[]
}

export interface EmergencyScene {
  begin(): Promise<void>
  /** `through`: another process's connections to the same database. */
  carryOut(deed: EmergencyDeed, through?: Db): Promise<void>
  facts(): Promise<EmergencyFact[]>
}

/** What the model says that the facts are. */
export function expectedOf(model: Model): EmergencyFact[] {
  return model.emergencies.map((one) => {
    const others = (['chief', 'other chief'] as const).filter((person) => person !== one.by)
    return {
      by: one.by,
      takenAt: one.takenAt,
      endedAt: one.endedAt,
      verdict: one.verdict,
      reviewedBy: one.reviewedBy,
      given: [{ until: one.takenAt + hoursOfRole, withdrawnAt: one.endedAt }],
      logged: [
        'taken',
        ...(one.endedAt === null ? [] : ['ended']),
        ...(one.verdict === null ? [] : ['reviewed']),
      ].sort(),
      told: [
        ...others.map((person) => `emergency.taken → ${person}`),
        ...(one.overdueTold ? others.map((person) => `emergency.overdue → ${person}`) : []),
        ...(one.verdict === null ? [] : [`emergency.reviewed → ${one.by}`]),
      ].sort(),
    }
  })
}

export async function makeEmergencyScene({ db }: { db: Db }): Promise<EmergencyScene> {
  let now = start
  const deps: NotifyDeps = {
    clock: { now: () => now },
    ids: randomIds,
    mailKey: mailKeyFrom(randomBytes(32)),
    publicUrl: new URL('https://seb.example'),
  }
  let organisationId = ''
  let serviceKey = ''
  let roleId = ''
  const person = {} as Record<Person, string>
  const account = {} as Record<Person, string>
  let organisations = 0
  /** In the order they were taken: two may be taken in the same second. */
  let order: string[] = []

  return { begin, carryOut, facts }

  /** An organisation of its own, so that what others were told is not counted. */
  async function begin(): Promise<void> {
    now = start
    order = []
    organisations += 1
    organisationId = randomIds.uuid()
    const cvr = String(99_100_000 + organisations)
    const named = { cvr, name: 'Made up', kind: 'specialist', status: 'active', created_at: now } as const
    await insertRows(db, 'organisation', [{ id: organisationId, ...named }])
    for (const who of persons) await employ(who)
    const chief = (who: Person) => ({
      id: randomIds.uuid(),
      account_id: account[who],
      level: 'chief' as const,
      unit_ids: null,
      appointed_by: 'test',
      appointed_at: now,
    })
    await insertRows(db, 'administrator_appointment', [chief('chief'), chief('other chief')])
    serviceKey = randomIds.uuid()
    const role = { draft: false, retiredOn: null, level: 1 as const, professions: [], longestDays: null, scopes: [] }
    const made = await insertService(db, serviceKey, [{ name: 'role', ...role }])
    roleId = made.roleIds.get('role') ?? ''
    await db.updateTable('role').set({ emergency_hours: hoursOfRole }).where('id', '=', roleId).execute()
    const whole = { role_ids: null, ceilings: {}, valid_from: new Date(0), valid_until: null }
    await insertRows(db, 'service_grant', [
      { id: randomIds.uuid(), organisation_id: organisationId, service_id: made.serviceId, ...whole },
    ])
  }

  async function employ(who: Person): Promise<void> {
    person[who] = randomIds.uuid()
    account[who] = randomIds.uuid()
    const named = { name: who, email: `${who.replace(' ', '-')}@example.dk`, language: 'da' as const }
    await insertRows(db, 'person', [{ id: person[who], created_at: start, ...named }])
    const times = { valid_from: start, created_at: start }
    const held = { key: account[who], status: 'active' as const, unit_id: null }
    await insertRows(db, 'account', [
      { id: account[who], person_id: person[who], organisation_id: organisationId, ...held, ...times },
    ])
  }

  async function carryOut(it: EmergencyDeed, through: Db = db): Promise<void> {
    switch (it.deed) {
      case 'time passes':
        now = new Date(now.getTime() + it.hours * hour)
        return
      case 'account suspended':
      case 'account reopened': {
        const status = it.deed === 'account suspended' ? 'suspended' : 'active'
        await db.updateTable('account').set({ status }).where('id', '=', account.taker).execute()
        return
      }
      case 'grant taken':
      case 'grant back': {
        const role_ids = it.deed === 'grant taken' ? [] : null
        await db.updateTable('service_grant').set({ role_ids }).where('organisation_id', '=', organisationId).execute()
        return
      }
      case 'overdue told':
        await tellOverdue({ ...deps, db: through })
        return
      case 'takes': {
        const taking = {
          id: rowOfForm(String(it.form), account[it.by]),
          accountId: account[it.by],
          personId: person[it.by],
          organisationId,
          serviceKey,
          roleId,
          scopes: {},
          reason: 'made up',
          refusalReference: null,
          source: 'test',
        }
        await inOrganisation(through, organisationId, (trx) => takeEmergency(deps, trx, taking))
        return
      }
      case 'ends': {
        const last = await lastTaken()
        const by = { id: last ?? randomIds.uuid(), personId: person[it.by], source: 'test' }
        await inOrganisation(through, organisationId, (trx) => endEmergency(deps, trx, by))
        return
      }
      case 'judges': {
        const id = (await lastTaken()) ?? randomIds.uuid()
        const judging = { id, verdict: it.verdict, words: 'made up' }
        await inOrganisation(through, organisationId, (trx) => judgeEmergency(deps, trx, actorOf(it.by), judging))
      }
    }
  }

  function actorOf(who: Person): Actor {
    const isChief = who === 'chief' || who === 'other chief'
    const kind: OrganisationCapacity['kind'] = isChief ? 'chief-administrator' : 'employee'
    const organisation = { id: organisationId, cvr: '99000001', name: 'Made up' }
    const limits = { unitIds: null, serviceIds: null }
    const acting = { kind, key: who, accountId: account[who], organisation, unitName: null, limits }
    return { acting, personId: person[who], source: 'test' }
  }

  async function lastTaken(): Promise<string | null> {
    return (await taken()).at(-1)?.id ?? null
  }

  async function taken() {
    const rows = await db
      .selectFrom('emergency_access')
      .selectAll()
      .where('organisation_id', '=', organisationId)
      .execute()
    order.push(...rows.map(({ id }) => id).filter((id) => !order.includes(id)))
    return rows.toSorted((one, other) => order.indexOf(one.id) - order.indexOf(other.id))
  }

  async function facts(): Promise<EmergencyFact[]> {
    const rows = await taken()
    const events = await db
      .selectFrom('audit_event')
      .select(['action', 'reference'])
      .where('organisation_id', '=', organisationId)
      .where('action', 'like', 'emergency-access.%')
      .execute()
    const notices = await db
      .selectFrom('notice')
      .select(['kind', 'person_id', 'path', 'subject_account_id', 'created_at'])
      .where('organisation_id', '=', organisationId)
      .execute()
    const given = await db
      .selectFrom('role_assignment')
      .select(['id', 'valid_until', 'withdrawn_at'])
      .where('organisation_id', '=', organisationId)
      .execute()
    return rows.map((row) => ({
      by: nameOf(row.person_id) ?? 'colleague',
      takenAt: since(row.taken_at),
      endedAt: row.ended_at && since(row.ended_at),
      verdict: row.verdict,
      reviewedBy: row.reviewed_by ? nameOf(row.reviewed_by) : null,
      given: given
        .filter(({ id }) => id === row.assignment_id)
        .map(({ valid_until: until, withdrawn_at: withdrawn }) => ({
          until: until ? since(until) : -1,
          withdrawnAt: withdrawn && since(withdrawn),
        })),
      logged: events
        .filter(({ reference }) => reference === row.reference)
        .map(({ action }) => action.replace('emergency-access.', ''))
        .sort(),
      told: notices
        .filter(({ path }) => path?.endsWith(row.id))
        .map(({ kind, person_id }) => `${kind} → ${nameOf(person_id)}`)
        .sort(),
    }))
  }

  function since(at: Date): number {
    return (at.getTime() - start.getTime()) / hour
  }

  function nameOf(id: string): Person | null {
    return persons.find((who) => person[who] === id) ?? null
  }
}
