/**
 * What becomes of a review, told a second time by somebody who has not seen the product: deeds and a clock in days in, and out
 * comes how each role on the list stands, who answered, and what anybody must have been told. It knows no tables.
 */

/** Whose role it is. The nurse and the doctor work in the ward, as the ward's administrator does; the porter and the chief do not. */
export const holders = ['nurse', 'doctor', 'porter', 'ward', 'chief'] as const
export type Holder = (typeof holders)[number]

/** Those who answer: the ward's administrator for the ward, a chief for all, the security officer for the only chief. */
export const reviewers = ['ward', 'chief', 'officer'] as const
export type Reviewer = (typeof reviewers)[number]

export type ReviewDeed =
  | { deed: 'answers'; by: Reviewer; answers: readonly { of: Holder; answer: 'keep' | 'remove' }[] }
  | { deed: 'undoes'; by: Reviewer; of: Holder }
  /** The next so many of those that do not stand out. */
  | { deed: 'confirms the rest'; by: Reviewer; atMost: number }
  /** By the forms of the administration, while the review goes on. */
  | { deed: 'takes back' | 'changes'; by: Reviewer; of: Holder }
  /** By whatever else writes: an import, a document. */
  | { deed: 'changed elsewhere' | 'moved' | 'given the opposite'; of: Holder }
  | { deed: 'job runs' }
  | { deed: 'time passes'; days: number }

export interface ModelItem {
  decision: null | 'kept' | 'changed' | 'removed' | 'lapsed'
  by: Reviewer | null
  at: number | null
  /** Since when it is taken back; null: it is not. */
  gone: number | null
  /** From when on silence has stopped it; null: never. */
  stopsAt: number | null
  /** What stood on the list is what they have. */
  asFrozen: boolean
  inWard: boolean
  /** Has been given a role that does not go with it. */
  opposite: boolean
  /** `what → by whom`, each time. */
  logged: string[]
  /** What its holder was told. */
  told: string[]
  stopTold: boolean
}

export interface ReviewModel {
  day: number
  items: Readonly<Record<Holder, ModelItem>>
  /** The job has come so far. */
  reminded: boolean
  stopTold: boolean
  removalTold: boolean
  /** `what → whom`, of the review as a whole. */
  told: string[]
  /** There is a security officer, who answers for the only chief. */
  hasOfficer: boolean
  silence: 'suspend' | 'remove'
}

export const deadline = 20
export const removesAfter = 14
const undoneWithin = 14
const remindsBefore = 7

export function newReview(hasOfficer: boolean, silence: ReviewModel['silence']): ReviewModel {
  const item = (of: Holder): ModelItem => ({
    decision: null,
    by: null,
    at: null,
    gone: null,
    stopsAt: of === 'chief' && !hasOfficer ? null : deadline,
    asFrozen: true,
    inWard: of === 'nurse' || of === 'doctor' || of === 'ward',
    opposite: false,
    logged: [],
    told: [],
    stopTold: false,
  })
  const [nurse, doctor, porter, ward, chief] = holders.map(item) as [
    ModelItem,
    ModelItem,
    ModelItem,
    ModelItem,
    ModelItem,
  ]
  return {
    day: 0,
    items: { nurse, doctor, porter, ward, chief },
    reminded: false,
    stopTold: false,
    removalTold: false,
    told: whoIsTold(hasOfficer).map((who) => `review.begun → ${who}`),
    hasOfficer,
    silence,
  }
}

/** Administrators; and the security officer, where the only chief's own role is among those that are meant. */
function whoIsTold(alsoOfficer: boolean): string[] {
  return alsoOfficer ? ['ward', 'chief', 'officer'] : ['ward', 'chief']
}

/** How it stands after the deed; nothing changes where nothing comes of it. */
export function after(before: ReviewModel, it: ReviewDeed): ReviewModel {
  const now = structuredClone(before)
  switch (it.deed) {
    case 'time passes':
      now.day += it.days
      return now
    case 'changed elsewhere':
      now.items[it.of].asFrozen = false
      return now
    case 'moved':
      now.items[it.of].inWard = !now.items[it.of].inWard
      return now
    case 'given the opposite':
      now.items[it.of].opposite = true
      return now
    case 'answers':
      for (const { of, answer } of it.answers) if (mayAnswer(now, it.by, of)) answered(now, of, it.by, answer)
      return now
    case 'confirms the rest':
      for (const of of restOf(now, it.by).slice(0, it.atMost)) answered(now, of, it.by, 'keep')
      return now
    case 'undoes':
      if (mayAnswer(now, it.by, it.of)) undone(now, it.of, it.by)
      return now
    case 'takes back':
      if (administers(now, it.by, it.of)) takenBack(now, it.of, it.by)
      return now
    case 'changes':
      if (administers(now, it.by, it.of)) changed(now, it.of, it.by)
      return now
    case 'job runs':
      return jobRan(now)
  }
}

