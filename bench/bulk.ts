/**
 * `npm run bench:bulk`: a file of 10,000 rows in an organisation of 40,000 people: read, worked out, carried out and undone; then one
 * change for all 40,000, and an export of who has what. All people are made up.
 */

import { existsSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { sql } from 'kysely'
import { workBulkJobs } from '../src/access/admin/bulk/bulk.job.ts'
import { emptyRow } from '../src/access/admin/bulk/bulk-columns.ts'
import { countBulkRows, moveJob } from '../src/access/admin/bulk/bulk-jobs.store.ts'
import { readCsv } from '../src/access/admin/bulk/read-csv.ts'
import { type RowWanted, saveDryRun } from '../src/access/admin/bulk/save-dry-run.ts'
import { listMatching } from '../src/access/admin/employees/employees.store.ts'
import { findAccessThen, findAccountsThen } from '../src/access/admin/export/access-as-of.store.ts'
import type { OrganisationCapacity } from '../src/access/capacities/capacity.ts'
import { systemClock } from '../src/base/clock.ts'
import { processEnvironment } from '../src/base/environment.ts'
import { randomIds } from '../src/base/ids.ts'
import { openStorage, type Trx } from '../src/storage/database.ts'
import { inOrganisation } from '../src/storage/in-organisation.ts'
import { refreshStatistics } from '../src/storage/statistics.job.ts'
import { notifyDeps } from '../test/support/notify-deps.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { rounded } from './timings.ts'

const people = 40_000
const fileRows = 10_000

const { values: asked } = parseArgs({ options: { postgres: { type: 'boolean', default: false } } })
await using stack = new AsyncDisposableStack()
const url = asked.postgres ? await privateDatabase() : processEnvironment().DATABASE_URL
const storage = await openStorage(
  url ? { engine: 'postgresql', url, poolSize: 4 } : { engine: 'embedded', directory: null },
)
stack.defer(() => storage.close())
const { db } = storage
const deps = { db, ...notifyDeps(systemClock) }
const organisationId = randomIds.uuid()
const chief = randomIds.uuid()
const acting: OrganisationCapacity = {
  kind: 'chief-administrator',
  key: `chief-administrator:${chief}`,
  accountId: chief,
  organisation: { id: organisationId, cvr: '99999901', name: 'Region Made Up' },
  unitName: null,
  limits: { unitIds: null, serviceIds: null },
}
const actor = { acting, personId: chief, source: '127.0.0.1' }
await makeOrganisation()
await refreshStatistics(db)

const file = new TextEncoder().encode(fileOf())
const reading = await timed(() => readCsv(file))
if (!reading.value.ok) throw new Error('the file cannot be read')
const wanted = reading.value.rows.map((row) => ({ ...row, accountId: null }))
const ofFile = await change('made-up.csv', wanted)
const everybody = await within((trx) =>
  listMatching(trx, acting.limits, { text: '', unitId: null, status: 'current' }, systemClock.now(), null),
)
const typed = { ...emptyRow, deed: 'giv', service: 'made-up', role: 'other', reason: 'measured' }
const ofAll = await change(
  null,
  everybody.map(({ id }, at) => ({ number: at + 1, typed, accountId: id })),
)
const exported = await timed(exportAll)

const figures = {
  database: url ? 'postgresql' : 'embedded',
  people,
  fileRows,
  readSeconds: seconds(reading.ms),
  dryRunSeconds: seconds(ofFile.dryRun),
  applySeconds: seconds(ofFile.apply),
  undoSeconds: seconds(ofFile.undo),
  selectedRows: everybody.length,
  selectedDryRunSeconds: seconds(ofAll.dryRun),
  selectedApplySeconds: seconds(ofAll.apply),
  selectedUndoSeconds: seconds(ofAll.undo),
  exportedRows: exported.value,
  exportSeconds: seconds(exported.ms),
}
console.log(JSON.stringify(figures))

async function change(
  fileName: string | null,
  rows: readonly RowWanted[],
): Promise<{ dryRun: number; apply: number; undo: number }> {
  const dryRun = await timed(() => within((trx) => saveDryRun(deps, trx, actor, { fileName, wanted: rows })))
  const id = dryRun.value
  const begun = { state: 'applying', started_at: systemClock.now() } as const
  await within((trx) => moveJob(trx, id, 'checked', begun))
  const apply = await timed(() => workBulkJobs(deps))
  const counts = await within((trx) => countBulkRows(trx, id))
  // One of them is whoever does it, and nobody changes their own access.
  if (counts.done < rows.length - 1 || counts.left > 0) throw new Error(`not carried out: ${JSON.stringify(counts)}`)
  const by = { undo_by: chief, undo_account_id: chief, undo_capacity: acting.key }
  await within((trx) => moveJob(trx, id, 'applied', { state: 'undoing', ...by }))
  const undo = await timed(() => workBulkJobs(deps))
  const { undone } = await within((trx) => countBulkRows(trx, id))
  if (undone !== counts.done) throw new Error(`${undone} of ${counts.done} undone`)
  console.log(
    `${rows.length} rows: dry run ${seconds(dryRun.ms)} s, apply ${seconds(apply.ms)} s, undo ${seconds(undo.ms)} s`,
  )
  return { dryRun: dryRun.ms, apply: apply.ms, undo: undo.ms }
}

function within<Result>(use: (trx: Trx) => Promise<Result>): Promise<Result> {
  return inOrganisation(db, organisationId, use)
}

/** Eight in ten get a role for their own unit, one moves, one is created. */
function fileOf(): string {
  const rows = Array.from({ length: fileRows }, (_, at) => {
    if (at % 10 === 0) return `opret;ny-${at};;;;Laboratoriet;Ny Kollega ${at}`
    if (at % 10 === 1) return `flyt;rid-${at};;;;Laboratoriet;`
    return `giv;rid-${at};made-up;laege;egen enhed;;`
  })
  return ['handling;rid;tjeneste;rolle;gælder for;enhed;navn;begrundelse', ...rows.map((row) => `${row};målt`)].join(
    '\n',
  )
}

async function exportAll(): Promise<number> {
  const at = systemClock.now()
  const ids = await within((trx) => findAccountsThen(trx, acting.limits, at))
  let rows = 0
  for (let from = 0; from < ids.length; from += 500) {
    const accountIds = ids.slice(from, from + 500)
    rows += (await within((trx) => findAccessThen(trx, acting.limits, { accountIds, at }))).length
  }
  return rows
}

async function makeOrganisation(): Promise<void> {
  const [wards, laboratory, service] = [randomIds.uuid(), randomIds.uuid(), randomIds.uuid()]
  const [doctor, other] = [randomIds.uuid(), randomIds.uuid()]
  await sql`insert into organisation (id, cvr, name, kind, status, created_at)
    values (${organisationId}, '99999901', 'Region Made Up', 'region', 'active', now())`.execute(db)
  await sql`insert into unit (id, organisation_id, key, name, sor) values
    (${wards}, ${organisationId}, 'afsnit', 'Afsnittet', '999900000000011'),
    (${laboratory}, ${organisationId}, 'lab', 'Laboratoriet', '999900000000012')`.execute(db)
  await sql`insert into service (id, key, protocol, entity_id, name_da, name_en, short_name, audience, lowest_assurance, access,
      log_in_kinds, metadata, metadata_read_at)
    values (${service}, 'made-up', 'saml', 'https://made-up.example', 'Made up', 'Made up', 'MU', 'professional', 'Substantial', 'role',
      '{professional}', '{}', now())`.execute(db)
  await sql`insert into role (id, service_id, key, name_da, name_en, privileges, lowest_assurance) values
    (${doctor}, ${service}, 'laege', 'Læge', 'Doctor', '{urn:made-up}', 'Substantial'),
    (${other}, ${service}, 'other', 'Anden', 'Other', '{urn:made-up:other}', 'Substantial')`.execute(db)
  await sql`insert into role_scope (role_id, key, kind, name_da, name_en, constraint_name, position)
    values (${doctor}, 'enhed', 'sor', 'Enhed', 'Unit', 'urn:made-up:sor', 0)`.execute(db)
  await sql`insert into service_grant (id, organisation_id, service_id, valid_from)
    values (${randomIds.uuid()}, ${organisationId}, ${service}, now() - interval '1 day')`.execute(db)
  await sql`insert into person (id, name, created_at) values (${chief}, 'Chief', now())`.execute(db)
  await sql`insert into person (id, name, created_at)
    select md5('person' || n)::uuid, 'Made Up ' || n, now() from generate_series(1, ${people - 1}) n`.execute(db)
  await sql`insert into account (id, person_id, organisation_id, unit_id, key, rid, status, valid_from, created_at)
    select id, id, ${organisationId}::uuid, ${wards}::uuid, id::text, null, 'active', now() - interval '1 day', now() from person where id = ${chief}
    union all select md5('account' || n)::uuid, md5('person' || n)::uuid, ${organisationId}::uuid, ${wards}::uuid, 'k' || n, 'rid-' || n, 'active',
      now() - interval '1 day', now() from generate_series(1, ${people - 1}) n`.execute(db)
  await sql`insert into administrator_appointment (id, account_id, level, appointed_by, appointed_at)
    values (${randomIds.uuid()}, ${chief}, 'chief', 'bench', now())`.execute(db)
}

async function timed<Value>(work: () => Promise<Value>): Promise<{ value: Value; ms: number }> {
  const before = performance.now()
  return { value: await work(), ms: performance.now() - before }
}

function seconds(ms: number): number {
  return rounded(ms / 1000)
}

async function privateDatabase(): Promise<string> {
  const postgres = stack.use(await startPostgres(existsSync('/dev/shm') ? { parent: '/dev/shm' } : {}))
  return postgres.createDatabase()
}
