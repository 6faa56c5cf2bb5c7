/** A program that a test starts, watches until it answers, and stops again. */
import { type ChildProcess, spawn } from 'node:child_process'
import { eventually } from './eventually.ts'

/** What to start, and how to know that it is ready. */
export type Command = {
  name: string
  program: string
  args: readonly string[]
  env?: Readonly<Record<string, string>>
  cwd?: string
  uid?: number
  gid?: number
  /** Asked again and again until it answers true; a program that ends before that is an error. */
  ready: () => Promise<boolean> | boolean
  withinMs?: number
  /** What ends it in order: SIGTERM unless told. */
  stopSignal?: NodeJS.Signals
}

/** A running program. */
export type RunningChild = AsyncDisposable & {
  pid: number
  /** Everything it wrote so far, both streams (the first megabyte). */
  output(): string
  /** Ends it in order, by force when it does not go within five seconds. */
  stop(): Promise<void>
  /** Ends it as a failing machine would (SIGKILL). */
  kill(): Promise<void>
  /** Resolves when the program has ended, whoever ended it. */
  ended: Promise<void>
}

const running = new Set<ChildProcess>()
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL')
})

/** Starts a program and returns when it is ready; a program that fails to start is told with all it wrote. */
export async function startChild(command: Command): Promise<RunningChild> {
  const child = spawn(command.program, [...command.args], {
    cwd: command.cwd,
    env: { ...process.env, ...command.env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...(command.uid === undefined ? {} : { uid: command.uid }),
    ...(command.gid === undefined ? {} : { gid: command.gid }),
  })
  running.add(child)
  let output = ''
  const keep = (chunk: Buffer) => {
    if (output.length < 1_000_000) output += chunk.toString('utf8')
  }
  child.stdout.on('data', keep)
  child.stderr.on('data', keep)
  const ended = new Promise<void>((resolve) => {
    child.once('error', (error) => {
      output += `${error}\n`
      running.delete(child)
      resolve()
    })
    child.once('exit', () => {
      running.delete(child)
      resolve()
    })
  })
  const signal = async (name: NodeJS.Signals) => {
    child.kill(name)
    const force = setTimeout(() => child.kill('SIGKILL'), 5_000)
    await ended
    clearTimeout(force)
  }
  const handle: RunningChild = {
    pid: child.pid ?? -1,
    output: () => output,
    stop: () => signal(command.stopSignal ?? 'SIGTERM'),
    kill: () => signal('SIGKILL'),
    ended,
    [Symbol.asyncDispose]: () => signal(command.stopSignal ?? 'SIGTERM'),
  }
  try {
    let over = false
    void ended.then(() => {
      over = true
    })
    const up = await eventually(
      `${command.name} to be ready`,
      async () => (over ? false : (await command.ready()) ? true : undefined),
      command.withinMs,
    )
    if (!up) throw new Error(`${command.name} ended before it was ready`)
    return handle
  } catch (error) {
    await handle.kill()
    throw new Error(`${command.name} did not start. It wrote:\n${headAndTail(output)}`, { cause: error })
  }
}

/** What went wrong first stands at the head, what ended it at the tail. */
function headAndTail(text: string): string {
  return text.length <= 8_000 ? text : `${text.slice(0, 6_000)}\n[…]\n${text.slice(-2_000)}`
}
