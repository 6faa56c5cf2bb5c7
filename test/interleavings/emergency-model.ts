/** What may become of emergency access, written apart from the product: a list of emergencies, and a clock in hours. */

export const persons = ['taker', 'colleague', 'chief', 'other chief'] as const
export type Person = (typeof persons)[number]

export type EmergencyDeed =
  /** `form`: the same number is the same form, sent again. */
  | { deed: 'takes'; by: 'taker' | 'chief'; form: number }
  | { deed: 'ends'; by: Person }
  | { deed: 'judges'; by: Person; verdict: 'justified' | 'not-justified' }
  | { deed: 'time passes'; hours: number }
  | { deed: 'account suspended' | 'account reopened' | 'grant taken' | 'grant back' | 'overdue told' }

export interface ModelEmergency {
  by: 'taker' | 'chief'
  form: number
  takenAt: number
  endedAt: number | null
  verdict: 'justified' | 'not-justified' | null
  reviewedBy: Person | null
  overdueTold: boolean
}

export interface Model {
  clock: number
  suspended: boolean
  granted: boolean
  emergencies: readonly ModelEmergency[]
}

export const hoursOfRole = 4
const overdueAfter = 7 * 24

export const beginning: Model = { clock: 0, suspended: false, granted: true, emergencies: [] }

/** The last one taken is the one that is ended or judged. */
export function after(model: Model, it: EmergencyDeed): Model {
  const last = model.emergencies.at(-1)
  switch (it.deed) {
    case 'time passes':
      return { ...model, clock: model.clock + it.hours }
    case 'account suspended':
      return { ...model, suspended: true }
    case 'account reopened':
      return { ...model, suspended: false }
    case 'grant taken':
      return { ...model, granted: false }
    case 'grant back':
      return { ...model, granted: true }
    case 'overdue told':
      return {
        ...model,
        emergencies: model.emergencies.map((one) =>
          one.verdict === null && model.clock - one.takenAt >= overdueAfter ? { ...one, overdueTold: true } : one,
        ),
      }
    case 'takes':
      return take(model, it)
    case 'ends':
      return last && last.by === it.by && lasts(model, last) ? changed(model, { endedAt: model.clock }) : model
    case 'judges':
      return last && last.verdict === null && last.by !== it.by && isChief(it.by)
        ? changed(model, { verdict: it.verdict, reviewedBy: it.by })
        : model
  }
}

function lasts(model: Model, { takenAt, endedAt }: ModelEmergency): boolean {
  return endedAt === null && model.clock < takenAt + hoursOfRole
}

function take(model: Model, { by, form }: Extract<EmergencyDeed, { deed: 'takes' }>): Model {
  if (!model.granted || (by === 'taker' && model.suspended)) return model
  const same = model.emergencies.some((one) => one.by === by && (one.form === form || lasts(model, one)))
  if (same) return model
  const taken = { by, form, takenAt: model.clock, endedAt: null, verdict: null, reviewedBy: null, overdueTold: false }
  return { ...model, emergencies: [...model.emergencies, taken] }
}

function changed(model: Model, change: Partial<ModelEmergency>): Model {
  const last = model.emergencies.at(-1)
  return last ? { ...model, emergencies: [...model.emergencies.slice(0, -1), { ...last, ...change }] } : model
}

function isChief(person: Person): boolean {
  return person === 'chief' || person === 'other chief'
}
