/** Writes what a person may do in a service as OIO Basic Privilege Profile: strictly as the schema has it. */
import type { PrivilegeGroup } from '../../../brokering/attributes/claims.ts'
import type { Prefix } from '../xml/namespaces.ts'
import { element, unqualifiedElement, writeXml } from '../xml/write-xml.ts'
import { mergePrivilegeGroups } from './merge-privilege-groups.ts'

/** Version 1.2 took a namespace of its own; services built for 1.0 and 1.1 know only the old one. */
export const bppVersions = ['1.2', '1.1'] as const

export type BppVersion = (typeof bppVersions)[number]

const prefixes = { '1.2': 'bpp', '1.1': 'bpp11' } as const satisfies Record<BppVersion, Prefix>

/**
 * The value of `privilegesIntermediate`: base64 of the UTF-8 document. Nothing when there is no privilege to tell of,
 * since the schema has no empty list. The root is in the namespace, all below it is in none, constraints come first.
 */
export function writePrivileges(groups: readonly PrivilegeGroup[], version: BppVersion): string | undefined {
  const merged = mergePrivilegeGroups(groups)
  if (merged.length === 0) return undefined
  const list = element(`${prefixes[version]}:PrivilegeList`, {}, ...merged.map(writeGroup))
  return Buffer.from(`<?xml version="1.0" encoding="UTF-8"?>\n${writeXml(list)}`, 'utf8').toString('base64')
}

function writeGroup({ scope, constraints, privileges }: PrivilegeGroup) {
  return unqualifiedElement(
    'PrivilegeGroup',
    { Scope: scope },
    ...constraints.map(({ name, value }) => unqualifiedElement('Constraint', { Name: name }, value)),
    ...privileges.map((privilege) => unqualifiedElement('Privilege', {}, privilege)),
  )
}
