/** An XML element as SEB sees it: immutable, free of the parser's memory, read only through questions that refuse ambiguity. */
import { MessageRefused } from '../message-refused.ts'

export interface XmlAttribute {
  /** Empty for an attribute without prefix, which is in no namespace at all. */
  readonly namespace: string
  readonly prefix: string
  readonly name: string
  readonly value: string
}

/** The namespace declarations in force at an element, by prefix ('' is the default namespace). */
export type NamespaceScope = ReadonlyMap<string, string>

export const emptyScope: NamespaceScope = new Map()

export class XmlElement {
  readonly namespace: string
  readonly prefix: string
  /** The local name. */
  readonly name: string
  readonly attributes: readonly XmlAttribute[]
  /** Child elements and text, in document order. */
  readonly nodes: readonly (XmlElement | string)[]
  readonly scope: NamespaceScope

  constructor(
    namespace: string,
    prefix: string,
    name: string,
    attributes: readonly XmlAttribute[],
    nodes: readonly (XmlElement | string)[],
    scope: NamespaceScope,
  ) {
    this.namespace = namespace
    this.prefix = prefix
    this.name = name
    this.attributes = attributes
    this.nodes = nodes
    this.scope = scope
  }

  is(namespace: string, name: string): boolean {
    return this.name === name && this.namespace === namespace
  }

  /** The value of the attribute of this name in no namespace, as SAML's, XML Signature's and XML Encryption's own are. */
  attribute(name: string): string | undefined {
    return this.attributes.find((attribute) => attribute.name === name && attribute.namespace === '')?.value
  }

  /** Like `attribute`, but refuses the message when there is none. */
  requiredAttribute(name: string): string {
    const value = this.attribute(name)
    if (value === undefined) throw new MessageRefused('xml-structure', `${this.name} without ${name}`)
    return value
  }

  /** All child elements, whatever they are. */
  get elements(): readonly XmlElement[] {
    return this.nodes.filter((node) => typeof node !== 'string')
  }

  /** All child elements of this name; none is fine. */
  children(namespace: string, name: string): readonly XmlElement[] {
    return this.nodes.filter((node): node is XmlElement => typeof node !== 'string' && node.is(namespace, name))
  }

  /** The child of this name, or undefined; two of them is a refusal. */
  optionalChild(namespace: string, name: string): XmlElement | undefined {
    const found = this.children(namespace, name)
    if (found.length > 1) throw new MessageRefused('xml-structure', `${this.name} with ${found.length} ${name}`)
    return found[0]
  }

  /** The only child of this name; none or two is a refusal. */
  child(namespace: string, name: string): XmlElement {
    const found = this.optionalChild(namespace, name)
    if (found === undefined) throw new MessageRefused('xml-structure', `${this.name} without ${name}`)
    return found
  }

  /** The whole text of an element that has only text. Never trimmed, never part of it (G7, G35). */
  get text(): string {
    const only = this.nodes[0]
    if (only === undefined) return ''
    if (this.nodes.length > 1 || typeof only !== 'string') {
      throw new MessageRefused('xml-structure', `${this.name} holds elements where text belongs`)
    }
    return only
  }

  /** This element and all below it, in document order. */
  descendants(into: XmlElement[] = []): readonly XmlElement[] {
    into.push(this)
    for (const node of this.nodes) if (typeof node !== 'string') node.descendants(into)
    return into
  }
}
