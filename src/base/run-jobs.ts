/** What SEB does by itself now and then. A job tidies, fetches or seals; it never decides what holds: dates in rows do. */
import { setTimeout } from 'node:timers/promises'
import type { Log } from './log.ts'

export interface Job {
  /** For the log. */
  name: string
  /** Seconds between the end of one run and the beginning of the next. */
  everySeconds: number
  /** Every process runs every job: what only one may do at a time, it sees to itself, by a lock in the database. */
  /** What takes long looks now and then whether it is to stop. */
  run(stop: AbortSignal): Promise<unknown>
}

export interface RunningJobs {
  /** Begins no more runs and waits for those under way. */
  stop(): Promise<void>
}

/** Runs each job at once and then again and again, never twice at a time. One that fails is logged and tried again. */
export function runJobs(log: Log, jobs: readonly Job[]): RunningJobs {
  const stopping = new AbortController()
  const running = jobs.map((job) => keepRunning(log, job, stopping.signal))
  return {
    stop: async () => {
      stopping.abort()
      await Promise.all(running)
    },
  }
}

async function keepRunning(log: Log, job: Job, stop: AbortSignal): Promise<void> {
  while (!stop.aborted) {
    try {
      await job.run(stop)
    } catch (error) {
      log.error({ job: job.name, error: String(error) }, 'a job failed; it will be tried again')
    }
    // Does not keep the process alive.
    await setTimeout(job.everySeconds * 1000, undefined, { signal: stop, ref: false }).catch(() => undefined)
  }
}
