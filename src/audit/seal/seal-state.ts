/** How far the audit is sealed, for people: the time of the last signed head, and whether its signature is SEB's own. */
import type { Db } from '../../storage/database.ts'
import { type Head, isSigned } from './head.ts'
import { lastHeads } from './seals.store.ts'

export interface SealState {
  sealedAt: Date
  /** Signed with a key of this SEB. */
  trusted: boolean
}

/** Null before the first head. */
export async function findSealState(
  db: Db,
  keys: { key: string; earlier: readonly string[] },
): Promise<SealState | null> {
  const { last } = await lastHeads(db)
  if (!last) return null
  const { key } = JSON.parse(last.text) as Head
  return { sealedAt: last.at, trusted: isSigned(last) && (key === keys.key || keys.earlier.includes(key)) }
}
