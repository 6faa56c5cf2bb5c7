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
  /** The public halves of those before: only they may have signed what is old. */
  earlier: readonly string[]
}

export async function loadSealKeys(config: Config): Promise<SealKeys> {
  const { AUDIT_SIGNING_KEY_FILE: file, AUDIT_SIGNING_KEY_NEXT_FILE: next, AUDIT_EARLIER_KEYS_FILE: earlier } = config
  const pem = file === undefined ? await writeOnce(join(config.keyDirectory, 'audit-signing.pem'), makeKey) : read(file)
  return sealKeys(
    attempt(file ?? 'audit-signing.pem', () => createPrivateKey(pem)),
    next === undefined ? null : attempt(next, () => createPublicKey(read(next))),
    earlier === undefined ? [] : attempt(earlier, () => publicKeys(read(earlier))),
  )
}

export function sealKeys(
  privateKey: KeyObject,
  next: KeyObject | null = null,
  earlier: readonly KeyObject[] = [],
): SealKeys {
  const wrong = [privateKey, next, ...earlier].find((key) => key && key.asymmetricKeyType !== 'ed25519')
  if (wrong) throw new Problem('configuration', 'audit signing key: must be an Ed25519 key')
  return {
    privateKey,
    key: keyName(createPublicKey(privateKey)),
    next: next && keyName(next),
    earlier: earlier.map(keyName),
  }
}

function publicKeys(pem: string): KeyObject[] {
  return (pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? []).map((block) =>
    createPublicKey(block),
  )
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
