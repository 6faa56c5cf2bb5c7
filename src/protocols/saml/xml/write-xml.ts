/** Builds the XML that SEB sends. Nothing is pasted together: names come from the code, every value is checked and escaped. */
import { canonicalize } from './canonicalize.ts'
import { ns, type Prefix } from './namespaces.ts'
import { emptyScope, type XmlAttribute, XmlElement } from './xml-element.ts'

export type QualifiedName = `${Prefix}:${string}`

/** Attributes left undefined are left out. */
export type Attributes = Readonly<Record<string, string | undefined>>

/** Children left undefined are left out; a string is text. */
export type Content = XmlElement | string | undefined

/** One element, `element('saml:Issuer', {}, entityId)`. Throws when a value holds what XML 1.0 cannot carry (G29). */
export function element(name: QualifiedName, attributes: Attributes = {}, ...content: readonly Content[]): XmlElement {
  const [prefix, local] = split(name)
  return new XmlElement(ns[prefix], prefix, local, written(attributes), nodes(content), emptyScope)
}

/** An element in no namespace, as the children of a Basic Privilege Profile list are. */
export function unqualifiedElement(
  name: string,
  attributes: Attributes = {},
  ...content: readonly Content[]
): XmlElement {
  return new XmlElement('', '', checked(name), written(attributes), nodes(content), emptyScope)
}

/** The element as a document: exclusive canonical form, UTF-8, no XML declaration. */
export function writeXml(root: XmlElement): string {
  return canonicalize(root)
}

/** A copy of an element with one more child at the given place among its nodes. */
export function withChild(parent: XmlElement, child: XmlElement, position: number): XmlElement {
  const nodes = parent.nodes.toSpliced(position, 0, child)
  return new XmlElement(parent.namespace, parent.prefix, parent.name, parent.attributes, nodes, parent.scope)
}

function split(name: QualifiedName): [Prefix, string] {
  const colon = name.indexOf(':')
  // The type says that what stands before the colon is a prefix we have.
  return [name.slice(0, colon) as Prefix, checked(name.slice(colon + 1))]
}

const plainName = /^[A-Za-z_][A-Za-z0-9_.-]*$/

function checked(name: string): string {
  if (!plainName.test(name)) throw new TypeError(`not an XML name: ${JSON.stringify(name)}`)
  return name
}

function written(attributes: Attributes): XmlAttribute[] {
  const list: XmlAttribute[] = []
  for (const key in attributes) {
    const value = attributes[key]
    if (value === undefined) continue
    if (!key.includes(':')) {
      list.push({ namespace: '', prefix: '', name: checked(key), value: legal(value) })
      continue
    }
    const [prefix, name] = split(key as QualifiedName)
    if (!(prefix in ns)) throw new TypeError(`unknown prefix ${prefix}`)
    list.push({ namespace: ns[prefix], prefix, name, value: legal(value) })
  }
  return list
}

function nodes(content: readonly Content[]): (XmlElement | string)[] {
  const list: (XmlElement | string)[] = []
  for (const node of content) {
    if (node === undefined || node === '') continue
    list.push(typeof node === 'string' ? legal(node) : node)
  }
  return list
}

/** XML 1.0 §2.2 Char; with the u flag a lone surrogate matches as itself. */
const illegal = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u

/** Refuses characters that no XML 1.0 document can carry, escaped or not. */
function legal(value: string): string {
  if (illegal.test(value)) throw new TypeError('a value holds a character that is not allowed in XML')
  return value
}
