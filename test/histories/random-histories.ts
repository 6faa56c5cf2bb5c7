/** Histories by chance, the same for the same seed: they do what people do, sensible or not, at times that often meet. */
import type { Day, Deed, ModelRole, ModelScope, Period, Scopes, Times } from './rights-model.ts'

export type Chance = ReturnType<typeof chanceFrom>

/** mulberry32: good enough to choose by, and the same everywhere. */
export function chanceFrom(seed: number) {
  let state = seed
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const upTo = (most: number) => Math.floor(next() * (most + 1))
  return {
    upTo,
    often: () => next() < 0.8,
    seldom: () => next() < 0.15,
    pick: <Value>(values: readonly Value[]): Value => values[upTo(values.length - 1)] as Value,
    some: <Value>(values: readonly Value[]): Value[] => values.filter(() => next() < 0.6),
  }
}

const lastDay: Day = 30
const values = ['100001', '100002', '200001', '200002']
const professions = ['7170', '5166', '9495']

export function makeRole(chance: Chance, name: string): ModelRole {
  const scope = (key: string, kind: string): ModelScope => ({
    key,
    kind,
    required: chance.often(),
    many: chance.often(),
    allowed: chance.seldom() ? values.slice(0, 3) : null,
    prefix: chance.seldom() ? '10' : null,
  })
  return {
    name,
    draft: chance.upTo(19) === 0,
    retiredOn: chance.seldom() ? chance.upTo(lastDay) : null,
    level: chance.pick([1, 2, 2, 2, 3]),
    professions: chance.seldom() ? chance.some(professions) : [],
    longestDays: chance.seldom() ? 1 + chance.upTo(20) : null,
    scopes: chance.pick([[], [scope('enhed', 'sor')], [scope('enhed', 'sor'), scope('kommune', 'municipality')]]),
  }
}

export function makeAuthorisations(chance: Chance): { profession: string; period: Period }[] {
  return chance.some(professions).map((profession) => ({ profession, period: period(chance) }))
}

function period(chance: Chance): Period {
  const from = chance.upTo(chance.often() ? 10 : lastDay)
  return { from, until: chance.often() ? null : from + 1 + chance.upTo(lastDay) }
}

/** Quarters of an hour, most of them at night, where the clock is changed. */
function times(chance: Chance): Times[] | null {
  if (!chance.seldom()) return null
  return Array.from({ length: 1 + chance.upTo(1) }, () => ({
    weekdays: chance.some([0, 1, 2, 3, 4, 5, 6]),
    from: 15 * (chance.often() ? chance.pick([0, 4, 8, 9, 10, 12, 80, 88]) : chance.upTo(95)),
    until: 15 * (chance.often() ? chance.pick([0, 6, 9, 10, 12, 28, 60, 92]) : chance.upTo(95)),
  }))
}

function scopesFor(chance: Chance, role: ModelRole): Scopes {
  const entries = role.scopes.flatMap(({ key, many }): [string, string[]][] => {
    if (chance.seldom()) return []
    const chosen = many || chance.seldom() ? chance.some(values) : [chance.pick(values)]
    return chosen.length === 0 ? [] : [[key, chosen]]
  })
  return Object.fromEntries(chance.upTo(30) === 0 ? [...entries, ['ukendt', ['1']]] : entries)
}

function grant(chance: Chance, roles: readonly ModelRole[]) {
  const ceilings: Scopes = {
    ...(chance.seldom() ? { sor: chance.some(values) } : {}),
    ...(chance.seldom() ? { municipality: chance.some(values) } : {}),
  }
  const names = roles.map(({ name }) => name)
  return { period: period(chance), roles: chance.often() ? null : chance.some(names), ceilings }
}

export function makeHistory(chance: Chance, roles: readonly ModelRole[]): Deed[] {
  const deeds: Deed[] = [{ deed: 'account made', period: period(chance) }]
  if (chance.often()) deeds.push({ deed: 'account approved' })
  if (chance.often()) deeds.push({ deed: 'service granted', grant: grant(chance, roles) })
  const given: { as: string; role: ModelRole }[] = []
  for (let step = 2 + chance.upTo(8); step > 0; step--) deeds.push(...nextDeeds(chance, roles, given))
  return deeds
}

function nextDeeds(chance: Chance, roles: readonly ModelRole[], given: { as: string; role: ModelRole }[]): Deed[] {
  const terms = (role: ModelRole) => ({
    role: role.name,
    period: period(chance),
    times: times(chance),
    scopes: scopesFor(chance, role),
  })
  const known = given.length > 0 ? chance.pick(given) : null
  switch (chance.upTo(19)) {
    case 0:
      return chance.seldom() ? [{ deed: 'account ended' }] : [{ deed: 'account approved' }]
    case 1:
      return [{ deed: 'account suspended' }, ...(chance.often() ? [{ deed: 'account reopened' } as const] : [])]
    case 2:
      return [{ deed: 'organisation closed' }, ...(chance.often() ? [{ deed: 'organisation opened' } as const] : [])]
    case 3:
      return [{ deed: 'grant changed', grant: grant(chance, roles) }]
    case 4:
      return chance.seldom() ? [{ deed: 'service taken back', on: lastDay + 1 + chance.upTo(4) }] : []
    case 5:
      return known ? [{ deed: 'role taken back', as: known.as }] : []
    case 6:
      return known ? [{ deed: 'role changed', as: known.as, given: terms(known.role) }] : []
    case 19:
      return [{ deed: 'account times', times: times(chance) }]
    case 7:
    case 8: {
      if (!known) return []
      const begun = { deed: 'review begun', as: known.as, deadline: chance.upTo(lastDay) } as const
      return [begun, ...(chance.seldom() ? [{ deed: 'answered for', as: known.as } as const] : [])]
    }
    default: {
      const role = chance.pick(roles)
      const as = `given-${given.length}`
      given.push({ as, role })
      return [{ deed: 'role given', as, given: terms(role) }]
    }
  }
}
