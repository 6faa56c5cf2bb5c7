/** Reads what a party's metadata says to people: names, keywords, logos, and the attributes a service asks for. */
import { booleanAttribute, numberAttribute } from '../typed-attributes.ts'
import { ns } from '../xml/namespaces.ts'
import type { XmlElement } from '../xml/xml-element.ts'
import type { AttributeList, LocalisedText, Presentation } from './party-metadata.ts'

/** Longer texts than this are cut: they are shown in lists. */
const longestText = 256

/** The UIInfo of a role, wherever its Extensions stand. Keywords of all languages are one list for searching. */
export function readPresentation(role: XmlElement): Presentation {
  const info = role
    .children(ns.md, 'Extensions')
    .flatMap((extensions) => extensions.children(ns.mdui, 'UIInfo'))
    .at(0)
  return {
    names: localised(info, ns.mdui, 'DisplayName'),
    keywords: [
      ...new Set(
        (info?.children(ns.mdui, 'Keywords') ?? []).flatMap(({ text }) =>
          text.split(/\s+/).flatMap((keyword) => shortened(keyword.replaceAll('+', ' ')) || []),
        ),
      ),
    ],
    logos: (info?.children(ns.mdui, 'Logo') ?? []).flatMap((logo) => {
      const url = logo.text.trim()
      // Logos may also be `data:` or plain http, which no page of SEB would load.
      if (!/^https:\/\/[!-~]+$/.test(url) || !URL.canParse(url)) return []
      return [{ url, width: numberAttribute(logo, 'width') ?? 0, height: numberAttribute(logo, 'height') ?? 0 }]
    }),
  }
}

/** The attributes a service asks for, by list. */
export function readAttributeLists(role: XmlElement): AttributeList[] {
  return role.children(ns.md, 'AttributeConsumingService').map((list) => ({
    index: numberAttribute(list, 'index') ?? 0,
    isDefault: booleanAttribute(list, 'isDefault') ?? false,
    names: localised(list, ns.md, 'ServiceName'),
    attributes: list.children(ns.md, 'RequestedAttribute').map((attribute) => ({
      name: attribute.requiredAttribute('Name'),
      required: booleanAttribute(attribute, 'isRequired') ?? false,
    })),
  }))
}

/** The texts of the children of this name, by language; the first of each language counts. */
export function localised(parent: XmlElement | undefined, namespace: string, name: string): LocalisedText {
  const texts = (parent?.children(namespace, name) ?? []).map((child): [string, string] => [
    (child.attributes.find((each) => each.name === 'lang' && each.namespace === ns.xml)?.value ?? '').toLowerCase(),
    shortened(child.text),
  ])
  return Object.fromEntries(texts.filter(([language, text]) => language !== '' && text !== '').reverse())
}

/** The texts of the children of this name, which are URIs, each once. */
export function words(parent: XmlElement, name: string): string[] {
  return [...new Set(parent.children(ns.md, name).map(({ text }) => text.trim()))]
}

function shortened(text: string): string {
  return text.trim().replace(/\s+/g, ' ').slice(0, longestText)
}
