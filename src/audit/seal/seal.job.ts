/** Seals the audit every second, and keeps the heads outside the database. */
import type { Job } from '../../base/run-jobs.ts'
import type { HeadsFile } from './heads-file.ts'
import type { Sealer } from './seal-events.ts'

export function sealJob(sealer: Sealer, headsFile: HeadsFile): Job {
  return {
    name: 'seal the audit',
    everySeconds: 1,
    run: async () => {
      await sealer.seal()
      await headsFile.keep()
    },
  }
}
