/** Seals the audit every second. */
import type { Job } from '../../base/run-jobs.ts'
import type { Sealer } from './seal-events.ts'

export function sealJob(sealer: Sealer): Job {
  return { name: 'seal the audit', everySeconds: 1, run: () => sealer.seal() }
}
