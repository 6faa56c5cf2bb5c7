/**
 * Exclusive XML Canonicalization 1.0 without comments (https://www.w3.org/TR/xml-exc-c14n/), and thereby the only way SEB
 * writes XML: what it emits is canonical already. No way of writing can be read differently from what was verified,
 * because SEB reads a verified message from these very bytes (verify-signature.ts).
 */
import { emptyScope, type NamespaceScope, type XmlAttribute, type XmlElement } from './xml-element.ts'

export interface CanonicalizeOptions {
  /** A child of the element, by identity, to leave out: the enveloped signature. */
  readonly without?: XmlElement
  /** InclusiveNamespaces PrefixList; '' stands for `#default`. */
  readonly inclusivePrefixes?: readonly string[]
}

/** The canonical form of an element and all below it, as a document of its own. */
export function canonicalize(element: XmlElement, options: CanonicalizeOptions = {}): string {
  return new Writer(options).element(element, emptyScope)
}

class Writer {
  readonly #without: XmlElement | undefined
  readonly #inclusive: readonly string[]

  constructor(options: CanonicalizeOptions) {
    this.#without = options.without
    this.#inclusive = options.inclusivePrefixes ?? []
  }

  /** `rendered` is what the elements around this one have declared in the output so far. */
  element(element: XmlElement, rendered: NamespaceScope): string {
    const declared = this.#declarations(element, rendered)
    const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`
    let out = `<${name}`
    let inner = rendered
    if (declared.length > 0) {
      inner = new Map([...rendered, ...declared])
      for (const [prefix, uri] of declared) {
        out += prefix === '' ? ` xmlns="${escapeValue(uri)}"` : ` xmlns:${prefix}="${escapeValue(uri)}"`
      }
    }
    for (const attribute of sorted(element.attributes)) {
      const qualified = attribute.prefix === '' ? attribute.name : `${attribute.prefix}:${attribute.name}`
      out += ` ${qualified}="${escapeValue(attribute.value)}"`
    }
    out += '>'
    for (const node of element.nodes) {
      if (typeof node === 'string') out += escapeText(node)
      else if (node !== this.#without) out += this.element(node, inner)
    }
    return `${out}</${name}>`
  }

  /** The declarations this element must carry: the prefixes it uses itself, and the listed ones that are in force (§3). */
  #declarations(element: XmlElement, rendered: NamespaceScope): [string, string][] {
    const declared: [string, string][] = []
    const declare = (prefix: string, uri: string) => {
      if (prefix === 'xml' || (rendered.get(prefix) ?? '') === uri) return
      if (!declared.some(([other]) => other === prefix)) declared.push([prefix, uri])
    }
    declare(element.prefix, element.namespace)
    for (const { prefix, namespace } of element.attributes) if (prefix !== '') declare(prefix, namespace)
    for (const prefix of this.#inclusive) {
      const uri = element.scope.get(prefix)
      if (uri !== undefined) declare(prefix, uri)
    }
    return declared.length > 1 ? declared.sort(([first], [second]) => byCodePoint(first, second)) : declared
  }
}

/** By namespace name, then local name; attributes in no namespace come first. */
function sorted(attributes: readonly XmlAttribute[]): readonly XmlAttribute[] {
  if (attributes.length < 2) return attributes
  return attributes.toSorted(
    (first, second) => byCodePoint(first.namespace, second.namespace) || byCodePoint(first.name, second.name),
  )
}

function byCodePoint(first: string, second: string): number {
  if (first === second) return 0
  // UTF-8 sorts as code points do, JavaScript's UTF-16 does not: U+1F600 comes after U+FF21.
  return /[\ud800-\udfff]/.test(first + second)
    ? Buffer.compare(Buffer.from(first), Buffer.from(second))
    : first < second
      ? -1
      : 1
}

const textSpecial = /[&<>\r]/
const valueSpecial = /[&<"\t\n\r]/

function escapeText(text: string): string {
  if (!textSpecial.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\r', '&#xD;')
}

/** An attribute value as canonical form has it. */
export function escapeValue(value: string): string {
  if (!valueSpecial.test(value)) return value
  return value
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#x9;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;')
}
