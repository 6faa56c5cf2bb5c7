/** Reads bytes into an immutable tree: scanned first (scan-xml.ts), then parsed by libxml2, the one XML parser of the product. */
import { XmlElement as LibElement, ParseOption, XmlComment, XmlDocument, XmlParseError, XmlText } from 'libxml2-wasm'
import { MessageRefused } from '../message-refused.ts'
import { ns } from './namespaces.ts'
import { responseLimits, scanXml, type XmlLimits } from './scan-xml.ts'
import { emptyScope, type NamespaceScope, type XmlAttribute, XmlElement } from './xml-element.ts'

/** Nothing is fetched, nothing is substituted, no default limit is lifted, and no attribute is an ID but by our own rules. */
const option =
  ParseOption.XML_PARSE_NONET |
  ParseOption.XML_PARSE_NO_XXE |
  ParseOption.XML_PARSE_NO_SYS_CATALOG |
  ParseOption.XML_PARSE_SKIP_IDS

/** The root element. Throws `MessageRefused`; the parser's memory is freed in every case. */
export function parseXml(received: Uint8Array | string, limits: XmlLimits = responseLimits): XmlElement {
  if (received.length > limits.bytes) throw new MessageRefused('xml-too-large', `${received.length} characters`)
  const bytes = scanXml(typeof received === 'string' ? Buffer.from(received) : received, limits)
  const document = parse(bytes)
  try {
    return new TreeReader(limits.editedByHand).read(document.root, emptyScope)
  } finally {
    document.dispose()
  }
}

function parse(bytes: Uint8Array): XmlDocument {
  try {
    return XmlDocument.fromBuffer(bytes, { option })
  } catch (error) {
    if (error instanceof XmlParseError) throw new MessageRefused('xml-malformed', error.message.slice(0, 200))
    throw error
  }
}

/** What an attribute must be called to be taken for an ID by anyone (G4). Only `ID` is SAML's. */
const idNames = new Set(['ID', 'Id', 'id'])
const samlNamespaces = new Set<string>([ns.saml, ns.samlp, ns.md])
const absoluteUri = /^[A-Za-z][A-Za-z0-9+.-]*:/
/** No honest message has as many prefixes in force at once; each one makes every element below it dearer to read. */
const mostPrefixes = 64

class TreeReader {
  readonly #ids = new Set<string>()
  readonly #commentsAllowed: boolean

  constructor(commentsAllowed: boolean) {
    this.#commentsAllowed = commentsAllowed
  }

  read(from: LibElement, outer: NamespaceScope): XmlElement {
    const namespace = from.namespaceUri
    const scope = this.#scope(from, outer)
    const attributes = this.#attributes(from, namespace)
    const nodes: (XmlElement | string)[] = []
    let text = ''
    let commented = false
    for (let node = from.firstChild; node !== null; node = node.next) {
      if (node instanceof LibElement) {
        if (text !== '') nodes.push(text)
        text = ''
        nodes.push(this.read(node, scope))
      } else if (node instanceof XmlText) {
        text += node.content
      } else if (node instanceof XmlComment && this.#commentsAllowed) {
        commented = true
      } else {
        // The scan has let nothing else through; a node of another kind is a parser that saw something the scan did not.
        throw new MessageRefused('xml-structure', 'unexpected kind of node')
      }
    }
    if (text !== '') nodes.push(text)
    // A comment may stand between elements, never within a value: that is how values get cut (CVE-2017-11427 and on).
    if (commented && nodes.some((node) => typeof node === 'string' && /\S/.test(node))) {
      throw new MessageRefused('xml-comment', 'in text')
    }
    return new XmlElement(namespace, from.prefix, from.name, attributes, nodes, scope)
  }

  #scope(from: LibElement, outer: NamespaceScope): NamespaceScope {
    const declared = Object.entries(from.nsDeclarations)
    if (declared.length === 0) return outer
    const scope = new Map(outer)
    for (const [prefix, uri] of declared) {
      // A relative namespace name has no defined canonical form (exc-c14n §1.3, CVE-2025-66568).
      if (uri !== '' && !absoluteUri.test(uri)) throw new MessageRefused('xml-namespace', 'relative namespace name')
      scope.set(prefix, uri)
    }
    if (scope.size > mostPrefixes) throw new MessageRefused('xml-namespace', 'too many prefixes')
    return scope
  }

  #attributes(from: LibElement, elementNamespace: string): XmlAttribute[] {
    return from.attrs.map((attribute) => {
      const { name, namespaceUri: namespace, value } = attribute
      if (idNames.has(name)) {
        if (samlNamespaces.has(elementNamespace) && (name !== 'ID' || namespace !== '')) {
          throw new MessageRefused('xml-id-attribute', `${attribute.prefix}:${name}`)
        }
        if (this.#ids.has(value)) throw new MessageRefused('xml-duplicate-id')
        this.#ids.add(value)
      }
      return { namespace, prefix: attribute.prefix, name, value }
    })
  }
}
