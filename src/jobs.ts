/** What SEB does by itself, now and then: the list. No job decides anything: what is late is done a little later. */
import { createHeadsFile } from './audit/seal/heads-file.ts'
import { sealJob } from './audit/seal/seal.job.ts'
import type { Log } from './base/log.ts'
import type { Job } from './base/run-jobs.ts'
import { tidyJob } from './brokering/tidy.job.ts'
import { applyDeps, type CommandDeps } from './commands.ts'
import { refreshMetadataJob } from './configuration/refresh-metadata.job.ts'

export function createJobs(deps: CommandDeps & { log: Log }): readonly Job[] {
  const { config, storage, clock, log, sealer } = deps
  const headsFile = createHeadsFile({ db: storage.db, log, path: config.auditHeadsFile })
  return [
    sealJob(sealer, headsFile), // every second
    refreshMetadataJob(applyDeps(deps)), // every minute, those whose hour has passed
    tidyJob({ db: storage.db, clock }), // every five minutes
  ]
}
