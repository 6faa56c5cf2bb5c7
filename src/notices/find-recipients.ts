/** Whom notices go to, looked up set by set: those of one change often go to the same people, or each to one person. */
import type { Trx } from '../storage/database.ts'
import { administers } from './administrators.ts'
import type { Addressees, Notice } from './notice-kind.ts'
import {
  type Asking,
  findAdministrators,
  findHolders,
  findPersons,
  findStaff,
  type Recipient,
} from './recipients.store.ts'

/** In the order of the notices. */
export async function findRecipients(trx: Trx, notices: readonly Notice[], now: Date): Promise<Recipient[][]> {
  const found = new Map<Notice, Recipient[]>()
  const alike = Map.groupBy(notices, ({ kind: { audience, topic } }) => JSON.stringify([audience, topic]))
  for (const some of alike.values()) {
    const kind = some[0]?.kind
    if (!kind) continue
    const recipientsOf = await lookUp(trx, some, { audience: kind.audience, topic: kind.topic, now })
    for (const one of some) found.set(one, recipientsOf(one))
  }
  return notices.map((one) => found.get(one) ?? [])
}

async function lookUp(trx: Trx, notices: readonly Notice[], asking: Asking): Promise<(notice: Notice) => Recipient[]> {
  const idsIn = (read: (notice: Notice) => readonly string[]) => [...new Set(notices.flatMap(read))]
  const accountIds = idsIn((one) => ('toAccountIds' in one ? one.toAccountIds : []))
  const holders = new Map((await findHolders(trx, accountIds, asking)).map((one) => [one.accountId, one]))
  const organisationIds = idsIn((one) => ('toAdministratorsOf' in one ? [one.toAdministratorsOf.organisationId] : []))
  const administrators = await findAdministrators(trx, organisationIds, asking)
  const ofOrganisation = Map.groupBy(administrators, ({ organisationId }) => organisationId)
  const persons = new Map<string | null, Map<string, Recipient>>()
  const staff = new Map<string, Recipient[]>()
  for (const one of notices) {
    const { organisationId } = one
    if ('toPersonIds' in one && !persons.has(organisationId)) {
      const wanted = (other: Notice) => other.organisationId === organisationId && 'toPersonIds' in other
      const ids = idsIn((other) => (wanted(other) && 'toPersonIds' in other ? other.toPersonIds : []))
      const some = await findPersons(trx, ids, organisationId, asking)
      persons.set(organisationId, new Map(some.map((person) => [person.personId, person])))
    }
    const key = staffKey(one)
    if (key && !staff.has(key.name)) staff.set(key.name, await findStaff(trx, key.capacity, key.serviceId, asking))
  }
  return (one) => {
    if ('toAccountIds' in one) return one.toAccountIds.flatMap((id) => holders.get(id) ?? [])
    if ('toPersonIds' in one) return one.toPersonIds.flatMap((id) => persons.get(one.organisationId)?.get(id) ?? [])
    if ('toAdministratorsOf' in one) {
      const { toAdministratorsOf: to } = one
      return (ofOrganisation.get(to.organisationId) ?? []).filter((administrator) => administers(administrator, to))
    }
    return staff.get(staffKey(one)?.name ?? '') ?? []
  }
}

function staffKey(to: Addressees) {
  if ('toStaff' in to) return { name: to.toStaff, capacity: to.toStaff, serviceId: null }
  if ('toOwnersOfService' in to)
    return { name: to.toOwnersOfService, capacity: 'service-owner' as const, serviceId: to.toOwnersOfService }
  return null
}
