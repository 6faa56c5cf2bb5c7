/**
 * Who has a request now: those whose limits cover it, or whoever steps in for them while they are away; the chief administrators
 * where there is nobody else, and once it has waited too long. Nobody has their own. Pure: asked of rows and dates, no job decides.
 */
import { coversPlace, coversPower, type Power } from './covers.ts'

export interface AppointedAdministrator extends Power {
  accountId: string
  personId: string
  name: string
  /** Null: they are here. */
  away: { until: Date; standIn: StandingIn } | null
}

export interface StandingIn {
  accountId: string
  personId: string
  name: string
  /** Whether their account works at all. */
  active: boolean
  lendsRights: boolean
}

export interface Place {
  unitId: string | null
  serviceId: string | null
  /** Who asked, and whom it is for. */
  notPersonIds: readonly string[]
  /** It has waited for longer than the organisation lets requests wait. */
  escalated: boolean
}

export interface Decider {
  accountId: string
  personId: string
  name: string
  level: Power['level']
  /** Whom they step in for. */
  standsInFor: string | null
}

export interface Deciders {
  /** Why these: by their limits, because nobody else is there, or because it has waited. */
  line: 'administrators' | 'chiefs' | 'escalated'
  people: Decider[]
}

export function decidersOf(administrators: readonly AppointedAdministrator[], place: Place): Deciders {
  const at = (level: Power['level']) =>
    deduplicated(
      administrators
        .filter((administrator) => administrator.level === level && coversPlace(administrator, place))
        .map((administrator) => presentOne(administrator, administrators))
        .filter(({ personId }) => !place.notPersonIds.includes(personId)),
    )
  const [first, chiefs] = [at('administrator'), at('chief')]
  if (first.length === 0) return { line: 'chiefs', people: chiefs }
  return place.escalated
    ? { line: 'escalated', people: deduplicated([...first, ...chiefs]) }
    : { line: 'administrators', people: first }
}

function presentOne(absent: AppointedAdministrator, all: readonly AppointedAdministrator[]): Decider {
  const { accountId, personId, name, level, away } = absent
  if (!away || !works(away.standIn, absent, all)) return { accountId, personId, name, level, standsInFor: null }
  const { standIn } = away
  return { accountId: standIn.accountId, personId: standIn.personId, name: standIn.name, level, standsInFor: name }
}

/** Who was lent nothing steps in only while they may do as much themselves. */
function works(standIn: StandingIn, absent: Power, all: readonly AppointedAdministrator[]): boolean {
  const own = all.find(({ accountId }) => accountId === standIn.accountId)
  return standIn.active && (standIn.lendsRights || (own !== undefined && coversPower(own, absent)))
}

/** Somebody who would have it anyhow is named as themselves. */
function deduplicated(people: readonly Decider[]): Decider[] {
  const own = people.filter(({ standsInFor }) => standsInFor === null)
  const rest = people.filter(({ standsInFor }) => standsInFor !== null)
  return [...new Map([...rest, ...own].map((one) => [one.personId, one])).values()].sort((one, other) =>
    one.name.localeCompare(other.name, 'da'),
  )
}
