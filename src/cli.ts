/** The command line: `seb serve | migrate | apply | export-audit …`. Each command stands in its room; here they are called. */
import { userInfo } from 'node:os'
import { resolve } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { Exported } from './audit/seal/export-audit.ts'
import { loadSealKeys } from './audit/seal/load-seal-keys.ts'
import { createSealer } from './audit/seal/seal-events.ts'
import { describeVerification, verifyFile } from './audit/seal/verify-audit.command.ts'
import type { Verification } from './audit/seal/verify-audit.ts'
import { systemClock } from './base/clock.ts'
import { type Config, readConfig } from './base/config.ts'
import { processEnvironment } from './base/environment.ts'
import { randomIds } from './base/ids.ts'
import { Problem } from './base/problem.ts'
import { createCommands } from './commands.ts'
import { applyCommand } from './configuration/apply.command.ts'
import type { ApplyOutcome } from './configuration/apply-document.ts'
import { exportCommand } from './configuration/export.command.ts'
import type { Exports } from './configuration/export-configuration.ts'
import { settingsCommand } from './configuration/settings.command.ts'
import type { Rotated } from './people/rotate-cpr-keys.ts'
import { loadSecrets } from './protocols/keys/load-secrets.ts'
import { type CommandResult, sendCommand } from './storage/control-socket.ts'
import { DirectoryTaken } from './storage/data-directory-lock.ts'
import { openStorage, type Storage, storageOptions } from './storage/database.ts'

const help = `Usage: seb COMMAND

  serve                      start SEB
  migrate                    bring the database up to date
  apply FILE [--dry-run]     make organisations, services, roles, people … be as the file says
  export [FILE] [--cvr CVR | --service KEY] [--force]
                             write what SEB is set up with, for apply, to the file or the standard output: all of it,
                             one organisation with its people, or one service; without CPR numbers
  explain-sign-in REFERENCE  what happened, and why each value was sent or left out
  export-audit FILE [--organisation CVR]
                             the audit with its proof, all of it or one organisation's
  verify-audit [FILE [--key PEM] [--heads FILE]]
                             whether the audit, or an exported file, is as it was sealed
  rotate-cpr-key             seal every CPR number with the present keys (docs/operators/change-keys.md)
  settings                   every setting and what is in force

Settings come from the environment; see docs/operators/settings.md.`

const commands: Readonly<Record<string, (args: string[]) => Promise<CommandResult>>> = {
  serve: async (args) => {
    parseArgs({ args })
    await import('./main.ts')
    return { exitCode: 0, output: '' }
  },
  migrate: async (args) => {
    parseArgs({ args })
    await withStorage(config(), async () => undefined)
    return { exitCode: 0, output: 'The database is up to date.' }
  },
  apply: async (args) => {
    const options = { 'dry-run': { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return { exitCode: 2, output: help }
    const read = config()
    return applyCommand(
      { apply: async (request) => (await runCommand(read, 'apply', request)) as ApplyOutcome },
      { file, dryRun: values['dry-run'], operator: operatorName() },
    )
  },
  export: async (args) => {
    const text = { type: 'string' } as const
    const options = { cvr: text, service: text, force: { type: 'boolean', default: false } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...others] = positionals
    const { cvr, service, force } = values
    if (others.length > 0) return { exitCode: 2, output: help }
    if (cvr !== undefined && service !== undefined) return { exitCode: 2, output: 'give --cvr or --service, not both' }
    const read = config()
    const request = { operator: operatorName(), cvr, service }
    return exportCommand(
      {
        ids: randomIds,
        export: async () => (await runCommand(read, 'export', request)) as Exports,
        print: printWhole,
        tell: (line) => void process.stderr.write(`${line}\n`),
      },
      { file, force },
    )
  },
  'explain-sign-in': async (args) => {
    const { positionals } = parseArgs({ args, allowPositionals: true })
    const [reference] = positionals
    if (reference === undefined) return { exitCode: 2, output: help }
    // The number stands on the page in two groups, and may be typed so.
    const story = await runCommand(config(), 'explain-sign-in', positionals.join(''))
    return typeof story === 'string'
      ? { exitCode: 0, output: story }
      : { exitCode: 1, output: `Nothing is known under ${positionals.join(' ')}.` }
  },
  'export-audit': async (args) => {
    const options = { organisation: { type: 'string' } } as const
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true })
    const [file, ...others] = positionals
    if (file === undefined || others.length > 0) return { exitCode: 2, output: help }
    const request = { file: resolve(file), cvr: values.organisation, operator: operatorName() }
    const { events, sealedAt } = (await runCommand(config(), 'export-audit', request)) as Exported
    return { exitCode: 0, output: `${events} events written to ${file}, under a head signed on ${sealedAt}.` }
  },
  'verify-audit': async (args) => {
    const options = { key: { type: 'string', multiple: true }, heads: { type: 'string' } } as const
    const { positionals } = parseArgs({ args, options, allowPositionals: true })
    if (positionals.length > 0 || args.length > 0) return verifyFile(args)
    return describeVerification((await runCommand(config(), 'verify-audit', null)) as Verification)
  },
  'rotate-cpr-key': async (args) => {
    parseArgs({ args })
    const { rotated } = (await runCommand(config(), 'rotate-cpr-key', operatorName())) as Rotated
    return {
      exitCode: 0,
      output: `${rotated} CPR numbers are sealed anew; all of them are sealed with the present keys.`,
    }
  },
  settings: async (args) => {
    parseArgs({ args })
    return settingsCommand(readConfig(processEnvironment()))
  },
  help: async () => ({ exitCode: 0, output: help }),
}

