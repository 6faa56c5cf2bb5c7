/**
 * `seb export`: what SEB is set up with as a document that `seb apply` takes, in an order that is always the same: all of it, one
 * organisation with what hangs on it, or one service with who may use it. What a document does not say is told in the notes.
 */
import { z } from 'zod'
import { exportAccess, exportStaff } from '../access/export-access.store.ts'
import { exportConflicts } from '../access/export-conflicts.store.ts'
import { exportBundles, exportGrants } from '../access/export-grants.store.ts'
import { countOpenInvitations } from '../access/invitations/invitations.store.ts'
import { recordEvents } from '../audit/record-events.ts'
import type { Clock } from '../base/clock.ts'
import type { Ids } from '../base/ids.ts'
import { Problem } from '../base/problem.ts'
import { exportIdentityProviders } from '../organisations/export-identity-providers.store.ts'
import { exportOrganisations } from '../organisations/export-organisations.store.ts'
import { findOrganisation } from '../organisations/find-organisation.ts'
import { exportPeople } from '../people/export-people.store.ts'
import { exportServices, findServiceByKey } from '../services/export-services.store.ts'
import type { Db, Trx } from '../storage/database.ts'

/** A schema, since it may come from another process. */
export const exportRequest = z.object({
  /** Who runs the command, for the audit. */
  operator: z.string().min(1),
  /** CVR number of the only organisation that is meant. */
  cvr: z.string().optional(),
  /** Key of the only service that is meant. */
  service: z.string().optional(),
})

export type ExportRequest = z.output<typeof exportRequest>

export interface Exports {
  /** JSON text. */
  document: string
  notes: readonly string[]
}

export async function exportConfiguration(
  deps: { db: Db; clock: Clock; ids: Ids },
  request: ExportRequest,
): Promise<Exports> {
  // One look at everything, whatever administrators change meanwhile.
  return deps.db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (trx) => {
      const part = await findPart(trx, request)
      const { document, notes } = part.serviceId
        ? await exportService(trx, part.serviceId)
        : await exportOrganisation(trx, part.organisation, deps.clock.now())
      await recordEvents(deps, trx, [
        {
          action: 'configuration.exported',
          outcome: 'success',
          actor: { kind: 'operator', id: request.operator },
          organisationId: part.organisation?.id,
          object: part.serviceId ? { kind: 'service', id: part.serviceId } : undefined,
          details: { organisations: document.organisations.length, people: document.people.length },
        },
      ])
      return { document: `${JSON.stringify({ exported: true, ...document }, null, 1)}\n`, notes }
    })
}

async function findPart(trx: Trx, { cvr, service: key }: ExportRequest) {
  const organisation = cvr === undefined ? null : await findOrganisation(trx, cvr)
  if (cvr !== undefined && !organisation) throw new Problem('not-found', `there is no organisation with CVR ${cvr}`)
  const serviceId = key === undefined ? null : await findServiceByKey(trx, key)
  if (key !== undefined && !serviceId) throw new Problem('not-found', `there is no service with the key "${key}"`)
  return { organisation, serviceId }
}

/** Who uses it is told with their organisations. */
async function exportService(trx: Trx, serviceId: string) {
  const document = {
    organisations: [],
    identityProviders: [],
    services: await exportServices(trx, serviceId),
    conflicts: await exportConflicts(trx, serviceId),
    grants: await exportGrants(trx, { organisationId: null, serviceId }),
    bundles: [],
    people: [],
  }
  return { document, notes: [] }
}

/** All of SEB where `only` is null. Services belong to nobody's organisation, and staff is SEB's own. */
async function exportOrganisation(trx: Trx, only: { id: string; cvr: string } | null, now: Date) {
  const organisationId = only?.id ?? null
  const accessOf = await exportAccess(trx, organisationId, now)
  const staffOf = only ? () => [] : await exportStaff(trx)
  const people = await exportPeople(trx, { organisation: only })
  const document = {
    organisations: await exportOrganisations(trx, organisationId),
    identityProviders: await exportIdentityProviders(trx, only?.cvr ?? null),
    services: only ? [] : await exportServices(trx, null),
    conflicts: only ? [] : await exportConflicts(trx, null),
    grants: await exportGrants(trx, { organisationId, serviceId: null }),
    bundles: await exportBundles(trx, organisationId),
    people: people.map(({ id, person, accounts }) => ({
      ...person,
      accounts: accounts.map(({ id: accountId, account }) => ({ ...account, ...accessOf(accountId) })),
      staff: staffOf(id),
    })),
  }
  const numbers = people.filter(({ hasCpr }) => hasCpr).length
  // What is on its way is no configuration: it is taken in the SEB where it began.
  const invitations = await countOpenInvitations(trx, organisationId)
  const notes = [
    ...(numbers === 0 ? [] : [`${numbers} people have a CPR number, which is not in the file`]),
    ...(invitations === 0 ? [] : [`${invitations} open invitations are not in the file: send them anew`]),
  ]
  return { document, notes }
}
