/** What a check of the audit found, in words an operator can act on: each names a place. */

export interface Findings {
  /** `place` is where in the chain: findings are told in that order. */
  add(place: number, text: string): void
  /** Places of the same kind that follow on one another are told as one: "events 5 to 9 were deleted". */
  addEvent(place: number, event: number, what: EventFinding): void
  /** The first thousand, then how many more. */
  list(): string[]
}

export type EventFinding = 'altered' | 'deleted' | 'inserted'

const mostTold = 1_000

interface Run {
  place: number
  text: () => string
}

export function createFindings(): Findings {
  const told: Run[] = []
  let count = 0
  const runs = new Map<EventFinding, { first: number; last: number; lastPlace: number }>()
  const add = (run: Run): void => {
    count++
    if (told.length < mostTold) told.push(run)
  }
  return {
    add: (place, text) => add({ place, text: () => text }),
    addEvent: (place, event, what) => {
      const run = runs.get(what)
      // Inserted events have no place of their own in the chain.
      if (run && (what === 'inserted' ? event === run.last + 1 : place <= run.lastPlace + 1)) {
        run.last = event
        run.lastPlace = place
        return
      }
      const begun = { first: event, last: event, lastPlace: place }
      runs.set(what, begun)
      add({ place, text: () => nameRun(begun, what) })
    },
    list: () => [
      ...told.toSorted((a, b) => a.place - b.place).map(({ text }) => text()),
      ...(count > told.length ? [`… and ${count - told.length} places more`] : []),
    ],
  }
}

function nameRun({ first, last }: { first: number; last: number }, what: EventFinding): string {
  const after = what === 'inserted' ? ': no seal knows of ' : ''
  return first === last
    ? `event ${first} was ${what}${after && `${after}it`}`
    : `events ${first} to ${last} were ${what}${after && `${after}them`}`
}
