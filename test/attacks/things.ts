/** Two organisations, X and Y, with somebody in every capacity, and of each thing that has an id one of X's and one of Y's. */

import type { KyselyPlugin } from 'kysely'
import { isUuid, randomIds } from '../../src/base/ids.ts'
import { sealAttachment } from '../../src/desk/mail-in/seal-attachment.ts'
import { keepPaper } from '../../src/enrolment/papers/keep-paper.ts'
import { findPapers } from '../../src/enrolment/papers/papers.store.ts'
import type { Page, UserAgent } from '../interop/user-agent.ts'
import { clinicCvr, clinicDocument, dorte, otherCvr } from '../support/clinic.ts'
import { type ClinicStage, openClinicStage } from '../support/clinic-stage.ts'
import type { TestPerson } from '../support/test-provider.ts'
import type { TestService } from '../support/test-service.ts'
import type { CapacityName } from './route-table.ts'

export type Thing =
  | 'account'
  | 'suspended-account'
  | 'administrator-account'
  | 'unit'
  | 'organisation'
  | 'closed-organisation'
  | 'other-organisation'
  | 'role'
  | 'assignment'
  | 'grant'
  | 'service'
  | 'bulk-change'
  | 'people-chosen'
  | 'invited-account'
  | 'kind-of-organisation'
  | 'identity-provider'
  | 'provider-switched-off'
  | 'bundle'
  | 'role-of-service'
  | 'draft-role'
  | 'change-request'
  | 'access-request'
  | 'owner-appointment'
  | 'role-conflict'
  | 'another-role-conflict'
  | 'own-assignment'
  | 'own-draft'
  | 'own-request'
  | 'emergency-access'
  | 'own-emergency-access'
  | 'notice'
  | 'kind-of-message'
  | 'status-message'
  | 'desk-case'
  | 'desk-attachment'
  | 'askable-service'
  | 'service-request'
  | 'enrolment'
  | 'enrolment-paper'
  | 'review'

/** Ids of what is X's and of what is Y's. */
export type Things = Readonly<Record<Thing, { own: string; foreign: string }>>

export interface EveryoneStage extends ClinicStage {
  things: Things
  enter(capacity: CapacityName): Promise<UserAgent>
}

const outsideCvr = '99999903'
const closedCvrs = ['99999904', '99999905'] as const

interface Actor {
  person: TestPerson
  key: string
  account: object
  staff?: object[]
  /** How the button is called, where the capacity is not the strongest that they have. */
  button?: string
}

const uuid = (number: number) => `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`

let people = 0
function actor(cvr: string, name: string, account: object = {}, staff?: object, button?: string): Actor {
  people += 1
  const person: TestPerson = { kind: 'professional', uuid: uuid(people), name, cvr, orgName: 'made up' }
  return {
    person,
    key: `actor-${people}`,
    account: { cvr, key: `actor-${people}`, professionalUuid: person.uuid, ...account },
    ...(staff ? { staff: [staff] } : {}),
    ...(button ? { button } : {}),
  }
}

const actors: Partial<Record<CapacityName, Actor>> = {
  employee: actor(clinicCvr, 'Employee of X'),
  administrator: actor(clinicCvr, 'Administrator of X', { administrator: { level: 'administrator' } }),
  'limited administrator': actor(clinicCvr, 'Limited in X', {
    administrator: { level: 'administrator', units: ['fjern'], services: ['medicine'] },
  }),
  'chief administrator': actor(clinicCvr, 'Chief of X', { administrator: { level: 'chief' } }),
  'security officer': actor(clinicCvr, 'Officer of X', { functions: ['security-officer'] }),
  signatory: actor(clinicCvr, 'Signatory of X', { functions: ['signatory'] }),
  'administrator of Y': actor(otherCvr, 'Administrator of Y', { administrator: { level: 'administrator' } }),
  'chief administrator of Y': actor(otherCvr, 'Chief of Y', { administrator: { level: 'chief' } }),
  'system management': actor(outsideCvr, 'Manages SEB', {}, { capacity: 'system-management' }, 'systemforvaltning'),
  'service desk': actor(outsideCvr, 'Helps at the desk', {}, { capacity: 'service-desk' }, 'servicedesk'),
  'service owner': actor(
    outsideCvr,
    'Owns a service',
    {},
    { capacity: 'service-owner', service: 'medicine' },
    'tjenesteejer',
  ),
  auditor: actor(outsideCvr, 'Looks through', {}, { capacity: 'auditor' }, 'revisor'),
  'auditor of X': actor(outsideCvr, 'Looks through X', {}, { capacity: 'auditor', cvr: clinicCvr }, 'revisor'),
}

