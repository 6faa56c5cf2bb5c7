/** The name a person goes by between two parties (SAML core §2.2.3), kept whole: log-out must repeat it to the letter. */
import type { Subject } from '../../brokering/authentication.ts'
import { MessageRefused } from './message-refused.ts'
import { ns } from './xml/namespaces.ts'
import { element } from './xml/write-xml.ts'
import type { XmlElement } from './xml/xml-element.ts'

const longest = 1024

/** Reads the one NameID of an element; an encrypted or other identifier is not understood. */
export function readNameId(parent: XmlElement): Subject {
  const nameId = parent.optionalChild(ns.saml, 'NameID')
  if (nameId === undefined) throw new MessageRefused('subject-missing', `${parent.name} without NameID`)
  const value = nameId.text
  if (value.trim() === '' || value.length > longest) throw new MessageRefused('name-id-malformed')
  return {
    value,
    format: nameId.attribute('Format') ?? null,
    nameQualifier: nameId.attribute('NameQualifier') ?? null,
    spNameQualifier: nameId.attribute('SPNameQualifier') ?? null,
  }
}

export function nameIdElement({ value, format, nameQualifier, spNameQualifier }: Subject): XmlElement {
  return element(
    'saml:NameID',
    {
      NameQualifier: nameQualifier ?? undefined,
      SPNameQualifier: spNameQualifier ?? undefined,
      Format: format ?? undefined,
    },
    value,
  )
}
