/** What must change for the log-ins that are known to be a person to be as a document says. */
import type { Selectable } from 'kysely'
import type { KnownIdentityProvider } from '../organisations/plan-identity-providers.ts'
import { type At, eachAt } from '../storage/plan/mistake.ts'
import { type Item, type Plan, type PlanDeps, type PlannedChange, planItems } from '../storage/plan/planned-change.ts'
import type { References } from '../storage/plan/references.ts'
import type { IdentityTable } from '../storage/schema.ts'
import { deleteRows, findRows, upsertRows } from '../storage/upsert-rows.ts'
import type { PersonDocument } from './person-document.ts'

type Row = Selectable<IdentityTable>

export async function planIdentities(
  deps: PlanDeps,
  wanted: readonly At<PersonDocument>[],
  people: ReadonlyMap<string, string>,
  providers: References<KnownIdentityProvider>,
): Promise<Plan> {
  const written = wanted.flatMap((person) =>
    eachAt([...person.path, 'identities'], person.value.identities).flatMap(({ path, value }) => {
      const provider = providers.get(value.identityProvider, [...path, 'identityProvider'])
      const personId = people.get(person.value.key) ?? ''
      const tuple = provider && { identity_provider_id: provider.id, subject: value.subject }
      return tuple
        ? [{ path, value, tuple, personId, label: `${person.value.key} ${provider.key}/${value.subject}` }]
        : []
    }),
  )
  const rows = await findRows(
    deps.trx,
    'identity',
    written.map(({ tuple }) => tuple),
  )
  const current = new Map(rows.map((row) => [keyOf(row), row]))
  const removed = new Map<string, PlannedChange>()
  const items = new Map<string, Item<Row>>()
  for (const { value, tuple, personId, label } of written) {
    const row = current.get(keyOf(tuple))
    if (value.remove && row?.person_id === personId)
      removed.set(row.id, { kind: 'identity', label, id: row.id, organisationId: null, change: 'removed', fields: [] })
  }
  for (const { path, value, tuple, personId, label } of written) {
    if (value.remove) continue
    const row = current.get(keyOf(tuple))
    const free = !row || removed.has(row.id)
    if (items.has(keyOf(tuple))) deps.report([...path, 'subject'], 'is written twice in this file')
    else if (!free && row.person_id !== personId) deps.report([...path, 'subject'], 'is linked to another person')
    const kept = free ? undefined : row
    items.set(keyOf(tuple), {
      label,
      current: kept,
      wanted: {
        ...tuple,
        id: kept?.id ?? deps.ids.uuid(),
        person_id: personId,
        kind: value.kind,
        linked_at: kept?.linked_at ?? deps.now,
      },
    })
  }
  const planned = planItems('identity', [...items.values()], (row) => ({ kind: row.kind }))
  return {
    changes: [...removed.values(), ...planned.changes],
    write: async (trx) => {
      await deleteRows(
        trx,
        'identity',
        [...removed.keys()].map((id) => ({ id })),
      )
      await upsertRows(trx, 'identity', ['id'], planned.rows)
    },
  }
}

function keyOf(identity: Pick<Row, 'identity_provider_id' | 'subject'>): string {
  return `${identity.identity_provider_id} ${identity.subject}`
}
