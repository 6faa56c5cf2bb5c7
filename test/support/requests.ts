/** The made-up clinic with those who decide and those who ask; requests as they stand once they have been sent. */
import { sql } from 'kysely'
import { randomIds } from '../../src/base/ids.ts'
import type { Row } from '../../src/storage/upsert-rows.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { enterAdministration } from './administration.ts'
import { anna, birgit, otherCvr, sor } from './clinic.ts'
import { type ClinicStage, openClinicStage } from './clinic-stage.ts'
import type { TestPerson } from './test-provider.ts'

const someone = (digit: string, name: string): TestPerson => ({
  ...anna,
  uuid: `${digit.repeat(8)}-${digit.repeat(4)}-4${digit.repeat(3)}-8${digit.repeat(3)}-${digit.repeat(12)}`,
  name,
})

/** Administers the clinic's one unit. */
export const erik = someone('e', 'Erik Graa')
/** Administers all of the clinic. */
export const frida = someone('f', 'Frida Hav')
/** Asks, besides Birgit. */
const gudrun = someone('7', 'Gudrun Hede')
export const hans = someone('8', 'Hans Iversen')
/** Is chief administrator of another organisation. */
export const ingrid = { ...someone('9', 'Ingrid Juhl'), cvr: otherCvr, orgName: 'Fjordby Kommune' }

export interface RequestStage extends ClinicStage {
  enter(person: TestPerson): Promise<UserAgent>
  /** A request as it stands once it has been sent; `account` is a key. */
  ask(account: string, more?: Partial<Row<'access_request'>>): Promise<string>
  open(browser: UserAgent, path: string): Promise<Page>
  post(browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page>
  /** Sends the form of a page about a request, over what it holds. */
  decide(browser: UserAgent, id: string, way: '' | '/mindre' | '/spoerg' | '/afvis', fields?: object): Promise<Page>
  request(id: string): Promise<{ state: string; version: number; decided_by: string | null }>
  /** How many assignments, events and mails came of it. */
  traces(id: string): Promise<{ given: number; approved: number; added: number; mails: string[] }>
  roleId(service: string, role?: string): Promise<string>
}

/** `directory`: where the database keeps its files, else in memory. */
export async function openRequestStage(more: object = {}, directory: string | null = null): Promise<RequestStage> {
  const stage = await openClinicStage({}, [], directory)
  const account = (key: string, person: TestPerson, rest: object = {}) => ({
    key,
    name: person.name,
    email: `${key}@example.dk`,
    accounts: [{ cvr: person.cvr, key, professionalUuid: person.uuid, ...rest }],
  })
  const unit = { unit: 'klinik' }
  await stage.apply({
    people: [
      account('anna', anna, { ...unit, administrator: { level: 'chief' } }),
      account('birgit', birgit, unit),
      account('erik', erik, { ...unit, administrator: { level: 'administrator', units: ['klinik'] } }),
      account('frida', frida, { administrator: { level: 'administrator' } }),
      account('gudrun', gudrun, unit),
      account('hans', hans, unit),
      account('ingrid', ingrid, { administrator: { level: 'chief' } }),
    ],
  })
  await stage.apply(more)
  const { db, clock } = stage
  const idOf = async (key: string) => {
    const row = await db
      .selectFrom('account')
      .select(['id', 'person_id', 'organisation_id'])
      .where('key', '=', key)
      .executeTakeFirstOrThrow()
    return row
  }
  const roleId = async (service: string, role = 'laege') => {
    const row = await db
      .selectFrom('role')
      .innerJoin('service', 'service.id', 'role.service_id')
      .select('role.id')
      .where('service.key', '=', service)
      .where('role.key', '=', role)
      .executeTakeFirstOrThrow()
    return row.id
  }
  const post: RequestStage['post'] = (browser, path, fields) =>
    browser.submit({
      page: new URL(stage.url),
      action: new URL(path, stage.url),
      method: 'post',
      fields,
      buttons: [],
    })
  return {
    ...stage,
    enter: async (person) => {
      const { browser, page } = await enterAdministration(stage, person)
      // Somebody with two accounts in one organisation.
      if (page.url.pathname === '/login/organisation') await browser.press(page, 'Klinikken')
      return browser
    },
    open: (browser, path) => browser.get(stage.url + path),
    post,
    roleId,
    ask: async (key, wanted = {}) => {
      const asker = await idOf(key)
      const now = clock.now()
      const id = randomIds.uuid()
      const role = wanted.role_id === undefined ? await roleId('medicine') : wanted.role_id
      const service =
        role && (await db.selectFrom('role').select('service_id').where('id', '=', role).executeTakeFirst())
      const { scopes, hours, ...columns } = wanted
      await db
        .insertInto('access_request')
        .values({
          id,
          reference: randomIds.reference(),
          organisation_id: asker.organisation_id,
          kind: 'more-access',
          state: 'submitted',
          asked_by: asker.person_id,
          person_id: asker.person_id,
          account_id: asker.id,
          role_id: role,
          service_id: service ? service.service_id : null,
          reason: 'Begynder på afdelingen',
          created_at: now,
          updated_at: now,
          submitted_at: now,
          expires_at: new Date(now.getTime() + 30 * 86_400_000),
          ...columns,
          scopes: JSON.stringify(scopes ?? { enhed: [sor] }),
          hours: hours === undefined ? null : JSON.stringify(hours),
        })
        .execute()
      return id
    },
    decide: async (browser, id, way, fields = {}) => {
      const path = `/admin/anmodninger/${id}${way}`
      const page = await browser.get(stage.url + path)
      const form = page.forms.find((one) => one.method === 'post' && one.action.pathname === path)
      if (!form) return page
      return browser.submit({ ...form, fields: { ...form.fields, ...fields }, buttons: [] })
    },
    request: async (id) =>
      db
        .selectFrom('access_request')
        .select(['state', 'version', 'decided_by'])
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    traces: async (id) => {
      const { rows: about } = await sql<{ action: string }>`
        select action from audit_event where object_id = ${id} or details ->> 'request' = ${id}`.execute(db)
      const request = await db.selectFrom('access_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
      const given = await db
        .selectFrom('role_assignment')
        .select('id')
        .where('account_id', '=', request.account_id ?? '')
        .where('role_id', '=', request.role_id ?? '')
        .where('withdrawn_at', 'is', null)
        .execute()
      const notices = await db.selectFrom('notice').select('kind').where('path', 'like', `%${id}%`).execute()
      return {
        given: given.length,
        approved: about.filter(({ action }) => action === 'access-request.approved').length,
        added: about.filter(({ action }) => action === 'role-assignment.added').length,
        mails: notices.map(({ kind }) => kind),
      }
    },
  }
}
