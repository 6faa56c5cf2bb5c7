/** What must change for organisations and their units to be as a document says. */
import type { Selectable } from 'kysely'
import { monthsAfter } from '../base/danish-time.ts'
import { type At, eachAt, reportRepeated } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, planItems } from '../storage/plan/planned-change.ts'
import { placeholderId, References } from '../storage/plan/references.ts'
import type { OrganisationTable, UnitTable } from '../storage/schema.ts'
import { findRows, upsertRows } from '../storage/upsert-rows.ts'
import type { OrganisationDocument, UnitDocument } from './organisation-document.ts'
import { reviewsOf } from './reviews-of.ts'

export interface KnownOrganisation {
  id: string
  cvr: string
  /** Unit ids by key. */
  units: References<string>
}

type OrganisationRow = Omit<Selectable<OrganisationTable>, 'name_key'>
type UnitRow = Selectable<UnitTable>

/** `referredTo` are CVR numbers that other parts of the document need; `broken` those whose own entry is wrong. */
export async function planOrganisations(
  deps: PlanDeps,
  wanted: readonly At<OrganisationDocument>[],
  referredTo: readonly string[],
  broken: ReadonlySet<string>,
): Promise<{ plan: Plan; organisations: References<KnownOrganisation> }> {
  reportRepeated(wanted, ({ cvr }) => cvr, deps.report, 'cvr', 'this CVR number')
  const cvrs = [...wanted.map(({ value }) => value.cvr), ...referredTo]
  const rows = await findRows(
    deps.trx,
    'organisation',
    cvrs.map((cvr) => ({ cvr })),
  )
  const current = new Map(rows.map((row) => [row.cvr, row]))
  const items = wanted.map(({ value }): Item<OrganisationRow> => {
    const row = wantedOrganisation(deps, value, current.get(value.cvr))
    return { label: value.cvr, organisationId: row.id, current: current.get(value.cvr), wanted: row }
  })

  const ids = new Map([...rows, ...items.map((item) => item.wanted)].map((row) => [row.cvr, row.id]))
  const { units, known } = await planUnits(deps, wanted, ids)
  for (const cvr of broken) known.set(cvr, { id: ids.get(cvr) ?? placeholderId, cvr, units: References.ofBroken() })
  const references = new References('organisation', known, deps.report)
  setMerged(deps, wanted, items, references)
  const cvrOf = new Map([...ids].map(([cvr, id]) => [id, cvr]))
  const organisations = planItems('organisation', items, (row) => describeOrganisation(row, cvrOf))
  return {
    plan: {
      changes: [...organisations.changes, ...units.changes],
      write: async (trx) => {
        // Whichever comes first in the file: all of them are there before one refers to another.
        const alone = organisations.rows.map((row) => ({ ...row, merged_into: null }))
        await upsertRows(trx, 'organisation', ['id'], alone)
        const merged = organisations.rows.filter((row) => row.merged_into !== null)
        await upsertRows(trx, 'organisation', ['id'], merged)
        await upsertRows(trx, 'unit', ['id'], units.rows)
      },
    },
    organisations: references,
  }
}

/** Merging moves people and units, which only SEB itself does: a document says it of what it makes, and repeats it of what is so. */
function setMerged(
  { report }: PlanDeps,
  wanted: readonly At<OrganisationDocument>[],
  items: readonly Item<OrganisationRow>[],
  organisations: References<KnownOrganisation>,
): void {
  for (const [index, { path, value }] of wanted.entries()) {
    const item = items[index]
    if (!item || value.mergedInto === undefined) continue
    const at = [...path, 'mergedInto']
    const successor = organisations.get(value.mergedInto, at)
    if (!successor) continue
    if (successor.id === item.wanted.id) report(at, 'an organisation cannot take its own place')
    else if (item.current && item.current.merged_into !== successor.id)
      report(at, 'organisations that are there are merged in SEB itself, where their people are moved')
    else Object.assign(item.wanted, { merged_into: successor.id, status: 'closed' })
  }
}

async function planUnits(
  deps: PlanDeps,
  wanted: readonly At<OrganisationDocument>[],
  organisationIds: ReadonlyMap<string, string>,
) {
  const rows = await findRows(
    deps.trx,
    'unit',
    [...organisationIds.values()].map((organisation_id) => ({ organisation_id })),
  )
  const currentOf = Map.groupBy(rows, (row) => row.organisation_id)
  const wantedOf = new Map(wanted.map((organisation) => [organisation.value.cvr, organisation]))
  const keys = new Map(rows.map((row) => [row.id, row.key]))
  const known = new Map<string, KnownOrganisation>()
  const items: Item<UnitRow>[] = []
  for (const [cvr, id] of organisationIds) {
    const current = new Map(currentOf.get(id)?.map((row) => [row.key, row]))
    const organisation = wantedOf.get(cvr)
    const documents = organisation ? eachAt([...organisation.path, 'units'], organisation.value.units) : []
    reportRepeated(documents, ({ key }) => key, deps.report, 'key', 'this key')
    const ids = new Map([...current].map(([key, row]) => [key, row.id]))
    for (const { value } of documents) if (!ids.has(value.key)) ids.set(value.key, deps.ids.uuid())
    for (const [key, unitId] of ids) keys.set(unitId, key)
    const units = new References(`unit of ${cvr}`, ids, deps.report)
    known.set(cvr, { id, cvr, units })
    for (const { path, value } of parentsFirst(documents, deps)) {
      const row = current.get(value.key)
      const parent = value.parent === null ? null : units.get(value.parent, [...path, 'parent'])
      const unitId = ids.get(value.key) ?? deps.ids.uuid()
      items.push({
        label: `${cvr}/${value.key}`,
        organisationId: id,
        current: row,
        wanted: wantedUnit(value, unitId, id, parent, closedAt(value, row, deps)),
      })
    }
  }
  return { units: planItems('unit', items, (row) => describeUnit(row, keys)), known }
}

