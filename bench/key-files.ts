/** SEB's own keys for one run, of the kind that is measured, in files as an operator would give them. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type KeyPair, readKeyPair } from '../src/protocols/keys/key-pair.ts'
import { makeKeyPair } from '../src/protocols/keys/make-key-pair.ts'

export const measuredKeyKinds = ['rsa2048', 'rsa3072', 'p256'] as const

export type MeasuredKeyKind = (typeof measuredKeyKinds)[number]

export type KeyFiles = Record<'signing' | 'decryption', { file: string; pair: KeyPair }>

export async function writeKeyFiles(directory: string, kind: MeasuredKeyKind): Promise<KeyFiles> {
  const [signing, decryption] = await Promise.all([
    write(directory, 'signing', kind),
    write(directory, 'decryption', decryptionKind(kind)),
  ])
  return { signing, decryption }
}

/** Content keys are wrapped with RSA-OAEP only, so beside a P-256 signing key stands an RSA key. */
export function decryptionKind(kind: MeasuredKeyKind): 'rsa2048' | 'rsa3072' {
  return kind === 'p256' ? 'rsa2048' : kind
}

const terms = {
  subject: { commonName: 'made up for a measurement' },
  from: new Date('2020-01-01T00:00:00Z'),
  until: new Date('2040-01-01T00:00:00Z'),
}

/** A pair that stands in no file: another party's. */
export async function makeKey(kind: MeasuredKeyKind): Promise<KeyPair> {
  return readKeyPair(await makeKeyPair(kind, terms), kind)
}

async function write(directory: string, name: string, kind: MeasuredKeyKind) {
  const file = join(directory, `${name}.pem`)
  const pem = await makeKeyPair(kind, terms)
  await writeFile(file, pem, { mode: 0o600 })
  return { file, pair: readKeyPair(pem, name) }
}
