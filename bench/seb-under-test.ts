/** SEB as it runs in production, started on its own core with the keys and the database that are measured. */
import { existsSync } from 'node:fs'
import { freePort } from '../test/support/free-port.ts'
import { startPostgres } from '../test/support/postgres.ts'
import { applyToSeb, type SebProcess, startSeb } from '../test/support/seb-process.ts'
import { temporaryDirectory } from '../test/support/temporary-directory.ts'
import type { BenchOptions } from './bench-options.ts'
import { type Cores, onSebsCore } from './cores.ts'
import { type KeyFiles, type MeasuredKeyKind, writeKeyFiles } from './key-files.ts'

export type SebUnderTest = { seb: SebProcess; keys: KeyFiles }

/** `knowledge` is made when SEB's address and keys are known, and then applied. Everything ends with `stack`. */
export async function startSebUnderTest(
  stack: AsyncDisposableStack,
  options: Pick<BenchOptions, 'database' | 'profile'> & {
    keys: MeasuredKeyKind
    settings?: Readonly<Record<string, string>>
  },
  cores: Cores | null,
  knowledge: (url: string, keys: KeyFiles) => Promise<object>,
): Promise<SebUnderTest> {
  const directory = await temporaryDirectory(stack, 'seb-bench')
  const keys = await writeKeyFiles(directory, options.keys)
  const databaseUrl = await openDatabase(stack, options.database)
  const host = '127.0.0.1'
  const port = await freePort(host)
  const seb = stack.use(
    await startSeb({
      dataDirectory: directory,
      ...(databaseUrl === undefined ? {} : { databaseUrl }),
      host,
      port,
      settings: {
        SAML_SIGNING_KEY_FILE: keys.signing.file,
        SAML_DECRYPTION_KEY_FILE: keys.decryption.file,
        ...options.settings,
      },
      through: onSebsCore(cores),
      nodeArguments: options.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${options.profile}`],
    }),
  )
  await applyToSeb(seb.options, await knowledge(seb.url, keys))
  return { seb, keys }
}

async function openDatabase(
  stack: AsyncDisposableStack,
  database: BenchOptions['database'],
): Promise<string | undefined> {
  if (database === 'embedded') return undefined
  if (database !== 'private') return database.url
  // In memory where there is such a place: whether the disk is fast is not what is asked.
  const postgres = stack.use(await startPostgres(existsSync('/dev/shm') ? { parent: '/dev/shm' } : {}))
  return postgres.createDatabase()
}
