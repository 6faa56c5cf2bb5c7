/**
 * The reference: what invariant 1 of the domain model says, over a history of deeds, in the plainest words. It knows no tables,
 * no queries and none of the product's code, and shares no idea with it of how to find the answer: it tells the story again
 * from its beginning and asks each thing that must hold.
 */

/** Days and parts of days since some beginning. */
export type Day = number

/** Until, but not on. */
export interface Period {
  from: Day
  until: Day | null
}

export interface ModelScope {
  key: string
  kind: string
  required: boolean
  many: boolean
  allowed: readonly string[] | null
  /** In words of the model: how a value must begin. */
  prefix: string | null
}

export interface ModelRole {
  name: string
  draft: boolean
  retiredOn: Day | null
  level: 1 | 2 | 3
  professions: readonly string[]
  longestDays: number | null
  scopes: readonly ModelScope[]
}

export type Scopes = Readonly<Record<string, readonly string[]>>

interface Grant {
  period: Period
  roles: readonly string[] | null
  ceilings: Scopes
}

/** Times of the week by the clock on the wall; an end that is not after its beginning is on the day after. Minutes of the day. */
export interface Times {
  /** 0 is Monday. */
  weekdays: readonly number[]
  from: number
  until: number
}

interface Given {
  role: string
  period: Period
  /** Null: always. */
  times: readonly Times[] | null
  scopes: Scopes
}

/** What somebody has: from a day on, unless somebody answers for it before, it has no effect. */
interface Held extends Given {
  silentFrom: Day | null
}

/** What people do, in the order they do it. */
export type Deed =
  | { deed: 'account made'; period: Period }
  | { deed: 'account approved' | 'account suspended' | 'account reopened' | 'account ended' }
  | { deed: 'account times'; times: readonly Times[] | null }
  | { deed: 'organisation closed' | 'organisation opened' }
  | { deed: 'service granted' | 'grant changed'; grant: Grant }
  | { deed: 'service taken back'; on: Day }
  | { deed: 'role given'; given: Given; as: string }
  | { deed: 'role changed'; given: Given; as: string }
  | { deed: 'role taken back'; as: string }
  /** Somebody is asked whether the role is still needed, and does or does not answer. */
  | { deed: 'review begun'; as: string; deadline: Day }
  | { deed: 'answered for'; as: string }

export interface Circumstances {
  on: Day
  level: 1 | 2 | 3
  /** The health authorisations of the person. */
  authorisations: readonly { profession: string; period: Period }[]
}

/** Clocks in Denmark are one hour ahead, and two from the one of these days to the other. */
const summers = [
  { from: 87, until: 297 },
  { from: 451, until: 668 },
]
const thursday = 3

/** What the clock on the wall and the calendar beside it say. Day 0 is the first of January 2026, half past twelve in Greenwich. */
function wallAt(on: Day): { weekday: number; minute: number } {
  const greenwich = Math.floor((on + 12.5 / 24) * 1440)
  // Clocks are changed at one in the night in Greenwich.
  const isSummer = summers.some(({ from, until }) => greenwich >= from * 1440 + 60 && greenwich < until * 1440 + 60)
  const wall = greenwich + (isSummer ? 120 : 60)
  return { weekday: (Math.floor(wall / 1440) + thursday) % 7, minute: wall % 1440 }
}

function inTimes(times: readonly Times[] | null, on: Day): boolean {
  if (times === null) return true
  const { weekday, minute } = wallAt(on)
  const yesterday = (weekday + 6) % 7
  for (const { weekdays, from, until } of times) {
    const overNight = until <= from
    if (weekdays.includes(weekday) && minute >= from && (overNight || minute < until)) return true
    if (overNight && weekdays.includes(yesterday) && minute < until) return true
  }
  return false
}

const covers = ({ from, until }: Period, day: Day) => day >= from && (until === null || day < until)

/** How things stand when a story has been told. */
export interface Standing {
  account: { period: Period; state: 'asked for' | 'open' | 'shut' | 'over'; times: readonly Times[] | null } | null
  organisationOpen: boolean
  grant: Grant | null
  given: ReadonlyMap<string, Held>
}

/** By what each was given as: the rights that have effect under these circumstances. */
export function rightsOf(deeds: readonly Deed[], roles: readonly ModelRole[], circumstances: Circumstances): string[] {
  return rightsIn(tell(deeds), roles, circumstances)
}

