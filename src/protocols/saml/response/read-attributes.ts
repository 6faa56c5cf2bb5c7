/** The attributes of an assertion, by name, each value whole and as it was written (SAML core §2.7.3). */
import { MessageRefused } from '../message-refused.ts'
import { canonicalize } from '../xml/canonicalize.ts'
import { ns } from '../xml/namespaces.ts'
import { XmlElement } from '../xml/xml-element.ts'

export function readAttributes(assertion: XmlElement): ReadonlyMap<string, readonly string[]> {
  const [statement, ...more] = assertion.children(ns.saml, 'AttributeStatement')
  if (more.length > 0) throw new MessageRefused('attribute-malformed', 'several AttributeStatements')
  const attributes = new Map<string, string[]>()
  for (const attribute of statement?.elements ?? []) {
    const name = attribute.attribute('Name')
    if (!attribute.is(ns.saml, 'Attribute') || name === undefined || name === '') {
      throw new MessageRefused('attribute-malformed', attribute.name)
    }
    const values = attributes.get(name) ?? []
    for (const value of attribute.elements) {
      if (!value.is(ns.saml, 'AttributeValue')) throw new MessageRefused('attribute-malformed', value.name)
      if (!isNil(value)) values.push(readValue(value))
    }
    attributes.set(name, values)
  }
  return attributes
}

function isNil(value: XmlElement): boolean {
  return value.attributes.some(
    ({ namespace, name, value: flag }) => namespace === ns.xsi && name === 'nil' && (flag === 'true' || flag === '1'),
  )
}

/** Text as it is; one element (a list of authorisations, an HL7 code) as its canonical XML; never parts of either (G7). */
function readValue(value: XmlElement): string {
  const nodes = value.nodes.filter((node) => typeof node !== 'string' || /\S/.test(node))
  const [only] = nodes
  if (nodes.length === 1 && only instanceof XmlElement) return canonicalize(only)
  return value.text
}
