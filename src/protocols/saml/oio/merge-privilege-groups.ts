/** Puts privileges that hold in the same situation together. */
import type { PrivilegeGroup } from '../../../brokering/attributes/claims.ts'

/**
 * Groups of the same scope and constraints become one, in order of first appearance, each privilege once; groups without
 * privileges fall away. Services read one group as one situation, so what is split must not look like two.
 */
export function mergePrivilegeGroups(groups: readonly PrivilegeGroup[]): PrivilegeGroup[] {
  const merged = new Map<string, { group: PrivilegeGroup; privileges: Set<string> }>()
  for (const group of groups) {
    if (group.privileges.length === 0) continue
    const constraints = group.constraints.map(({ name, value }) => JSON.stringify([name, value])).sort()
    const key = JSON.stringify([group.scope, constraints])
    const known = merged.get(key) ?? { group, privileges: new Set() }
    for (const privilege of group.privileges) known.privileges.add(privilege)
    merged.set(key, known)
  }
  return [...merged.values()].map(({ group, privileges }) => ({ ...group, privileges: [...privileges] }))
}
