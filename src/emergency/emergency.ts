/** One time somebody took a role in an emergency: what it is now is reckoned from its dates. */

export const verdicts = ['justified', 'not-justified'] as const
export type Verdict = (typeof verdicts)[number]

export interface Emergency {
  id: string
  /** What is read out on the phone. */
  reference: string
  organisationId: string
  accountId: string
  personId: string
  serviceId: string
  roleId: string
  assignmentId: string
  reason: string
  takenAt: Date
  endsAt: Date
  /** Ended before its time by whoever took it. */
  endedAt: Date | null
  verdict: Verdict | null
  reviewWords: string
  reviewedBy: string | null
  reviewedAt: Date | null
  version: number
}

/** Somebody must have looked at it by then; later the chief administrators are told. */
export const reviewWithinDays = 7

export function isGoingOn({ endsAt, endedAt }: Pick<Emergency, 'endsAt' | 'endedAt'>, now: Date): boolean {
  return endedAt === null && now < endsAt
}

export type ReviewState = 'waiting' | 'overdue' | 'reviewed'

export function reviewState({ verdict, takenAt }: Pick<Emergency, 'verdict' | 'takenAt'>, now: Date): ReviewState {
  if (verdict !== null) return 'reviewed'
  return now >= reviewDue({ takenAt }) ? 'overdue' : 'waiting'
}

export function reviewDue({ takenAt }: Pick<Emergency, 'takenAt'>): Date {
  return new Date(takenAt.getTime() + reviewWithinDays * 86_400_000)
}

export type EmergencyMove =
  | { kind: 'end'; by: string }
  | { kind: 'review'; by: string; verdict: Verdict; words: string }

export type Moved = { moved: true; emergency: Emergency } | { moved: false; because: NotMoved }

/** `same`: it is so already, by the same person: a form that was sent twice. */
export type NotMoved = 'not-theirs' | 'own' | 'over' | 'reviewed' | 'same'

/** The one list of what may happen to it after it was taken; all else is an answer that says why not. */
export function moveEmergency(emergency: Emergency, move: EmergencyMove, now: Date): Moved {
  if (move.kind === 'end') {
    if (move.by !== emergency.personId) return { moved: false, because: 'not-theirs' }
    if (emergency.endedAt !== null) return { moved: false, because: 'same' }
    if (!isGoingOn(emergency, now)) return { moved: false, because: 'over' }
    return { moved: true, emergency: { ...emergency, endedAt: now, version: emergency.version + 1 } }
  }
  if (move.by === emergency.personId) return { moved: false, because: 'own' }
  if (emergency.verdict !== null) {
    const same = emergency.reviewedBy === move.by && emergency.verdict === move.verdict
    return { moved: false, because: same ? 'same' : 'reviewed' }
  }
  const { verdict, words: reviewWords, by: reviewedBy } = move
  return {
    moved: true,
    emergency: { ...emergency, verdict, reviewWords, reviewedBy, reviewedAt: now, version: emergency.version + 1 },
  }
}
