/**
 * The symmetric keys SEB works with: from the settings, or generated once and kept beside the embedded database. They are
 * only generated while `PUBLIC_URL` is loopback, since the settings must be given otherwise (config.ts).
 */
import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from './config.ts'

export interface Secrets {
  pseudonymKey: Uint8Array
  cprKeys: { encryption: Uint8Array; hash: Uint8Array }
}

export function readSecrets(config: Config): Secrets {
  return {
    pseudonymKey: secret(config, config.PSEUDONYM_KEY, 'pseudonym.key'),
    cprKeys: {
      encryption: secret(config, config.CPR_ENCRYPTION_KEY, 'cpr-encryption.key'),
      hash: secret(config, config.CPR_HASH_KEY, 'cpr-hash.key'),
    },
  }
}

function secret({ keyDirectory }: Config, given: string | undefined, name: string): Uint8Array {
  if (given !== undefined) return Buffer.from(given, 'base64')
  const path = join(keyDirectory, name)
  if (!existsSync(path)) generate(keyDirectory, path)
  return Buffer.from(readFileSync(path, 'utf8'), 'base64')
}

/** Of two processes that start at once one comes first, and both use its key. */
function generate(directory: string, path: string): void {
  mkdirSync(directory, { recursive: true, mode: 0o700 })
  const unfinished = `${path}.${randomUUID()}`
  writeFileSync(unfinished, randomBytes(32).toString('base64'), { mode: 0o600 })
  try {
    linkSync(unfinished, path)
  } catch (error) {
    if (!existsSync(path)) throw error
  } finally {
    rmSync(unfinished)
  }
}
