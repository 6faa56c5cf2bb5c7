/** Adds a line to the explanation of a sign-in. */
import type { Claims } from './claims.ts'

/** Claims with one more line: what was sent or left out, and why. Never a value of a person. */
export function traced<C extends Claims>(claims: C, what: string, sent: boolean, why: string): C {
  return { ...claims, trace: [...claims.trace, { what, sent, why }] }
}
