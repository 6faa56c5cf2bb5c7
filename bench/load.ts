/** Keeps a number of log-ins under way until enough have been done or the time is up. */
import type { LoggedIn } from './log-in.ts'

export type Load = {
  seconds: number
  /** SEB's own time of each log-in, in milliseconds. */
  times: number[]
  /** One of some, for an independent look. */
  sample: LoggedIn[]
  /** What went wrong, in words. */
  failures: string[]
}

export type Until = { logIns?: number | undefined; seconds?: number | undefined }

/** One in so many answers is kept and verified afterwards. */
const sampleEvery = 200

export async function runLoad(
  concurrency: number,
  { logIns = Number.POSITIVE_INFINITY, seconds = Number.POSITIVE_INFINITY }: Until,
  logInOnce: () => Promise<LoggedIn>,
): Promise<Load> {
  const begun = performance.now()
  const load: Load = { seconds: 0, times: [], sample: [], failures: [] }
  let started = 0
  const lane = async () => {
    while (started < logIns && performance.now() - begun < seconds * 1000) {
      started += 1
      try {
        const done = await logInOnce()
        load.times.push(done.sebMs)
        if (load.times.length % sampleEvery === 1) load.sample.push(done)
      } catch (error) {
        load.failures.push(error instanceof Error ? error.message : String(error))
        if (load.failures.length > 100) return
      }
    }
  }
  await Promise.all(Array.from({ length: concurrency }, lane))
  load.seconds = (performance.now() - begun) / 1000
  return load
}
