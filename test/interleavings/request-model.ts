/**
 * What becomes of a request, told a second time by somebody who has not seen the product: people, deeds and a clock in, and out
 * comes how it stands, what was given, and what anybody must have been told. It knows no tables and imports nothing.
 */

export type Who = 'subject' | 'colleague' | 'ward' | 'wide' | 'chief'
export const everybody: readonly Who[] = ['subject', 'colleague', 'ward', 'wide', 'chief']
const administrators: readonly Who[] = ['ward', 'wide', 'chief']

export type ModelDeed =
  /** Opens the request: what is decided afterwards is decided on that. */
  | { deed: 'looks'; by: Who }
  | { deed: 'approves'; by: Who; less: boolean; version: number }
  | { deed: 'asks back'; by: Who; version: number }
  | { deed: 'rejects'; by: Who; version: number }
  | { deed: 'withdraws'; by: Who }
  | { deed: 'answers'; by: Who }
  | { deed: 'account suspended' | 'account reopened' | 'role retired' | 'role back' }
  | { deed: 'time passes'; hours: number }

export interface ModelRequest {
  /** Two must agree. */
  sensitive: boolean
  asker: Who
  /** Hours since it was sent. */
  clock: number
  state: 'submitted' | 'returned' | 'approved' | 'rejected' | 'withdrawn'
  version: number
  first: Who | null
  /** What the first agreed to was less than what was asked for. */
  firstGaveLess: boolean
  decidedBy: Who | null
  given: 'nothing' | 'as asked' | 'less'
  suspended: boolean
  retired: boolean
  steps: { step: string; by: Who }[]
  /** `what was told → whom`, each time. */
  told: string[]
  /** The version that each has looked at. */
  seen: Partial<Record<Who, number>>
}

/** It lapses after thirty days; what is given with less ends on the twentieth. */
export const lapsesAfter = 30 * 24
export const lessEndsAfter = 20 * 24

export function newRequest(sensitive: boolean, asker: Who): ModelRequest {
  return {
    sensitive,
    asker,
    clock: 0,
    state: 'submitted',
    version: 1,
    first: null,
    firstGaveLess: false,
    decidedBy: null,
    given: 'nothing',
    suspended: false,
    retired: false,
    steps: [],
    told: [],
    seen: {},
  }
}

/** How it stands after the deed; the same where nothing comes of it. */
export function after(before: ModelRequest, it: ModelDeed): ModelRequest {
  const now = structuredClone(before)
  switch (it.deed) {
    case 'looks':
      now.seen[it.by] = now.version
      return now
    case 'time passes':
      now.clock += it.hours
      return now
    case 'account suspended':
      now.suspended = true
      return now
    case 'account reopened':
      now.suspended = false
      return now
    case 'role retired':
      now.retired = true
      return now
    case 'role back':
      now.retired = false
      return now
    case 'withdraws':
      return isOpen(before) && isTheirs(before, it.by) ? step(now, 'withdrawn', it.by, 'withdrawn') : before
    case 'answers': {
      if (!isOpen(before) || before.state !== 'returned' || !isTheirs(before, it.by)) return before
      return tell(step(now, 'answered', it.by, 'submitted'), 'request.answered', whoHasIt(before, null))
    }
    default:
      return mayDecide(before, it.by) && before.version === it.version ? decided(before, now, it) : before
  }
}

function decided(
  before: ModelRequest,
  now: ModelRequest,
  it: Extract<ModelDeed, { deed: 'approves' | 'asks back' | 'rejects' }>,
): ModelRequest {
  const theirs = [...new Set<Who>([before.asker, 'subject'])].filter((who) => who !== it.by)
  if (it.deed === 'rejects') {
    now.decidedBy = it.by
    now.first = null
    return tell(step(now, 'rejected', it.by, 'rejected'), 'request.rejected', theirs)
  }
  if (before.state !== 'submitted') return before
  if (it.deed === 'asks back') {
    // Whatever the first agreed to is to be agreed to anew.
    now.first = null
    now.firstGaveLess = false
    return tell(step(now, 'returned', it.by, 'returned'), 'request.returned', theirs)
  }
  const less = it.less || before.firstGaveLess
  const isGone = before.suspended || before.retired || (less && before.clock >= lessEndsAfter)
  if (isGone || before.first === it.by) return before
  if (before.sensitive && before.first === null) {
    now.first = it.by
    now.firstGaveLess = less
    return tell(step(now, 'first-approved', it.by, 'submitted'), 'request.to-second', whoHasIt(before, it.by))
  }
  now.decidedBy = it.by
  now.given = less ? 'less' : 'as asked'
  return tell(step(now, 'approved', it.by, 'approved'), 'request.approved', theirs)
}

/** The administrators of the ward and of everything; the chief where neither is left. Nobody has their own, nor what they agreed to. */
function whoHasIt({ asker }: ModelRequest, agreed: Who | null): Who[] {
  const left = (who: Who) => who !== asker && who !== agreed
  const first = (['ward', 'wide'] as const).filter(left)
  return first.length > 0 ? [...first] : (['chief'] as const).filter(left)
}

function isOpen({ state, clock }: ModelRequest): boolean {
  return (state === 'submitted' || state === 'returned') && clock < lapsesAfter
}

function isTheirs({ asker }: ModelRequest, who: Who): boolean {
  return who === asker || who === 'subject'
}

function mayDecide(request: ModelRequest, who: Who): boolean {
  return isOpen(request) && administrators.includes(who) && !isTheirs(request, who)
}

function step(now: ModelRequest, name: string, by: Who, state: ModelRequest['state']): ModelRequest {
  now.steps.push({ step: name, by })
  now.state = state
  now.version += 1
  return now
}

function tell(now: ModelRequest, what: string, whom: readonly Who[]): ModelRequest {
  now.told.push(...whom.map((who) => `${what} → ${who}`))
  return now
}
