/** Gives SEB a core of its own, so that what is measured is SEB and not whoever plays the rest of the world. */
import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** One core for SEB, another for everybody else. */
export type Cores = { seb: number; others: number }

/** Pins this process, and with it all that it starts, to its core. Null where there is no `taskset` or only one core. */
export async function takeCores(): Promise<Cores | null> {
  try {
    const { stdout } = await run('taskset', ['-cp', String(process.pid)])
    const [seb, others] = readCoreList(stdout.slice(stdout.lastIndexOf(':') + 1).trim())
    if (seb === undefined || others === undefined) return null
    await run('taskset', ['-acp', String(others), String(process.pid)])
    return { seb, others }
  } catch {
    return null
  }
}

/** The command that a program is started through to run on SEB's core. */
export function onSebsCore(cores: Cores | null): string[] {
  return cores ? ['taskset', '-c', String(cores.seb)] : []
}

/** `0,2-4` as the kernel writes it. */
function readCoreList(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [first = 0, last = first] = part.split('-').map(Number)
    return Array.from({ length: last - first + 1 }, (_, at) => first + at)
  })
}

/** How busy a core was between two looks, whoever used it: from 0 to 1. */
export function watchCore(core: number): () => number {
  const before = ticksOf(core)
  return () => {
    const after = ticksOf(core)
    return (after.busy - before.busy) / Math.max(1, after.all - before.all)
  }
}

/** proc_stat(5): user nice system idle iowait irq softirq steal. */
function ticksOf(core: number): { busy: number; all: number } {
  const line = new RegExp(`^cpu${core} (.*)$`, 'm').exec(readFileSync('/proc/stat', 'utf8'))?.[1] ?? ''
  const [user = 0, nice = 0, system = 0, idle = 0, iowait = 0, ...more] = line.split(' ').slice(0, 8).map(Number)
  const busy = user + nice + system + more.reduce((sum, ticks) => sum + ticks, 0)
  return { busy, all: busy + idle + iowait }
}