export function tell(deeds: readonly Deed[]): Standing {
  let account = null as Standing['account']
  let organisationOpen = true
  let grant = null as Grant | null
  const given = new Map<string, Held>()

  for (const it of deeds) {
    switch (it.deed) {
      case 'account made':
        account ??= { period: it.period, state: 'asked for', times: null }
        break
      case 'account times':
        if (account) account.times = it.times
        break
      case 'account approved':
        if (account?.state === 'asked for') account.state = 'open'
        break
      case 'account suspended':
        if (account?.state === 'open') account.state = 'shut'
        break
      case 'account reopened':
        if (account?.state === 'shut') account.state = 'open'
        break
      case 'account ended':
        // What is over stays over.
        if (account) account.state = 'over'
        break
      case 'organisation closed':
        organisationOpen = false
        break
      case 'organisation opened':
        organisationOpen = true
        break
      case 'service granted':
      case 'grant changed':
        grant = it.grant
        break
      case 'service taken back':
        if (grant) grant = { ...grant, period: { ...grant.period, until: it.on } }
        break
      case 'role given':
      case 'role changed': {
        const before = given.get(it.as)
        if (it.deed === 'role given' || before)
          given.set(it.as, { ...it.given, silentFrom: before?.silentFrom ?? null })
        break
      }
      case 'role taken back':
        given.delete(it.as)
        break
      case 'review begun': {
        const asked = given.get(it.as)
        if (asked) asked.silentFrom ??= it.deadline
        break
      }
      case 'answered for': {
        const answered = given.get(it.as)
        if (answered) answered.silentFrom = null
        break
      }
    }
  }
  return { account, organisationOpen, grant, given }
}

/**
 * One organisation goes into another: the account comes along, unless its person has one there that is not over. It keeps the roles
 * that the grants of both organisations cover, and nothing wakes up later. Whom the people of the first were asked about, nobody is asked
 * about any more; what their silence had stopped stays.
 */
export function mergedInto(
  into: Standing,
  from: Standing,
  { on, roles, hasAccountThere }: { on: Day; roles: readonly ModelRole[]; hasAccountThere: boolean },
): Standing {
  const { account } = from
  const moves = account !== null && account.state !== 'over' && !hasAccountThere
  const isOver = ({ until }: Period) => until !== null && until <= on
  const covers = (grant: Grant | null, { role: name, scopes }: Given) => {
    if (grant === null || isOver(grant.period)) return false
    if (grant.roles !== null && !grant.roles.includes(name)) return false
    const role = roles.find((candidate) => candidate.name === name)
    return Object.entries(scopes).every(([key, values]) => {
      const kind = role?.scopes.find((scope) => scope.key === key)?.kind
      const ceiling = kind === undefined ? undefined : grant.ceilings[kind]
      return ceiling === undefined || values.every((value) => ceiling.includes(value))
    })
  }
  const follow = [...from.given].filter(
    ([, given]) =>
      (given.silentFrom === null || given.silentFrom > on) &&
      !isOver(given.period) &&
      account !== null &&
      !isOver(account.period) &&
      covers(from.grant, given) &&
      covers(into.grant, given),
  )
  return {
    ...into,
    account: moves ? account : null,
    given: new Map(moves ? follow.map(([as, held]) => [as, { ...held, silentFrom: null }]) : []),
  }
}

export function rightsIn(
  { account, organisationOpen, grant, given }: Standing,
  roles: readonly ModelRole[],
  { on, level, authorisations }: Circumstances,
): string[] {
  if (account?.state !== 'open' || !covers(account.period, on)) return []
  if (!inTimes(account.times, on)) return []
  if (!organisationOpen) return []
  if (!grant || !covers(grant.period, on)) return []
  const { roles: grantedRoles, ceilings } = grant
  const professions = authorisations.filter(({ period }) => covers(period, on)).map(({ profession }) => profession)

  return [...given]
    .filter(([, { role: name, period, times, scopes, silentFrom }]) => {
      const role = roles.find((candidate) => candidate.name === name)
      if (!role || role.draft) return false
      if (role.retiredOn !== null && on >= role.retiredOn) return false
      if (grantedRoles !== null && !grantedRoles.includes(name)) return false
      if (!covers(period, on) || !inTimes(times, on)) return false
      if (silentFrom !== null && on >= silentFrom) return false
      if (role.longestDays !== null && on >= period.from + role.longestDays) return false
      if (role.professions.length > 0 && !role.professions.some((one) => professions.includes(one))) return false
      if (level < role.level) return false
      return scopesHold(role, scopes, ceilings)
    })
    .map(([as]) => as)
    .sort()
}

function scopesHold(role: ModelRole, scopes: Scopes, ceilings: Scopes): boolean {
  // Nothing is limited by a scope that the role does not have.
  for (const key of Object.keys(scopes)) if (!role.scopes.some((scope) => scope.key === key)) return false
  for (const { key, kind, required, many, allowed, prefix } of role.scopes) {
    const values = scopes[key] ?? []
    if (required && values.length === 0) return false
    if (!many && values.length > 1) return false
    for (const value of values) {
      if (allowed !== null && !allowed.includes(value)) return false
      if (prefix !== null && !value.startsWith(prefix)) return false
      const ceiling = ceilings[kind]
      if (ceiling !== undefined && !ceiling.includes(value)) return false
    }
  }
  return true
}
