/** Keeps the planner's picture of the tables up to date: what the embedded engine never does, nor PostgreSQL within one change. */
import { sql } from 'kysely'
import type { Job } from '../base/run-jobs.ts'
import type { Db } from './database.ts'

export function statisticsJob(db: Db): Job {
  return { name: 'statistics', everySeconds: 300, run: () => refreshStatistics(db) }
}

export async function refreshStatistics(db: Db): Promise<void> {
  await sql`select refresh_statistics()`.execute(db)
}
