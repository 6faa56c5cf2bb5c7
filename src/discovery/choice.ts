/** What a person picks on the discovery page: a provider and the kind of log-in. Travels as the value of a button. */
import type { LogInKind } from './provider.ts'

export type Choice = {
  readonly identityProviderId: string
  /** At NemLog-in: `professional` is MitID Erhverv, `person` is MitID Privat. */
  readonly logInKind: LogInKind
}

/** The value of the button: `professional:<provider id>`. */
export function writeChoice({ identityProviderId, logInKind }: Choice): string {
  return `${logInKind}:${identityProviderId}`
}

/** Reads a button's value back; null for anything else. */
export function readChoice(value: unknown): Choice | null {
  const [, logInKind, identityProviderId] =
    (typeof value === 'string' && /^(professional|person):(.+)$/.exec(value)) || []
  if (!identityProviderId || (logInKind !== 'professional' && logInKind !== 'person')) return null
  return { identityProviderId, logInKind }
}
