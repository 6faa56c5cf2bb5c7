/** Reads the plans that PostgreSQL really used (auto_explain) for what SEB asked, and finds big tables that were read whole. */
import { readFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'

/** Reading one of these from one end to the other is never right. */
const bigTables = [
  'person',
  'account',
  'role_assignment',
  'audit_event',
  'audit_seal',
  'service_grant',
  'person_authorisation',
]

/** What PostgreSQL must be started with. */
export const planSettings = [
  'session_preload_libraries=auto_explain',
  'auto_explain.log_format=json',
  'logging_collector=on',
  'log_filename=plans.log',
  'log_rotation_size=0',
  'log_rotation_age=0',
]

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Index Name'?: string
  Plans?: PlanNode[]
}

export interface Plans {
  /** Names of indexes that were used. */
  indexes: string[]
  /** `Seq Scan on account: select …` */
  readWhole: string[]
}

/** Every statement that runs while `work` does is explained. */
export async function watchPlans(url: string, dataDirectory: string, work: () => Promise<void>): Promise<Plans> {
  const log = `${dataDirectory}/log/plans.log`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await setThreshold(client, 0)
    const before = (await readFile(log, 'utf8')).length
    await work()
    await pause(300)
    return readPlans((await readFile(log, 'utf8')).slice(before))
  } finally {
    await setThreshold(client, -1)
    await client.end()
  }
}

/** Sessions that are open hear of it before their next statement. */
async function setThreshold(client: pg.Client, milliseconds: number): Promise<void> {
  await client.query(`alter system set auto_explain.log_min_duration = ${milliseconds}`)
  await client.query('select pg_reload_conf()')
  await pause(300)
}

function readPlans(text: string): Plans {
  const plans = [...text.matchAll(/ plan:\n((?:\t.*\n)+)/g)].map(
    ([, json = '{}']) => JSON.parse(json) as { 'Query Text': string; Plan: PlanNode },
  )
  const found = plans.flatMap((plan) => nodesOf(plan.Plan).map((node) => ({ node, query: plan['Query Text'] })))
  const readWhole = found.flatMap(({ node, query }) =>
    node['Node Type'] === 'Seq Scan' && bigTables.includes(node['Relation Name'] ?? '')
      ? [`${node['Node Type']} on ${node['Relation Name']}: ${query.replace(/\s+/g, ' ').slice(0, 200)}`]
      : [],
  )
  const indexes = found.flatMap(({ node }) => node['Index Name'] ?? [])
  return { indexes: [...new Set(indexes)].sort(), readWhole: [...new Set(readWhole)] }
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)]
}
