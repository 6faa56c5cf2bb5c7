/** What a running process uses, as Linux tells it in `/proc`; nothing where there is no such thing. */
import { existsSync, readFileSync } from 'node:fs'

export type ProcessUsage = {
  /** Seconds of processor time since it started, its threads and the kernel's work for it included. */
  cpuSeconds: number
  /** Memory in use now, in MiB. */
  rssMiB: number
  /** The most it ever had. */
  peakMiB: number
}

/** Clock ticks a second: 100 on every Linux that Node.js runs on (sysconf(3) `_SC_CLK_TCK`). */
const ticksPerSecond = 100

export function processUsage(pid: number): ProcessUsage | null {
  if (!existsSync(`/proc/${pid}/stat`)) return null
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  // The name in brackets may hold anything; utime and stime are fields 14 and 15, the third comes after the bracket.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  const mebibytes = (name: string) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1] ?? 0) / 1024
  return {
    cpuSeconds: (Number(fields[11]) + Number(fields[12])) / ticksPerSecond,
    rssMiB: mebibytes('VmRSS'),
    peakMiB: mebibytes('VmHWM'),
  }
}