/** Rows refer to their parents, so those are written first. A ring of parents is a mistake. */
function parentsFirst(units: readonly At<UnitDocument>[], deps: PlanDeps): At<UnitDocument>[] {
  const byKey = new Map(units.map((unit) => [unit.value.key, unit]))
  const ordered = new Set<At<UnitDocument>>()
  for (const unit of units) {
    const chain: At<UnitDocument>[] = []
    for (let next: typeof unit | undefined = unit; next && !ordered.has(next); ) {
      if (chain.includes(next)) {
        deps.report([...unit.path, 'parent'], 'is below itself')
        break
      }
      chain.unshift(next)
      next = next.value.parent === null ? undefined : byKey.get(next.value.parent)
    }
    for (const link of chain) ordered.add(link)
  }
  return [...ordered]
}

function wantedOrganisation(
  { ids, now }: PlanDeps,
  document: OrganisationDocument,
  current: OrganisationRow | undefined,
): OrganisationRow {
  return {
    id: current?.id ?? ids.uuid(),
    cvr: document.cvr,
    name: document.name,
    kind: document.kind,
    // What SEB's own pages have merged stays closed, whatever a document says.
    status: current?.merged_into ? 'closed' : (document.status ?? current?.status ?? 'active'),
    merged_into: current?.merged_into ?? null,
    allows_private_log_in: document.allowsPrivateLogIn,
    tells_names: document.tellsNames ?? current?.tells_names ?? false,
    takes_requests: document.takesRequests ?? current?.takes_requests ?? true,
    chiefs_ask_for_services: document.chiefsAskForServices ?? current?.chiefs_ask_for_services ?? false,
    allows_no_mail: document.allowsNoMail ?? current?.allows_no_mail ?? false,
    escalate_after_days: document.escalateAfterDays ?? current?.escalate_after_days ?? 3,
    ...wantedReviews(document, current, now),
    created_at: current?.created_at ?? now,
  }
}

type ReviewColumns = Pick<
  OrganisationRow,
  'review_every_months' | 'review_answer_days' | 'review_only_sensitive' | 'review_silence' | 'review_next_at'
>

const noReviews: ReviewColumns = {
  review_every_months: null,
  review_answer_days: 30,
  review_only_sensitive: false,
  review_silence: 'suspend',
  review_next_at: null,
}

/** The next one is counted from when it is set up; one that is on its way keeps its day. */
function wantedReviews(
  { reviews }: OrganisationDocument,
  current: OrganisationRow | undefined,
  now: Date,
): ReviewColumns {
  if (reviews === null) return noReviews
  if (reviews === undefined) {
    if (!current) return noReviews
    return {
      review_every_months: current.review_every_months,
      review_answer_days: current.review_answer_days,
      review_only_sensitive: current.review_only_sensitive,
      review_silence: current.review_silence,
      review_next_at: current.review_next_at,
    }
  }
  const same = current?.review_every_months === reviews.everyMonths
  return {
    review_every_months: reviews.everyMonths,
    review_answer_days: reviews.answerDays,
    review_only_sensitive: reviews.onlySensitive,
    review_silence: reviews.silence,
    review_next_at: (same && current.review_next_at) || monthsAfter(now, reviews.everyMonths),
  }
}

function describeOrganisation(row: OrganisationRow, cvrOf: ReadonlyMap<string, string>) {
  return {
    name: row.name,
    kind: row.kind,
    status: row.status,
    mergedInto: row.merged_into && (cvrOf.get(row.merged_into) ?? row.merged_into),
    allowsPrivateLogIn: row.allows_private_log_in,
    tellsNames: row.tells_names,
    takesRequests: row.takes_requests,
    chiefsAskForServices: row.chiefs_ask_for_services,
    allowsNoMail: row.allows_no_mail,
    escalateAfterDays: row.escalate_after_days,
    reviews: reviewsOf(row),
  }
}

function closedAt({ closed }: UnitDocument, current: UnitRow | undefined, { now }: PlanDeps): Date | null {
  if (closed === undefined) return current?.closed_at ?? null
  return closed ? (current?.closed_at ?? now) : null
}

function wantedUnit(
  document: UnitDocument,
  id: string,
  organisationId: string,
  parentId: string | null,
  closed: Date | null,
): UnitRow {
  return {
    id,
    organisation_id: organisationId,
    key: document.key,
    parent_id: parentId,
    name: document.name,
    sor: document.sor,
    p_number: document.pNumber,
    ydernummer: document.ydernummer,
    municipality_code: document.municipality,
    region_code: document.region,
    closed_at: closed,
  }
}

function describeUnit(row: UnitRow, keys: ReadonlyMap<string, string>) {
  return {
    parent: row.parent_id && keys.get(row.parent_id),
    name: row.name,
    sor: row.sor,
    pNumber: row.p_number,
    ydernummer: row.ydernummer,
    municipality: row.municipality_code,
    region: row.region_code,
    closed: row.closed_at !== null,
  }
}
