/** SEB's own keys: from the files that the settings name, or, on loopback only, made at first start and kept. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Clock } from '../../base/clock.ts'
import type { Config } from '../../base/config.ts'
import { Problem } from '../../base/problem.ts'
import { writeOnce } from '../../base/write-once.ts'
import { makeKeyPair } from './make-key-pair.ts'
import { type NowAndNextPem, type OwnKeys, readOwnKeys } from './own-keys.ts'

export async function loadOwnKeys(config: Config, clock: Clock): Promise<OwnKeys> {
  const [signing, decryption] = await Promise.all([
    load(config, clock, 'saml-signing', config.SAML_SIGNING_KEY_FILE, config.SAML_SIGNING_KEY_NEXT_FILE),
    load(config, clock, 'saml-decryption', config.SAML_DECRYPTION_KEY_FILE, config.SAML_DECRYPTION_KEY_NEXT_FILE),
  ])
  return readOwnKeys({ signing, decryption })
}

async function load(
  { keyDirectory }: Config,
  clock: Clock,
  name: string,
  file: string | undefined,
  nextFile: string | undefined,
): Promise<NowAndNextPem> {
  const now =
    file === undefined ? await writeOnce(join(keyDirectory, `${name}.pem`), () => make(clock, name)) : read(file)
  return nextFile === undefined ? [now] : [now, read(nextFile)]
}

function make(clock: Clock, name: string): Promise<string> {
  const from = clock.now()
  const until = new Date(from)
  until.setUTCFullYear(from.getUTCFullYear() + 3)
  return makeKeyPair('rsa3072', { subject: { commonName: `SEB ${name} (made at first start)` }, from, until })
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    throw new Problem('configuration', `${file}: the key file cannot be read`, { cause: error })
  }
}