/** Somebody in each organisation whom all of it is about. */
const subjects = [clinicCvr, otherCvr].map((cvr, at) => ({
  key: `subject-${at}`,
  name: 'Is spoken of',
  staff: [{ capacity: 'service-owner', service: at === 0 ? 'medicine' : 'only-y' }],
  accounts: [
    {
      cvr,
      key: `subject-${at}`,
      unit: 'klinik',
      professionalUuid: uuid(100 + at),
      assignments: [
        {
          service: 'medicine',
          role: at === 0 ? 'laege' : 'af-y',
          scopes: { enhed: ['999900000000011'] },
          reason: 'made up',
          bundle: 'pakke',
        },
      ],
    },
  ],
}))
const suspended = [clinicCvr, otherCvr].map((cvr, at) => ({
  key: `suspended-${at}`,
  name: 'Is suspended',
  accounts: [{ cvr, key: `suspended-${at}`, unit: 'klinik', professionalUuid: uuid(200 + at), status: 'suspended' }],
}))

export async function openEveryoneStage(
  plugins: readonly KyselyPlugin[] = [],
  directory: string | null = null,
): Promise<EveryoneStage> {
  const stage = await openClinicStage({}, plugins, directory)
  const onlyY = await stage.service('only-y')
  await stage.apply(documentOf(stage, onlyY))
  const dark = await Promise.all(['dark', 'darker'].map((name) => stage.provider(name)))
  await stage.apply({
    identityProviders: dark.map(({ metadata }, at) => ({
      key: `dark-${at}`,
      kind: 'local',
      names: { da: 'Slukket', en: 'Switched off' },
      category: 'other',
      highestAssurance: 'Low',
      allowedCvrs: [clinicCvr],
      enabled: false,
      metadata: { inline: metadata },
    })),
  })
  const browsers = new Map<CapacityName, UserAgent>()
  const enter = async (capacity: CapacityName) => {
    const browser = browsers.get(capacity) ?? (await logIn(stage, capacity))
    browsers.set(capacity, browser)
    return browser
  }
  const bulkChange = async (capacity: CapacityName) => {
    const fields = { raekker: 'handling;rid\nophør;ingen', begrundelse: 'made up' }
    return idIn(await post(stage, await enter(capacity), '/admin/masseaendring', fields))
  }
  const peopleChosen = async (capacity: CapacityName) =>
    idIn(await post(stage, await enter(capacity), '/admin/masseaendring/valgte', { alle: '1', goer: 'suspend' }))
  const invitedAccount = async (capacity: CapacityName) => {
    const fields = { id: randomIds.uuid(), navn: 'Is invited', kendes: 'invitation', mail: 'made-up@example.org' }
    return idIn(await post(stage, await enter(capacity), '/admin/medarbejdere/ny', fields))
  }
  return {
    ...stage,
    things: {
      ...(await findThings(stage)),
      'kind-of-organisation': { own: 'almen-praksis', foreign: 'kommune' },
      'kind-of-message': { own: 'incident', foreign: 'notice' },
      'bulk-change': {
        own: await bulkChange('chief administrator'),
        foreign: await bulkChange('chief administrator of Y'),
      },
      'people-chosen': {
        own: await peopleChosen('chief administrator'),
        foreign: await peopleChosen('chief administrator of Y'),
      },
      'invited-account': {
        own: await invitedAccount('chief administrator'),
        foreign: await invitedAccount('chief administrator of Y'),
      },
    },
    enter,
  }
}

