/** Writes XML for people to read: indented, long values cut where nobody reads them. Only to be shown, never to be sent. */
import { parseXml } from '../../src/protocols/saml/xml/parse-xml.ts'
import type { XmlElement } from '../../src/protocols/saml/xml/xml-element.ts'

/** Keys and signatures are long and say nothing to the eye. */
const longest = 200

export function showXmlText(document: Uint8Array): string {
  return showXml(parseXml(document))
}

export function showXml(element: XmlElement, depth = 0): string {
  const indent = '  '.repeat(depth)
  const name = element.prefix === '' ? element.name : `${element.prefix}:${element.name}`
  const attributes = element.attributes.map((attribute) => {
    const prefix = attribute.prefix === '' ? '' : `${attribute.prefix}:`
    return ` ${prefix}${attribute.name}="${escaped(attribute.value).replaceAll('"', '&quot;')}"`
  })
  const open = `${indent}<${name}${attributes.join('')}`
  const nodes = element.nodes.filter((node) => typeof node !== 'string' || /\S/.test(node))
  const [only] = nodes
  if (only === undefined) return `${open}/>`
  if (nodes.length === 1 && typeof only === 'string') return `${open}>${shortened(escaped(only))}</${name}>`
  const inner = nodes.map((node) =>
    typeof node === 'string' ? `${indent}  ${escaped(node.trim())}` : showXml(node, depth + 1),
  )
  return [`${open}>`, ...inner, `${indent}</${name}>`].join('\n')
}

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, 60)}…(${text.length})` : text
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
