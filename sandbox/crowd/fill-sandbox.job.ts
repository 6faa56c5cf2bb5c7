/**
 * Fills the sandbox's clinic, municipality and region with made-up colleagues, so that there is something to click through. It
 * goes on behind a SEB that is up already, a few hundred people at a time, and takes up where it was stopped.
 */
import { setTimeout as pause } from 'node:timers/promises'
import { sql } from 'kysely'
import { recordEvents } from '../../src/audit/record-events.ts'
import type { Clock } from '../../src/base/clock.ts'
import type { Ids } from '../../src/base/ids.ts'
import type { Log } from '../../src/base/log.ts'
import type { Job } from '../../src/base/run-jobs.ts'
import type { Storage } from '../../src/storage/database.ts'
import { cvr } from '../data/organisations.ts'
import { makeAdministrators, makeAssignments, makePeople, makeUnits, peopleOf } from './make-crowd.ts'
import { leafKeys } from './unit-trees.ts'

export interface FillDeps {
  storage: Storage
  clock: Clock
  ids: Ids
  log: Log
}

/** How many are employed when it is done, those with a name in the sandbox among them. */
const crowds = [
  { cvr: cvr.havnegade, kind: 'general-practice', people: 6, administrators: 0 },
  { cvr: cvr.municipality, kind: 'municipality', people: 2_000, administrators: 12 },
  { cvr: cvr.region, kind: 'region', people: 40_000, administrators: 60 },
] as const

type Crowd = (typeof crowds)[number]

/** The embedded engine does one thing at a time, and a page should not wait for it longer than one notices. */
const peopleAtATime = 200
const pauseMs = 100
const seed = 'sandbox'

export function fillSandboxJob(deps: FillDeps): Job {
  return {
    name: 'fill-sandbox',
    everySeconds: 24 * 3600,
    run: async (stop) => {
      for (const crowd of crowds) await fill(deps, crowd, stop)
    },
  }
}

async function fill(deps: FillDeps, crowd: Crowd, stop: AbortSignal): Promise<void> {
  const { storage, clock, ids, log } = deps
  const { db } = storage
  const options = { seed, now: clock.now() }
  const organisation = sql`select id from organisation where cvr = ${crowd.cvr}`
  const { rows } = await sql<{ id: string; named: number; made: number }>`
    select organisation.id, count(*) filter (where account.key !~ '^p[0-9]+$')::integer as named,
      count(*) filter (where account.key ~ '^p[0-9]+$')::integer as made
    from organisation join account on account.organisation_id = organisation.id where cvr = ${crowd.cvr}
    group by organisation.id`.execute(db)
  const [found] = rows
  if (!found) return
  const last = crowd.people - found.named
  if (found.made >= last) return
  if (crowd.kind !== 'general-practice') await makeUnits(db, organisation, crowd.kind, options)
  for (let from = found.made + 1; from <= last && !stop.aborted; from += peopleAtATime) {
    const until = Math.min(last, from + peopleAtATime - 1)
    const people = peopleOf(seats(found.id, crowd, from, until), options)
    await db.transaction().execute(async (trx) => {
      await makePeople(trx, people, options)
      await makeAssignments(trx, people, { least: 1, most: 3 }, options)
      if (from === 1) await makeAdministrators(trx, people, { chiefs: 2, others: crowd.administrators }, options)
      await recordEvents({ clock, ids }, trx, [
        {
          action: 'organisation.changed',
          outcome: 'success',
          actor: { kind: 'operator', id: 'sandbox' },
          organisationId: found.id,
          object: { kind: 'organisation', id: found.id },
          details: { employees: until - from + 1 },
        },
      ])
    })
    await pause(pauseMs, undefined, { signal: stop }).catch(() => undefined)
  }
  if (stop.aborted) return
  if (storage.engine === 'embedded') await tidy(storage)
  log.info({ cvr: crowd.cvr, people: crowd.people }, 'a made-up organisation of the sandbox has all its people')
}

/** Where people work: the smallest units, and those the sandbox knows by name. */
function seats(organisationId: string, { kind }: Crowd, from: number, until: number) {
  const keys = kind === 'general-practice' ? [] : leafKeys(kind)
  return sql`
    select ${organisationId}::uuid as organisation_id, number,
      array(select id from unit where organisation_id = ${organisationId}
        and (key = any(${keys}::text[]) or key !~ '^enhed-' and sor is not null) order by key) as units
    from generate_series(${from}::integer, ${until}::integer) number`
}

/** Nothing else does in the embedded engine what a PostgreSQL does by itself after so many new rows. */
async function tidy({ db }: Storage): Promise<void> {
  await db.connection().execute(async (connection) => {
    await sql`reset role`.execute(connection)
    try {
      for (const table of ['person', 'account', 'role_assignment', 'person_authorisation', 'unit'])
        await sql`vacuum (analyze) ${sql.table(table)}`.execute(connection)
    } finally {
      await sql`set role seb_broker`.execute(connection)
    }
  })
}
