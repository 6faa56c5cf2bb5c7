/** What an operator's command does, wherever it runs: in the `seb` command itself, or in the SEB that has the database open. */
import { z } from 'zod'
import { type Exported, exportAudit } from './audit/seal/export-audit.ts'
import type { SealKeys } from './audit/seal/load-seal-keys.ts'
import type { Sealer } from './audit/seal/seal-events.ts'
import { verifyAudit } from './audit/seal/verify-audit.ts'
import type { Clock } from './base/clock.ts'
import type { Config } from './base/config.ts'
import type { Ids } from './base/ids.ts'
import { Problem } from './base/problem.ts'
import { explainSignIn } from './brokering/explain-sign-in.ts'
import { applyDocument, applyRequest } from './configuration/apply-document.ts'
import { exportConfiguration, exportRequest } from './configuration/export-configuration.ts'
import { findOrganisation } from './organisations/find-organisation.ts'
import { rotateCprKeys } from './people/rotate-cpr-keys.ts'
import type { Secrets } from './protocols/keys/load-secrets.ts'
import { fetchMetadata } from './protocols/saml/metadata/fetch-metadata.ts'
import { type Registration, readRegistration, restoreRegistration } from './protocols/saml/register-party.ts'
import type { Commands } from './storage/control-socket.ts'
import type { Storage } from './storage/database.ts'

export interface CommandDeps {
  config: Config
  clock: Clock
  ids: Ids
  storage: Storage
  secrets: Secrets
  sealer: Sealer
  sealKeys: SealKeys
}

/** By name; what comes in is parsed here, since over the socket anything may come. */
export function createCommands(deps: CommandDeps): Commands {
  return {
    apply: (args) => applyDocument(applyDeps(deps), applyRequest.parse(args)),
    export: (args) => exportConfiguration({ ...deps, db: deps.storage.db }, exportRequest.parse(args)),
    'export-audit': (args) => exportAuditOf(deps, exportArguments.parse(args)),
    'verify-audit': () =>
      verifyAudit({ db: deps.storage.db, keys: deps.sealKeys, headsFile: deps.config.auditHeadsFile }),
    'rotate-cpr-key': (args) =>
      rotateCprKeys({ ...deps, db: deps.storage.db, cprKeys: deps.secrets.cprKeys }, z.string().min(1).parse(args)),
    'explain-sign-in': (args) => explainSignIn(deps.storage.db, z.string().parse(args)),
  }
}

export function applyDeps({ config, clock, ids, storage, secrets }: Omit<CommandDeps, 'sealer' | 'sealKeys'>) {
  return {
    db: storage.db,
    clock,
    ids,
    cprKeys: secrets.cprKeys,
    readMetadata: (xml: Uint8Array, registration: Registration) => readRegistration(xml, registration, clock.now()),
    restoreMetadata: (read: unknown, registration: Registration & { asNow: boolean }) =>
      restoreRegistration(read, registration, clock.now()),
    fetchMetadata: (address: string) => fetchMetadata(address, { allowLoopback: config.loopback }),
  }
}

const exportArguments = z.object({ file: z.string(), cvr: z.string().optional(), operator: z.string().min(1) })

async function exportAuditOf(
  { storage, clock, ids, sealer }: CommandDeps,
  { file, cvr, operator }: z.output<typeof exportArguments>,
): Promise<Exported> {
  const organisation = cvr === undefined ? null : await findOrganisation(storage.db, cvr)
  if (cvr !== undefined && !organisation) throw new Problem('not-found', `there is no organisation with CVR ${cvr}`)
  return exportAudit(
    { db: storage.db, clock, ids, sealer },
    { file, organisation, by: { actor: { kind: 'operator', id: operator } } },
  )
}
