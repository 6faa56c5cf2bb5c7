/** SEB as an operator runs it: the compiled program in a process of its own, told everything by the environment. */
import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { fromRoot } from '../../src/base/root.ts'
import { type RunningChild, startChild } from './child-process.ts'
import { freePort } from './free-port.ts'
import { httpReady } from './http-ready.ts'

/** Where SEB keeps things, and how it is reached. */
export type SebOptions = {
  /** Keys, and the embedded database when there is no `databaseUrl`. */
  dataDirectory: string
  databaseUrl?: string
  /** A loopback address of its own. */
  host: string
  port?: number
  /** What people and services know it by, when that is not where it listens: a load balancer's address. */
  publicUrl?: string
  /** Other settings, by their names in the environment. */
  settings?: Readonly<Record<string, string>>
  /** A command that starts the program given after it: `taskset -c 0`. */
  through?: readonly string[]
  /** How long it may take until it is ready. */
  withinMs?: number
  /** For Node.js itself, before the program. */
  nodeArguments?: readonly string[]
}

/** A running SEB. */
export type SebProcess = RunningChild & {
  /** Where this process listens. */
  url: string
  options: SebOptions & { port: number; publicUrl: string }
}

/** Starts SEB without its sandbox and waits until it says that it is ready. */
export async function startSeb(given: SebOptions): Promise<SebProcess> {
  const port = given.port ?? (await freePort(given.host))
  const url = `http://${given.host}:${port}`
  const options = { ...given, port, publicUrl: given.publicUrl ?? url }
  const node = [process.execPath, ...(await productionArguments()), ...(given.nodeArguments ?? []), fromRoot(program)]
  const [command = '', ...args] = [...(given.through ?? []), ...node]
  const child = await startChild({
    name: 'SEB',
    program: command,
    args,
    env: environmentOf(options),
    ready: () => httpReady(`${url}/readyz`),
    ...(given.withinMs === undefined ? {} : { withinMs: given.withinMs }),
  })
  return { ...child, url, options }
}

const program = 'dist/src/main.js'

/** What `npm start` gives Node.js before the program: what is measured is what runs. */
async function productionArguments(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile(fromRoot('package.json'), 'utf8')) as { scripts: { start: string } }
  const [, options] = new RegExp(`node (.*?)${program}`).exec(scripts.start) ?? []
  if (options === undefined) throw new Error(`npm start does not run ${program}`)
  return options.split(' ').filter((option) => option !== '')
}

/** Gives SEB what it is to know, as an operator does: `seb apply FILE`. Returns what the command printed. */
export async function applyToSeb(options: SebProcess['options'], knowledge: object): Promise<string> {
  const file = join(options.dataDirectory, 'knowledge.json')
  await writeFile(file, JSON.stringify(knowledge, null, 2))
  const run = promisify(execFile)
  const { stdout } = await run(process.execPath, [fromRoot('dist/src/cli.js'), 'apply', file], {
    env: { ...process.env, ...environmentOf(options) },
  })
  return stdout
}

function environmentOf(options: SebProcess['options']): Record<string, string> {
  return {
    HOST: options.host,
    PORT: String(options.port),
    PUBLIC_URL: options.publicUrl,
    DATA_DIR: options.dataDirectory,
    SANDBOX: 'off',
    ...(options.databaseUrl === undefined ? {} : { DATABASE_URL: options.databaseUrl }),
    ...options.settings,
  }
}
