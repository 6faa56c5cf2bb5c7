/** What an operator's command does, wherever it runs: in the `seb` command itself, or in the SEB that has the database open. */
import { z } from 'zod'
import type { Sealer } from './audit/seal/seal-events.ts'
import type { Clock } from './base/clock.ts'
import type { Config } from './base/config.ts'
import type { Ids } from './base/ids.ts'
import { explainSignIn } from './brokering/explain-sign-in.ts'
import { applyDocument, applyRequest } from './configuration/apply-document.ts'
import type { Secrets } from './protocols/keys/load-secrets.ts'
import { fetchMetadata } from './protocols/saml/metadata/fetch-metadata.ts'
import { type Registration, readRegistration } from './protocols/saml/register-party.ts'
import type { Commands } from './storage/control-socket.ts'
import type { Storage } from './storage/database.ts'

export interface CommandDeps {
  config: Config
  clock: Clock
  ids: Ids
  storage: Storage
  secrets: Secrets
  sealer: Sealer
}

/** By name; what comes in is parsed here, since over the socket anything may come. */
export function createCommands(deps: CommandDeps): Commands {
  return {
    apply: (args) => applyDocument(applyDeps(deps), applyRequest.parse(args)),
    'explain-sign-in': (args) => explainSignIn(deps.storage.db, z.string().parse(args)),
  }
}

export function applyDeps({ config, clock, ids, storage, secrets }: Omit<CommandDeps, 'sealer'>) {
  return {
    db: storage.db,
    clock,
    ids,
    cprKeys: secrets.cprKeys,
    readMetadata: (xml: Uint8Array, registration: Registration) => readRegistration(xml, registration, clock.now()),
    fetchMetadata: (address: string) => fetchMetadata(address, { allowLoopback: config.loopback }),
  }
}
