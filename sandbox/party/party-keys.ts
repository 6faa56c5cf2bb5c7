/** The keys of the parties: made when they are first needed and kept, so that a restart does not make strangers of them. */
import { join } from 'node:path'
import type { Clock } from '../../src/base/clock.ts'
import { writeOnce } from '../../src/base/write-once.ts'
import { type KeyPair, readKeyPair } from '../../src/protocols/keys/key-pair.ts'
import { type KeyKind, makeKeyPair } from '../../src/protocols/keys/make-key-pair.ts'

export async function loadPartyKey(
  { clock, keyDirectory }: { clock: Clock; keyDirectory: string },
  name: string,
  kind: KeyKind,
): Promise<KeyPair> {
  const make = () => {
    const from = clock.now()
    const until = new Date(from)
    until.setUTCFullYear(from.getUTCFullYear() + 10)
    return makeKeyPair(kind, { subject: { commonName: `SEB sandbox ${name}, made up` }, from, until })
  }
  return readKeyPair(await writeOnce(join(keyDirectory, 'sandbox', `${name}.pem`), make), `sandbox ${name}`)
}
