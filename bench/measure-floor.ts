/** Has the cryptographic floor measured on SEB's core, while SEB has nothing to do. */
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { fromRoot } from '../src/base/root.ts'
import { type Cores, onSebsCore } from './cores.ts'
import type { KeyFiles } from './key-files.ts'

export type Floor = {
  /** Log-ins a second, were there nothing else to do. */
  perSecond: number
  /** Processor time of one of them. */
  cpuSeconds: number
}

/** What SEB does with its private keys in one log-in. */
export type PrivateOperations = { signatures: number; decryptions: number }

const seconds = 2

export async function measureFloor(
  cores: Cores | null,
  keys: KeyFiles,
  { signatures, decryptions }: PrivateOperations,
): Promise<Floor> {
  const program = fromRoot('dist', 'bench', 'crypto-floor.js')
  const [command = '', ...args] = [...onSebsCore(cores), process.execPath, program]
  const numbers = [signatures, decryptions, seconds].map(String)
  const { stdout } = await promisify(execFile)(command, [...args, keys.signing.file, keys.decryption.file, ...numbers])
  return JSON.parse(stdout) as Floor
}
