/** What must change for people and their authorisations to be as a document says. */
import type { Selectable } from 'kysely'
import { isUuid } from '../base/ids.ts'
import { type At, eachAt, type Path, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import type { PersonAuthorisationTable, PersonTable } from '../storage/schema.ts'
import { findRows, upsertRows } from '../storage/upsert-rows.ts'
import { type CprKeys, hashesOfCpr, sealCpr } from './cpr.ts'
import type { PersonDocument } from './person-document.ts'

type PersonRow = Selectable<PersonTable>
/** Audit and diff know an authorisation by its person and code. */
interface AuthorisationRow extends Selectable<PersonAuthorisationTable> {
  id: string
}

/** `ids` are the people of the document by key. */
export async function planPeople(
  deps: PlanDeps & { cprKeys: CprKeys },
  wanted: readonly At<PersonDocument>[],
): Promise<{ plan: Plan; ids: ReadonlyMap<string, string> }> {
  reportRepeated(wanted, ({ key }) => key, deps.report, 'key', 'this key')
  reportRepeated(wanted, ({ cpr }) => cpr, deps.report, 'cpr', 'the CPR number')
  const current = await findCurrent(
    deps,
    wanted.map(({ value }) => value.key),
  )
  const items = wanted.map(({ value }): Item<PersonRow> => {
    const row = current.get(value.key)
    return { label: value.key, current: row, wanted: wantedPerson(deps, value, row) }
  })
  reportRepeated(
    items.map((item, index) => ({ path: wanted[index]?.path ?? [], value: item })),
    ({ current: row }) => row?.id,
    deps.report,
    'key',
    'this person, by id or by key,',
  )
  await reportTakenCpr(deps, wanted, items)
  const people = planItems('person', items, describePerson, ['cpr'])
  const ids = new Map(items.map((item) => [item.label, item.wanted.id]))
  const authorisations = await planAuthorisations(deps, wanted, ids)
  return {
    plan: {
      changes: [...people.changes, ...authorisations.changes],
      write: async (trx) => {
        await upsertRows(trx, 'person', ['id'], people.rows)
        const columns = authorisations.rows.map(({ id: _, ...row }) => row)
        await upsertRows(trx, 'person_authorisation', ['person_id', 'code'], columns)
      },
    },
    ids,
  }
}

/** Who was made in SEB has no key of an operator's: an export writes their id, and they are found by it again. */
async function findCurrent({ trx }: PlanDeps, keys: readonly string[]): Promise<ReadonlyMap<string, PersonRow>> {
  const byKey = await findRows(
    trx,
    'person',
    keys.map((key) => ({ key })),
  )
  const known = new Set(byKey.map(({ key }) => key))
  const ids = keys.filter((key) => !known.has(key) && isUuid(key))
  const byId = await findRows(
    trx,
    'person',
    ids.map((id) => ({ id })),
  )
  return new Map([
    ...byKey.map((row) => [row.key ?? row.id, row] as const),
    ...byId.map((row) => [row.id, row] as const),
  ])
}

/** Two people with one CPR number: told without the number. */
async function reportTakenCpr(
  deps: PlanDeps & { cprKeys: CprKeys },
  wanted: readonly At<PersonDocument>[],
  items: readonly Item<PersonRow>[],
): Promise<void> {
  const hashesOf = (index: number): string[] => {
    const cpr = wanted[index]?.value.cpr
    return cpr === undefined ? [] : hashesOfCpr(deps.cprKeys, cpr)
  }
  const hashes = items.flatMap((_, index) => hashesOf(index).map((cpr_hash) => ({ cpr_hash })))
  const owners = new Map((await findRows(deps.trx, 'person', hashes)).map((row) => [row.cpr_hash, row]))
  const rewritten = new Set(items.map((item) => item.wanted.id))
  for (const [index, { wanted: row }] of items.entries()) {
    const owner = hashesOf(index).flatMap((hash) => owners.get(hash) ?? [])[0]
    if (owner && owner.id !== row.id && !rewritten.has(owner.id))
      deps.report(
        [...(wanted[index]?.path ?? []), 'cpr'],
        `belongs to ${owner.key ? `"${owner.key}"` : 'another person'}`,
      )
  }
}

function wantedPerson(
  { ids, now, cprKeys }: PlanDeps & { cprKeys: CprKeys },
  document: PersonDocument,
  current: PersonRow | undefined,
): PersonRow {
  const known = current?.cpr_hash ?? null
  const hashes = document.cpr === undefined ? [] : hashesOfCpr(cprKeys, document.cpr)
  // While keys are changed a number that is known under the other pair is left to the change.
  const hash = known !== null && hashes.includes(known) ? known : (hashes[0] ?? known)
  const kept = hash === known
  return {
    id: current?.id ?? ids.uuid(),
    key: current ? current.key : document.key,
    name: document.name,
    email: document.email,
    language: document.language,
    cpr_sealed: kept || document.cpr === undefined ? (current?.cpr_sealed ?? null) : sealCpr(cprKeys, document.cpr),
    cpr_hash: hash,
    created_at: current?.created_at ?? now,
  }
}

function describePerson(row: PersonRow) {
  return { name: row.name, email: row.email, language: row.language, cpr: row.cpr_hash }
}

async function planAuthorisations(
  deps: PlanDeps,
  wanted: readonly At<PersonDocument>[],
  ids: ReadonlyMap<string, string>,
) {
  const rows = await findRows(
    deps.trx,
    'person_authorisation',
    [...ids.values()].map((person_id) => ({ person_id })),
  )
  const current = new Map(rows.map((row) => [`${row.person_id} ${row.code}`, { ...row, id: row.code }]))
  const items = wanted.flatMap((person) => {
    const personId = ids.get(person.value.key) ?? ''
    const documents = eachAt([...person.path, 'authorisations'], person.value.authorisations)
    reportRepeated(documents, ({ code }) => code, deps.report, 'code', 'this code')
    return documents.map(({ path, value }): Item<AuthorisationRow> => {
      const row = current.get(`${personId} ${value.code}`)
      const dates = wantedDates(deps, path, value, row)
      const { code, educationCode, educationType } = value
      return {
        label: `${person.value.key}/${code}`,
        current: row,
        wanted: {
          id: code,
          person_id: personId,
          code,
          education_code: educationCode,
          education_type: educationType,
          ...dates,
        },
      }
    })
  })
  return planItems('authorisation', items, (row) => ({
    educationCode: row.education_code,
    educationType: row.education_type,
    from: row.valid_from,
    until: row.valid_until,
  }))
}

/** A `from` that is not given is now for what is new, and left alone for what is there. */
export function wantedDates(
  { now, report, reportUnfit }: Pick<PlanDeps, 'now' | 'report' | 'reportUnfit'>,
  path: Path,
  { from, until }: { from?: Date | undefined; until: Date | null },
  current: { valid_from: Date } | undefined,
): { valid_from: Date; valid_until: Date | null } {
  const begins = from ?? current?.valid_from ?? now
  if (until && until <= begins)
    (from ? reportUnfit : report)(
      [...path, 'until'],
      from || current ? 'ends before it begins' : 'is over already: give `from` as well',
    )
  return { valid_from: begins, valid_until: until }
}
