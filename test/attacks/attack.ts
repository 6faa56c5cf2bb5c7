/** One hostile Response: what it is called, which item of the checklists it covers, and the one reason it must fall on. */
import type { RefusalReason } from '../../src/protocols/saml/message-refused.ts'
import type { AttackContext } from './forge.ts'

export interface Attack {
  readonly name: string
  readonly covers: string
  readonly reason: RefusalReason
  readonly forge: (context: AttackContext) => string | Uint8Array
}

/** Several attacks that cover one item. */
export function attacks(
  covers: string,
  ...list: readonly (readonly [name: string, reason: RefusalReason, forge: Attack['forge']])[]
): readonly Attack[] {
  return list.map(([name, reason, forge]) => ({ name, covers, reason, forge }))
}
