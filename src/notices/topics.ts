/** What notices are about and to whom, and how each reaches people: by their own choice, within what SEB and the organisation allow. */

export const audiences = ['employee', 'administrator', 'staff'] as const

/** As what somebody is told. Staff: those who run SEB, and owners of services. */
export type Audience = (typeof audiences)[number]

export const deliveries = ['at-once', 'digest', 'none'] as const

/** By mail at once, counted in the mail of the morning, or in SEB only. */
export type Delivery = (typeof deliveries)[number]

/** What can be chosen for, by audience, and what holds until somebody has: what waits for them, or what they have lost, at once. */
export const topics = {
  employee: {
    'own-access': 'at-once',
    'own-requests': 'at-once',
    endings: 'at-once',
  },
  administrator: {
    'to-decide': 'at-once',
    employees: 'digest',
    endings: 'digest',
    reviews: 'at-once',
    administration: 'at-once',
  },
  staff: {
    services: 'at-once',
    organisations: 'digest',
    operation: 'at-once',
  },
} as const satisfies Record<Audience, Record<string, Delivery>>

export type Topic = { [A in Audience]: keyof (typeof topics)[A] }[Audience]

/** The topics of one audience. */
export type TopicOf<A extends Audience> = keyof (typeof topics)[A] & Topic

/** A topic as an address says it: `employee-own-access`; null for what is none. */
export function readTopic(text: string | undefined): { audience: Audience; topic: string } | null {
  return (
    audiences
      .flatMap((audience) => Object.keys(topics[audience]).map((topic) => ({ audience, topic })))
      .find(({ audience, topic }) => text === `${audience}-${topic}`) ?? null
  )
}

export function suggestedDelivery(audience: Audience, topic: string): Delivery {
  const suggested: Readonly<Record<string, Delivery>> = topics[audience]
  return suggested[topic] ?? 'at-once'
}

export interface Wanted {
  mandatory: boolean
  /** What the person has chosen; null: nothing. */
  chosen: Delivery | null
  suggested: Delivery
  allowsNone: boolean
}

/** Of whoever may not go without, the mail of the morning is the least. */
export function deliveryOf({ mandatory, chosen, suggested, allowsNone }: Wanted): Delivery {
  if (mandatory) return 'at-once'
  const wanted = chosen ?? suggested
  return wanted === 'none' && !allowsNone ? 'digest' : wanted
}
