/** Keys for tests: real ones, made once a test file. The certificates are made up. */
import { type KeyPair, readKeyPair } from '../../src/protocols/keys/key-pair.ts'
import { type KeyKind, makeKeyPair } from '../../src/protocols/keys/make-key-pair.ts'

const terms = {
  subject: { commonName: 'made up for a test' },
  from: new Date('2020-01-01T00:00:00Z'),
  until: new Date('2040-01-01T00:00:00Z'),
}

export async function testKey(kind: KeyKind = 'rsa2048'): Promise<KeyPair> {
  return readKeyPair(await makeKeyPair(kind, terms), 'test key')
}
