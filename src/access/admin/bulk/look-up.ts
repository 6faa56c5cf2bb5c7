/** Finds people, units and roles by what a row says of them. */
import type { ScopeKind } from '../../roles/role-at-the-door.ts'
import { nearestNumber, numberByName } from '../assign/unit-numbers.ts'
import { normal, type TypedRow } from './bulk-columns.ts'
import type { BulkAccount, BulkFacts, BulkRole, BulkUnit } from './bulk-facts.store.ts'

export interface LookUp {
  byId: Map<string, BulkAccount>
  /** For each number or address that is given, those who have it. */
  people: (typed: Pick<TypedRow, 'rid' | 'uuid' | 'mail'>) => BulkAccount[][]
  /** Open ones. */
  units: (text: string) => BulkUnit[]
  /** The number of the unit of that name, or the text itself. */
  number: (kind: ScopeKind, text: string) => string
  /** The number of the unit, or of the nearest above it. */
  nearest: (unitId: string | null, kind: ScopeKind) => string | null
  /** The services by that key or name, as their roles. */
  servicesOf: (text: string) => BulkRole[]
  add: (account: BulkAccount) => void
}

export function createLookUp({ accounts, units, roles }: BulkFacts): LookUp {
  const byId = new Map<string, BulkAccount>()
  const byNumber = new Map<string, BulkAccount[]>()
  const unitsBy = new Map<string, BulkUnit[]>()
  const servicesBy = new Map<string, BulkRole[]>()
  const add = (account: BulkAccount) => {
    const own = { ...account }
    byId.set(own.id, own)
    if (own.rid) put(byNumber, `rid ${own.rid}`, own)
    if (own.professionalUuid) put(byNumber, `uuid ${own.professionalUuid}`, own)
    if (own.email) put(byNumber, `mail ${normal(own.email)}`, own)
  }
  for (const account of accounts) add(account)
  const open = units.filter(({ closed }) => !closed)
  for (const unit of open)
    for (const name of new Set([unit.key, unit.name, unit.sor ?? unit.key].map(normal))) put(unitsBy, name, unit)
  const servicesByKey = Map.groupBy(roles, ({ service }) => normal(service.key))
  for (const role of roles)
    for (const name of new Set([role.service.nameDa, role.service.nameEn].map(normal))) put(servicesBy, name, role)
  const nearest = remember((kind, unitId) => nearestNumber(open, unitId === '' ? null : unitId, kind))
  return {
    byId,
    add,
    people: ({ rid, uuid, mail }) =>
      [
        rid === '' ? null : `rid ${rid}`,
        uuid === '' ? null : `uuid ${uuid.toLowerCase()}`,
        mail === '' ? null : `mail ${normal(mail)}`,
      ].flatMap((number) => (number === null ? [] : [byNumber.get(number) ?? []])),
    units: (text) => unitsBy.get(normal(text)) ?? [],
    number: remember((kind, text) => numberByName(open, kind, text)),
    nearest: (unitId, kind) => nearest(kind, unitId ?? ''),
    servicesOf: (text) => servicesByKey.get(normal(text)) ?? servicesBy.get(normal(text)) ?? [],
  }
}

/** The role among these by that key, else those by that name. */
export function rolesNamed(roles: readonly BulkRole[], text: string): BulkRole[] {
  const wanted = normal(text)
  const byKey = roles.filter(({ key }) => normal(key) === wanted)
  if (byKey.length > 0) return byKey
  return roles.filter(({ nameDa, nameEn }) => [nameDa, nameEn].some((name) => normal(name) === wanted))
}

/** Thousands of rows ask the same. */
function remember<Value>(find: (kind: ScopeKind, text: string) => Value): (kind: ScopeKind, text: string) => Value {
  const found = new Map<string, Value>()
  return (kind, text) => {
    const key = `${kind} ${text}`
    const known = found.get(key)
    if (known !== undefined) return known
    const value = find(kind, text)
    found.set(key, value)
    return value
  }
}

function put<Value>(map: Map<string, Value[]>, key: string, value: Value): void {
  const some = map.get(key)
  if (some) some.push(value)
  else map.set(key, [value])
}