/** Whoever reads it may have seen enough: `seb export | head`. */
async function printWhole(text: string): Promise<void> {
  await pipeline([text], process.stdout, { end: false }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })
}

/** For the audit. A container may run under a number that has no name. */
function operatorName(): string {
  try {
    return userInfo().username
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`
  }
}

function config(): Config {
  const reading = readConfig(processEnvironment())
  if (!reading.ok) throw new Problem('configuration', reading.mistakes.join('\n'))
  return reading.config
}

/** In the SEB that runs on the embedded database, or here when none does. One that is only just starting is waited for. */
async function runCommand(config: Config, name: string, args: unknown): Promise<unknown> {
  if (config.DATABASE_URL !== undefined) return runHere(config, name, args)
  for (let triesLeft = 120; ; triesLeft--) {
    const sent = await sendCommand(config.DATA_DIR, name, args)
    if (sent.answered) return sent.result
    try {
      return await runHere(config, name, args)
    } catch (error) {
      if (!(error instanceof DirectoryTaken) || triesLeft === 0) throw error
      await setTimeout(250)
    }
  }
}

function runHere(config: Config, name: string, args: unknown): Promise<unknown> {
  return withStorage(config, async (storage) => {
    const secrets = await loadSecrets(config)
    const sealKeys = await loadSealKeys(config)
    const sealer = createSealer({ db: storage.db, clock: systemClock, keys: sealKeys })
    const deps = { config, storage, clock: systemClock, ids: randomIds, secrets, sealer, sealKeys }
    return createCommands(deps)[name]?.(args)
  })
}

async function withStorage<T>(config: Config, use: (storage: Storage) => Promise<T>): Promise<T> {
  const storage = await openStorage(storageOptions(config))
  try {
    return await use(storage)
  } finally {
    await storage.close()
  }
}

async function run([name = 'help', ...args]: string[]): Promise<CommandResult> {
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined
  if (!command) return { exitCode: 2, output: help }
  try {
    return await command(args)
  } catch (error) {
    if (error instanceof Problem) return { exitCode: 1, output: error.detail }
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))
      return { exitCode: 2, output: `${error.message}\n\n${help}` }
    throw error
  }
}

const { exitCode, output } = await run(process.argv.slice(2))
const channel = exitCode === 0 ? process.stdout : process.stderr
if (output !== '') channel.write(`${output}\n`)
process.exitCode = exitCode
