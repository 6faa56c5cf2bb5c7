/** What a person picks on the discovery page: a provider and, at NemLog-in, as whom. Travels as the value of a button. */

export const choiceKinds = ['professional', 'person', 'any'] as const

export type ChoiceKind = (typeof choiceKinds)[number]

export type Choice = {
  readonly providerId: string
  /** MitID Erhverv, MitID Privat, or whatever the provider knows. */
  readonly as: ChoiceKind
}

/** The value of the button: `professional:<provider id>`. */
export function writeChoice(choice: Choice): string {
  return `${choice.as}:${choice.providerId}`
}

/** Reads a button's value back; null for anything else. */
export function readChoice(value: unknown): Choice | null {
  if (typeof value !== 'string') return null
  const colon = value.indexOf(':')
  const as = choiceKinds.find((kind) => kind === value.slice(0, colon))
  const providerId = value.slice(colon + 1)
  return as && providerId ? { providerId, as } : null
}
