/**
 * Reads a list in OIO Basic Privilege Profile, as identity providers send it: tolerant of how it is written, never of
 * what it cannot understand, since a constraint left out would be a privilege too wide.
 */
import type { PrivilegeGroup } from '../../../brokering/attributes/claims.ts'
import { MessageRefused } from '../message-refused.ts'
import { decodeBase64 } from '../xml/base64.ts'
import { ns } from '../xml/namespaces.ts'
import { parseXml } from '../xml/parse-xml.ts'
import { responseLimits } from '../xml/scan-xml.ts'
import type { XmlElement } from '../xml/xml-element.ts'

const listNamespaces: readonly string[] = [ns.bpp, ns.bpp11]

const limits = { ...responseLimits, elements: 5000, attributes: 5000 }

/** Reads base64 (with line breaks, as real data has it) or the XML itself, version 1.0 to 1.2, any order in a group. */
export function readPrivileges(value: string): PrivilegeGroup[] {
  const root = parseXml(value.trimStart().startsWith('<') ? value : bytes(value), limits)
  if (root.name !== 'PrivilegeList' || !listNamespaces.includes(root.namespace)) throw malformed('no PrivilegeList')
  return elementsOnly(root, root).map((group) => readGroup(group, root))
}

function readGroup(group: XmlElement, root: XmlElement): PrivilegeGroup {
  if (group.name !== 'PrivilegeGroup') throw malformed(`unknown element in ${root.name}`)
  const scope = group.attribute('Scope')
  if (scope === undefined || scope === '') throw malformed('PrivilegeGroup without Scope')
  const constraints: { name: string; value: string }[] = []
  const privileges: string[] = []
  for (const child of elementsOnly(group, root)) {
    if (child.name === 'Privilege')
      privileges.push(filled(child.text.trim(), child)) // xs:anyURI: white space collapses
    else if (child.name === 'Constraint')
      constraints.push({ name: filled(child.attribute('Name') ?? '', child), value: filled(child.text, child) })
    else throw malformed(`unknown element in ${group.name}`)
  }
  if (privileges.length === 0) throw malformed('PrivilegeGroup without Privilege')
  return { scope, constraints, privileges }
}

/** The child elements, which some write in no namespace and some in the list's; nothing but white space between them. */
function elementsOnly(parent: XmlElement, root: XmlElement): readonly XmlElement[] {
  if (parent.nodes.some((node) => typeof node === 'string' && node.trim() !== '')) throw malformed('stray text')
  for (const { namespace } of parent.elements)
    if (namespace !== '' && namespace !== root.namespace) throw malformed('element of a foreign namespace')
  return parent.elements
}

function filled(value: string, { name }: XmlElement): string {
  if (value === '') throw malformed(`empty ${name}`)
  return value
}

function bytes(value: string): Buffer {
  const decoded = decodeBase64(value)
  if (decoded === undefined) throw malformed('neither base64 nor XML')
  return decoded
}

function malformed(detail: string): MessageRefused {
  return new MessageRefused('attribute-malformed', `privileges: ${detail}`)
}