/** Whether the right has effect, as far as the review has a say. */
export function hasEffect({ day }: ReviewModel, { gone, stopsAt }: ModelItem): boolean {
  return gone === null && (stopsAt === null || day < stopsAt)
}

/** The review still asks for an answer. */
function waits({ decision, gone }: ModelItem): boolean {
  return decision === null && gone === null
}

function isOver({ day, silence }: ReviewModel, { stopsAt }: ModelItem): boolean {
  return silence === 'remove' && stopsAt !== null && day >= deadline + removesAfter
}

export function mayAnswer(review: ReviewModel, by: Reviewer, of: Holder): boolean {
  if (by === 'officer') return review.hasOfficer && of === 'chief'
  return administers(review, by, of)
}

export function administers(review: ReviewModel, by: Reviewer, of: Holder): boolean {
  // Nobody decides about themselves.
  if (by === of || by === 'officer') return false
  return by === 'chief' || review.items[of].inWard
}

/** In the order of the list. */
export function restOf(review: ReviewModel, by: Reviewer): Holder[] {
  return holders.filter((of) => {
    const item = review.items[of]
    const standsOut = of === 'doctor' || (of === 'chief' && !review.hasOfficer)
    return waits(item) && item.asFrozen && !standsOut && !isOver(review, item) && mayAnswer(review, by, of)
  })
}

function answered(review: ReviewModel, of: Holder, by: Reviewer, answer: 'keep' | 'remove'): void {
  const item = review.items[of]
  if (!waits(item) || isOver(review, item)) return
  Object.assign(item, { by, at: review.day, stopsAt: null })
  if (answer === 'keep') {
    item.decision = 'kept'
    item.logged.push(`review.kept → ${by}`)
    return
  }
  item.decision = 'removed'
  item.gone = review.day
  item.logged.push(`role-assignment.withdrawn → ${by}`)
  item.told.push('role.withdrawn')
}

function undone(review: ReviewModel, of: Holder, by: Reviewer): void {
  const item = review.items[of]
  if (item.decision !== 'removed' || item.at === null || item.gone !== item.at) return
  if (review.day >= item.at + undoneWithin || item.opposite) return
  Object.assign(item, { decision: 'kept', by, at: review.day, gone: null, stopsAt: null })
  item.logged.push(`role-assignment.restored → ${by}`)
  item.told.push('role.given')
}

function takenBack({ items, day }: ReviewModel, of: Holder, by: Reviewer): void {
  const item = items[of]
  if (item.gone !== null) return
  item.gone = day
  item.logged.push(`role-assignment.withdrawn → ${by}`)
  item.told.push('role.withdrawn')
}

function changed(review: ReviewModel, of: Holder, by: Reviewer): void {
  const item = review.items[of]
  if (item.gone !== null) return
  item.asFrozen = false
  item.logged.push(`role-assignment.changed → ${by}`)
  item.told.push('role.changed')
  if (!waits(item) || isOver(review, item)) return
  Object.assign(item, { decision: 'changed', by, at: review.day, stopsAt: null })
  item.logged.push(`review.changed → ${by}`)
}

/** It only writes down what the dates have brought, and tells of it. */
function jobRan(review: ReviewModel): ReviewModel {
  const { day, items, silence } = review
  const silent = Object.values(items).filter((item) => waits(item) && item.stopsAt !== null)
  const tellAll = (what: string, whom: readonly string[]) => {
    review.told.push(...whom.map((who) => `${what} → ${who}`))
  }
  if (silence === 'remove' && day >= deadline + removesAfter && !review.removalTold) {
    for (const item of silent) {
      Object.assign(item, { decision: 'lapsed', by: null, at: day, gone: day })
      item.logged.push('role-assignment.withdrawn → nobody')
      item.told.push('role.withdrawn')
    }
    return Object.assign(review, { removalTold: true, stopTold: true })
  }
  if (day >= deadline && !review.stopTold) {
    for (const item of silent.filter(({ stopTold }) => !stopTold)) {
      item.stopTold = true
      item.logged.push('review.stopped → nobody')
      item.told.push('role.stopped')
    }
    if (silent.length > 0) tellAll('review.unanswered', whoIsTold(silent.includes(items.chief)))
    return Object.assign(review, { stopTold: true })
  }
  if (day >= deadline - remindsBefore && !review.reminded && !review.stopTold) {
    if (Object.values(items).some(waits)) tellAll('review.reminder', whoIsTold(review.hasOfficer && waits(items.chief)))
    return Object.assign(review, { reminded: true })
  }
  return review
}
