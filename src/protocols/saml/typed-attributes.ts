/** Attributes that are not text, read as XML Schema has them; a message with anything else in them is refused. */
import { MessageRefused } from './message-refused.ts'
import type { XmlElement } from './xml/xml-element.ts'

/** An `xs:boolean`. */
export function booleanAttribute(element: XmlElement, name: string): boolean | undefined {
  const value = element.attribute(name)
  switch (value) {
    case undefined:
      return undefined
    case 'true':
    case '1':
      return true
    case 'false':
    case '0':
      return false
    default:
      throw new MessageRefused('request-malformed', `${name} is not a boolean`)
  }
}

/** An `xs:unsignedShort`, or a small `xs:nonNegativeInteger`. */
export function numberAttribute(element: XmlElement, name: string): number | undefined {
  const value = element.attribute(name)
  if (value === undefined) return undefined
  if (!/^[0-9]{1,5}$/.test(value)) throw new MessageRefused('request-malformed', `${name} is not a number`)
  return Number(value)
}
