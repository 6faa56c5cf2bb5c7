/** The key that heads are signed with: from the file that the settings name, or, on loopback only, made at first start. */
import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../base/config.ts'
import { Problem } from '../../base/problem.ts'
import { writeOnce } from '../../base/write-once.ts'

export interface SealKeys {
  privateKey: KeyObject
  /** Its public half, as heads name it. */
  key: string
  /** The public half of the next one, when a change is under way. */
  next: string | null
}

export async function loadSealKeys(config: Config): Promise<SealKeys> {
  const { AUDIT_SIGNING_KEY_FILE: file, AUDIT_SIGNING_KEY_NEXT_FILE: nextFile } = config
  const pem = file === undefined ? await writeOnce(join(config.keyDirectory, 'audit-signing.pem'), makeKey) : read(file)
  return sealKeys(
    attempt(file ?? 'audit-signing.pem', () => createPrivateKey(pem)),
    nextFile === undefined ? null : attempt(nextFile, () => createPublicKey(read(nextFile))),
  )
}

export function sealKeys(privateKey: KeyObject, next: KeyObject | null = null): SealKeys {
  for (const key of [privateKey, next])
    if (key && key.asymmetricKeyType !== 'ed25519')
      throw new Problem('configuration', 'audit signing key: must be an Ed25519 key')
  return { privateKey, key: keyName(createPublicKey(privateKey)), next: next && keyName(next) }
}

/** A public key as heads write it. */
function keyName(publicKey: KeyObject): string {
  return publicKey.export({ format: 'der', type: 'spki' }).toString('base64url')
}

function makeKey(): string {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
}

function read(file: string): string {
  return attempt(file, () => readFileSync(file, 'utf8'))
}

function attempt<T>(file: string, read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new Problem('configuration', `${file}: the key cannot be read`, { cause: error })
  }
}