function documentOf(stage: ClinicStage, onlyY: TestService): object {
  const clinic = clinicDocument(stage)
  const [medicine] = clinic.services
  const [role] = medicine?.roles ?? []
  const draft = { ...role, key: 'kladde', status: 'draft' }
  const units = [
    { key: 'klinik', name: 'Klinikken', sor: '999900000000011' },
    { key: 'fjern', name: 'Langt væk' },
  ]
  const all = Object.values(actors)
  return {
    organisations: [
      { cvr: clinicCvr, name: 'Lægerne ved Broen', kind: 'general-practice', units },
      { cvr: otherCvr, name: 'Fjordby Kommune', kind: 'municipality', units },
      { cvr: outsideCvr, name: 'Made up Authority', kind: 'authority' },
      ...closedCvrs.map((cvr) => ({ cvr, name: 'Gone', kind: 'specialist', status: 'closed' })),
    ],
    services: [
      { ...medicine, roles: [role, { ...role, key: 'af-y' }, draft] },
      { ...medicine, roles: [role, draft], key: onlyY.key, metadata: { inline: onlyY.metadata } },
    ],
    grants: [
      { cvr: clinicCvr, service: 'medicine', roles: ['laege'] },
      { cvr: otherCvr, service: 'medicine', roles: ['af-y'] },
      { cvr: otherCvr, service: onlyY.key },
    ],
    bundles: [clinicCvr, otherCvr].map((cvr, at) => ({
      cvr,
      key: 'pakke',
      name: 'Made up bundle',
      roles: [{ service: 'medicine', role: at === 0 ? 'laege' : 'af-y', scopes: { enhed: 'unit' } }],
    })),
    people: [
      ...all.map(({ key, person, account, staff = [] }) => ({ key, name: person.name, accounts: [account], staff })),
      ...subjects,
      ...suspended,
    ],
  }
}

async function logIn(stage: ClinicStage, capacity: CapacityName): Promise<UserAgent> {
  const browser = stage.browser()
  if (capacity === 'anonymous') return browser
  if (capacity === 'citizen') {
    await stage.logIn(browser, stage.citizens, stage.nemlogin, dorte)
    return browser
  }
  const actor = actors[capacity]
  if (!actor) throw new Error(`nobody is ${capacity}: give them an entry in test/attacks/things.ts`)
  const choice = await browser.get(`${stage.url}/admin`)
  const door = await browser.goOn(await browser.press(choice, 'MitID Erhverv'))
  await stage.carry(browser, stage.nemlogin.answer(stage.nemlogin.read(door.url), actor.person))
  if (actor.button) await browser.press(await browser.get(`${stage.url}/admin/handl-for`), actor.button)
  return browser
}

function post(stage: ClinicStage, browser: UserAgent, path: string, fields: Record<string, string>): Promise<Page> {
  const page = new URL(stage.url)
  return browser.submit({ page, action: new URL(path, page), method: 'post', fields, buttons: [] })
}

/** The id in the address of the page that a form led to. */
function idIn({ url }: Page): string {
  const id = url.pathname.split('/').find(isUuid)
  if (!id) throw new Error(`no id in ${url}`)
  return id
}

/** What `seb apply` has made. */
async function findThings({
  db,
  clock,
  paperKey,
  attachmentKey,
}: ClinicStage): Promise<
  Omit<Things, 'kind-of-organisation' | 'kind-of-message' | 'bulk-change' | 'people-chosen' | 'invited-account'>
