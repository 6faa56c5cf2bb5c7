/**
 * The symmetric keys SEB works with: from the settings, or made once and kept in the data directory. They are only made
 * while `PUBLIC_URL` is loopback, since the settings must be given otherwise (base/config.ts).
 */
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Config } from '../../base/config.ts'
import { writeOnce } from '../../base/write-once.ts'
import type { CprKeys } from '../../people/cpr.ts'

export interface Secrets {
  pseudonymKey: Uint8Array
  cprKeys: CprKeys
}

export async function loadSecrets(config: Config): Promise<Secrets> {
  return {
    pseudonymKey: await secret(config, config.PSEUDONYM_KEY, 'pseudonym.key'),
    cprKeys: {
      encryption: await secret(config, config.CPR_ENCRYPTION_KEY, 'cpr-encryption.key'),
      hash: await secret(config, config.CPR_HASH_KEY, 'cpr-hash.key'),
      other: otherPair(config),
    },
  }
}

function otherPair({ CPR_ENCRYPTION_KEY_NEXT: encryption, CPR_HASH_KEY_NEXT: hash }: Config): CprKeys['other'] {
  if (encryption === undefined || hash === undefined) return undefined
  return { encryption: Buffer.from(encryption, 'base64'), hash: Buffer.from(hash, 'base64') }
}

async function secret({ keyDirectory }: Config, given: string | undefined, name: string): Promise<Uint8Array> {
  const text = given ?? (await writeOnce(join(keyDirectory, name), () => randomBytes(32).toString('base64')))
  return Buffer.from(text, 'base64')
}
