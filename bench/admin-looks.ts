/** What administrators look at in `bench:admin`, and how long it may take (nineteen in twenty). */
import { type Kysely, sql } from 'kysely'
import type { Schema } from '../src/storage/schema.ts'
import { regionCvr } from './nation-document.ts'

export interface Look {
  name: string
  as: 'region' | 'management'
  limitMs: number
  /** A different one each time. */
  path: (at: number) => string
}

const words = ['anna', 'sø', 'ravn', 'bjerg', 'Østergaard', 'mette lund', 'aase', 'strandvang', 'ib', 'zahra holt']
const list = 150
const page = 100

export async function looksAt(db: Kysely<Schema>): Promise<Look[]> {
  const region = await column<string>(db, sql`select id from organisation where cvr = ${regionCvr}`)
  const accounts = await column<string>(
    db,
    sql`select id from account where organisation_id = ${region[0]} order by id limit 200`,
  )
  const units = await column<string>(
    db,
    sql`select id from unit where organisation_id = ${region[0]} order by key limit 100`,
  )
  const roles = await column<string>(
    db,
    sql`select distinct role.id from role join service_grant held on held.service_id = role.service_id
      where held.organisation_id = ${region[0]} order by role.id`,
  )
  const organisations = await column<string>(db, sql`select id from organisation order by id limit 200`)
  const turn = (of: readonly string[], at: number) => of[at % of.length] ?? ''
  const word = (at: number) => encodeURIComponent(turn(words, at))
  const employees = '/admin/medarbejdere'
  const management = '/forvaltning/organisationer'
  return [
    { name: 'today', as: 'region', limitMs: list, path: () => '/admin' },
    { name: 'own-access', as: 'region', limitMs: page, path: () => '/mig' },
    { name: 'employees', as: 'region', limitMs: list, path: () => employees },
    { name: 'employees-far', as: 'region', limitMs: list, path: (at) => `${employees}?efter=${turn(accounts, at)}` },
    { name: 'employees-back', as: 'region', limitMs: list, path: (at) => `${employees}?foer=${turn(accounts, at)}` },
    { name: 'employees-search', as: 'region', limitMs: list, path: (at) => `${employees}?soeg=${word(at)}` },
    { name: 'employees-unit', as: 'region', limitMs: list, path: (at) => `${employees}?enhed=${turn(units, at)}` },
    { name: 'employees-suspended', as: 'region', limitMs: list, path: () => `${employees}?status=suspended` },
    { name: 'employees-ended', as: 'region', limitMs: list, path: () => `${employees}?status=ended` },
    { name: 'employee', as: 'region', limitMs: page, path: (at) => `${employees}/${turn(accounts, at)}` },
    { name: 'administrators', as: 'region', limitMs: list, path: () => '/admin/administratorer' },
    { name: 'roles', as: 'region', limitMs: list, path: () => '/admin/roller' },
    { name: 'holders', as: 'region', limitMs: list, path: (at) => `/admin/roller/${turn(roles, at)}` },
    { name: 'units', as: 'region', limitMs: list, path: () => '/admin/enheder' },
    { name: 'log', as: 'region', limitMs: list, path: () => '/admin/log' },
    { name: 'log-person', as: 'region', limitMs: list, path: (at) => `/admin/log?konto=${turn(accounts, at)}` },
    {
      name: 'log-name',
      as: 'region',
      limitMs: list,
      path: (at) => `/admin/log?om=${turn(['anna', 'ravn', 'mette', 'zahra'], at)}`,
    },
    { name: 'log-refused', as: 'region', limitMs: list, path: () => '/admin/log?udfald=refused' },
    { name: 'log-rare', as: 'region', limitMs: list, path: () => '/admin/log?hvad=account.suspended' },
    {
      name: 'log-days',
      as: 'region',
      limitMs: list,
      path: (at) => `/admin/log?fra=2025-0${1 + (at % 9)}-01&til=2025-0${1 + (at % 9)}-02`,
    },
    { name: 'log-of-seb', as: 'management', limitMs: list, path: () => '/forvaltning/log' },
    { name: 'log-of-seb-refused', as: 'management', limitMs: list, path: () => '/forvaltning/log?udfald=refused' },
    { name: 'organisations', as: 'management', limitMs: list, path: () => management },
    {
      name: 'organisations-far',
      as: 'management',
      limitMs: list,
      path: (at) => `${management}?efter=${turn(organisations, at)}`,
    },
    { name: 'organisations-search', as: 'management', limitMs: list, path: (at) => `${management}?soeg=hus+${at}` },
    { name: 'organisations-cvr', as: 'management', limitMs: list, path: (at) => `${management}?soeg=991${at}` },
    { name: 'organisation', as: 'management', limitMs: list, path: (at) => `${management}/${turn(organisations, at)}` },
  ]
}

async function column<T>(db: Kysely<Schema>, query: ReturnType<typeof sql>): Promise<T[]> {
  const { rows } = await sql<Record<string, T>>`${query}`.execute(db)
  return rows.flatMap((row) => Object.values(row))
}