> {
  const account = async (key: string) =>
    (await db.selectFrom('account').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
  const organisation = async (cvr: string) =>
    (await db.selectFrom('organisation').select('id').where('cvr', '=', cvr).executeTakeFirstOrThrow()).id
  const provider = async (key: string) =>
    (await db.selectFrom('identity_provider').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
  const service = async (key: string) =>
    (await db.selectFrom('service').select('id').where('key', '=', key).executeTakeFirstOrThrow()).id
  const medicine = await service('medicine')
  const onlyY = await service('only-y')
  const role = async (key: string, of = medicine) =>
    (
      await db
        .selectFrom('role')
        .select('id')
        .where('key', '=', key)
        .where('service_id', '=', of)
        .executeTakeFirstOrThrow()
    ).id
  const owner = async (serviceId: string) => {
    const about = db.selectFrom('staff_appointment').innerJoin('person', 'person.id', 'person_id')
    return about
      .select(['staff_appointment.id', 'person.id as personId'])
      .where('service_id', '=', serviceId)
      .where('person.name', '=', 'Is spoken of')
      .executeTakeFirstOrThrow()
  }
  const changeRequest = async (serviceId: string) => {
    const id = randomIds.uuid()
    const { personId } = await owner(serviceId)
    const asked = { part: 'attributes' as const, changes: '[]', reason: 'made up', requested_by: personId }
    await db
      .insertInto('change_request')
      .values({ id, service_id: serviceId, ...asked, requested_at: clock.now() })
      .execute()
    return id
  }
  const statusMessage = async () => {
    const id = randomIds.uuid()
    const words = { title_da: 'made up', title_en: 'made up', text_da: 'made up', text_en: 'made up' }
    const times = { starts_at: clock.now(), created_at: clock.now(), updated_at: clock.now() }
    const message = { kind: 'notice' as const, effect: 'none' as const, state: 'draft' as const, parts: [] }
    await db
      .insertInto('status_message')
      .values({ id, ...words, ...times, ...message })
      .execute()
    return id
  }
  const deskCase = async (organisation_id: string) => {
    const id = randomIds.uuid()
    const now = clock.now()
    const words = { reference: randomIds.reference(), subject: 'made up', asker_name: 'made up' }
    const kind = { kind: 'missing-administrator' as const, state: 'new' as const, source: 'form' as const, priority: 3 }
    await db
      .insertInto('desk_case')
      .values({ id, ...words, ...kind, organisation_id, opened_at: now, tell_at: now, updated_at: now })
      .execute()
    return id
  }
  const enrolment = async () => {
    const id = randomIds.uuid()
    const [now, reference] = [clock.now(), randomIds.reference()]
    const contact = { contact_name: 'made up', contact_email: 'made@up.example', language: 'da' as const }
    const when = { created_at: now, updated_at: now, handed_in_at: now, expires_at: now }
    const state = { state: 'paper-received' as const, handed_in: 'paper' as const }
    await db
      .insertInto('enrolment')
      .values({ id, reference, link_hash: id, ...contact, ...when, ...state })
      .execute()
    const page = { kind: 'png' as const, bytes: Buffer.from(id) }
    const by = { personId: null, source: 'test' }
    const deps = { clock, ids: randomIds, paperKey }
    await db.transaction().execute((trx) => keepPaper(deps, trx, { id, reference }, page, by))
    const [paper] = await findPapers(db, id)
    return { id, paper: paper?.id ?? '' }
  }
  /** Of the case, which it is named with. */
  const deskAttachment = async (case_id: string) => {
    const [id, entry_id] = [randomIds.uuid(), randomIds.uuid()]
    await db.insertInto('desk_entry').values({ id: entry_id, case_id, at: clock.now(), kind: 'received' }).execute()
    const sealed = sealAttachment(attachmentKey, id, Buffer.from('made up'))
    await db
      .insertInto('desk_attachment')
      .values({ id, entry_id, name: 'made up', kind: 'pdf', size: 7, sealed })
      .execute()
    return id
  }
  /** Of a role with itself only, so that nobody is in its way. */
  const roleConflict = async (serviceId: string) => {
    const id = randomIds.uuid()
    const terms = { name_da: 'Made up', name_en: 'Made up', effect: 'blocked' as const, created_at: clock.now() }
    await db
      .insertInto('role_conflict')
      .values({ id, key: id, service_id: serviceId, ...terms })
      .execute()
    return id
  }
  const review = async (organisationId: string) => {
    const id = randomIds.uuid()
    const terms = {
      only_sensitive: false,
      deadline: clock.now(),
      silence: 'suspend' as const,
      origin: 'chief' as const,
    }
    await db
      .insertInto('review')
      .values({ id, organisation_id: organisationId, name: 'made up', ...terms, started_at: clock.now() })
      .execute()
    return id
  }
  const [x, y] = [await organisation(clinicCvr), await organisation(otherCvr)]
  const unit = async (organisationId: string) =>
    (
      await db
        .selectFrom('unit')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('key', '=', 'klinik')
        .executeTakeFirstOrThrow()
    ).id
  const grant = async (organisationId: string) =>
    (
      await db
        .selectFrom('service_grant')
        .select('id')
        .where('organisation_id', '=', organisationId)
        .where('service_id', '=', medicine)
        .executeTakeFirstOrThrow()
    ).id
  const bundle = async (organisationId: string) =>
    (await db.selectFrom('bundle').select('id').where('organisation_id', '=', organisationId).executeTakeFirstOrThrow())
      .id
  const assignment = async (accountId: string) =>
    (await db.selectFrom('role_assignment').select('id').where('account_id', '=', accountId).executeTakeFirstOrThrow())
      .id
  /** Something that SEB has told somebody. */
  const notice = async (accountId: string) => {
    const id = randomIds.uuid()
    const { person_id, organisation_id } = await db
      .selectFrom('account')
      .select(['person_id', 'organisation_id'])
      .where('id', '=', accountId)
      .executeTakeFirstOrThrow()
    const told = { kind: 'account.reopened', topic: 'own-access', audience: 'employee', delivery: 'none' } as const
    await db
      .insertInto('notice')
      .values({ id, person_id, account_id: accountId, organisation_id, path: '/mig', created_at: clock.now(), ...told })
      .execute()
    return id
  }
  const subject = { own: await account('subject-0'), foreign: await account('subject-1') }
  const accessRequest = async (accountId: string, roleId: string) => {
    const id = randomIds.uuid()
    const about = db.selectFrom('account').select(['person_id', 'organisation_id']).where('id', '=', accountId)
    const { person_id, organisation_id } = await about.executeTakeFirstOrThrow()
    const times = { created_at: clock.now(), updated_at: clock.now(), submitted_at: clock.now() }
    await db
      .insertInto('access_request')
      .values({
        id,
        reference: randomIds.reference(),
        kind: 'more-access',
        state: 'submitted',
        organisation_id,
        asked_by: person_id,
        person_id,
        account_id: accountId,
        role_id: roleId,
        service_id: medicine,
        expires_at: new Date(clock.now().getTime() + 86_400_000),
        ...times,
      })
      .execute()
    return id
  }
  const keyOf = (capacity: CapacityName) => account(actors[capacity]?.key ?? '')
  /** Of somebody's own, whom nobody else is shown it. */
  const ownOf = async (capacity: CapacityName, roleId: string) => {
    const id = await keyOf(capacity)
    const { person_id, organisation_id } = await db
      .selectFrom('account')
      .select(['person_id', 'organisation_id'])
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
    const now = clock.now()
    const request = {
      organisation_id,
      kind: 'more-access' as const,
      asked_by: person_id,
      created_at: now,
      updated_at: now,
      expires_at: new Date(now.getTime() + 86_400_000),
    }
    const [assignmentId, draft, sent] = [randomIds.uuid(), randomIds.uuid(), randomIds.uuid()]
    await db
      .insertInto('role_assignment')
      .values({
        id: assignmentId,
        key: assignmentId,
        account_id: id,
        organisation_id,
        service_id: medicine,
        role_id: roleId,
        valid_from: now,
        valid_until: new Date(now.getTime() + 90 * 86_400_000),
        assigned_by: 'test',
      })
      .execute()
    await db
      .insertInto('access_request')
      .values([
        { ...request, id: draft, reference: randomIds.reference(), state: 'draft' },
        {
          ...request,
          id: sent,
          reference: randomIds.reference(),
          state: 'submitted',
          person_id,
          account_id: id,
          submitted_at: now,
        },
      ])
      .execute()
    return { assignment: assignmentId, draft, sent }
  }
  const emergency = async (accountId: string, roleId: string) => {
    const id = randomIds.uuid()
    const about = db.selectFrom('account').select(['person_id', 'organisation_id']).where('id', '=', accountId)
    const { person_id, organisation_id } = await about.executeTakeFirstOrThrow()
    const [now, made] = [clock.now(), { service_id: medicine, role_id: roleId, account_id: accountId }]
    const ends = new Date(now.getTime() + 3_600_000)
    await db
      .insertInto('role_assignment')
      .values({ id, key: id, ...made, organisation_id, valid_from: now, valid_until: ends, assigned_by: person_id })
      .execute()
    const words = { reference: randomIds.reference(), reason: 'made up' }
    const when = { taken_at: now, ends_at: ends }
    await db
      .insertInto('emergency_access')
      .values({ id, ...made, ...words, ...when, organisation_id, person_id, assignment_id: id })
      .execute()
    return id
  }
  const ownPages = async () =>
    (await db.selectFrom('service').select('id').where('protocol', '=', 'seb').executeTakeFirstOrThrow()).id
  const serviceRequest = async (organisationId: string, serviceId: string) => {
    const id = randomIds.uuid()
    const { personId } = await owner(medicine)
    const asked = { asked_by: personId, asked_as: 'signatory' as const, asked_at: clock.now(), why: 'made up' }
    const terms = { people: 1, role_ids: null, ceilings: '{}', state: 'waiting' as const }
    await db
      .insertInto('service_request')
      .values({ id, organisation_id: organisationId, service_id: serviceId, ...asked, ...terms })
      .execute()
    return id
  }
  const enrolments = [await enrolment(), await enrolment()] as const
  const own = await ownOf('employee', await role('laege'))
  const foreign = await ownOf('administrator of Y', await role('af-y'))
  const cases = { own: await deskCase(x), foreign: await deskCase(y) }
  return {
    account: subject,
    notice: { own: await notice(await keyOf('employee')), foreign: await notice(subject.foreign) },
    'suspended-account': { own: await account('suspended-0'), foreign: await account('suspended-1') },
    'administrator-account': { own: await keyOf('administrator'), foreign: await keyOf('administrator of Y') },
    unit: { own: await unit(x), foreign: await unit(y) },
    organisation: { own: x, foreign: y },
    'closed-organisation': { own: await organisation(closedCvrs[0]), foreign: await organisation(closedCvrs[1]) },
    'identity-provider': { own: await provider('region'), foreign: await provider('nemlogin') },
    'provider-switched-off': { own: await provider('dark-0'), foreign: await provider('dark-1') },
    'other-organisation': { own: await organisation(outsideCvr), foreign: x },
    role: { own: await role('laege'), foreign: await role('af-y') },
    assignment: { own: await assignment(subject.own), foreign: await assignment(subject.foreign) },
    bundle: { own: await bundle(x), foreign: await bundle(y) },
    grant: { own: await grant(x), foreign: await grant(y) },
    service: { own: medicine, foreign: onlyY },
    // What SEB offers is no secret; its own pages are a service that nobody is given.
    'askable-service': { own: onlyY, foreign: await ownPages() },
    'service-request': { own: await serviceRequest(x, onlyY), foreign: await serviceRequest(y, medicine) },
    'role-of-service': { own: await role('laege'), foreign: await role('laege', onlyY) },
    'draft-role': { own: await role('kladde'), foreign: await role('kladde', onlyY) },
    'own-assignment': { own: own.assignment, foreign: foreign.assignment },
    'own-draft': { own: own.draft, foreign: foreign.draft },
    'emergency-access': {
      own: await emergency(subject.own, await role('laege')),
      foreign: await emergency(subject.foreign, await role('af-y')),
    },
    'own-emergency-access': {
      own: await emergency(await keyOf('employee'), await role('laege')),
      foreign: await emergency(await keyOf('administrator of Y'), await role('af-y')),
    },
    'own-request': { own: own.sent, foreign: foreign.sent },
    'change-request': { own: await changeRequest(medicine), foreign: await changeRequest(onlyY) },
    review: { own: await review(x), foreign: await review(y) },
    enrolment: { own: enrolments[0].id, foreign: enrolments[1].id },
    'enrolment-paper': { own: enrolments[0].paper, foreign: enrolments[1].paper },
    'desk-case': cases,
    'desk-attachment': { own: await deskAttachment(cases.own), foreign: await deskAttachment(cases.foreign) },
    'status-message': { own: await statusMessage(), foreign: await statusMessage() },
    'access-request': {
      own: await accessRequest(subject.own, await role('laege')),
      foreign: await accessRequest(subject.foreign, await role('af-y')),
    },
    'another-role-conflict': { own: await roleConflict(medicine), foreign: await roleConflict(onlyY) },
    'role-conflict': { own: await roleConflict(medicine), foreign: await roleConflict(onlyY) },
    'owner-appointment': { own: (await owner(medicine)).id, foreign: (await owner(onlyY)).id },
  }
}
