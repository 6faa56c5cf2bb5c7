/** Canonical form: as the W3C's note has it, and byte for byte as libxml2 and xml-crypto write it. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DOMParser } from '@xmldom/xmldom'
import { XmlElement as LibElement, XmlC14NMode, XmlDocument } from 'libxml2-wasm'
import { ExclusiveCanonicalization } from 'xml-crypto'
import { canonicalize } from './canonicalize.ts'
import { parseXml } from './parse-xml.ts'
import type { XmlElement } from './xml-element.ts'

test('the examples of the recommendation come out as it says (Exclusive C14N 1.0 §2.2)', () => {
  const envelope =
    '<n0:local xmlns:n0="foo:bar" xmlns:n3="ftp://example.org"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n0:local>'
  const pdu =
    '<n2:pdu xmlns:n1="http://example.com" xmlns:n2="http://foo.example" xml:lang="fr" xml:space="retain"><n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"/></n1:elem2></n2:pdu>'
  for (const document of [envelope, pdu]) {
    const [inner] = parseXml(document).elements
    assert.ok(inner)
    assert.equal(
      canonicalize(inner),
      '<n1:elem2 xmlns:n1="http://example.net" xml:lang="en"><n3:stuff xmlns:n3="ftp://example.org"></n3:stuff></n1:elem2>',
    )
  }
})

const prefixes = ['', 'a', 'b', 'c', 'ab']
const uris = ['urn:1', 'urn:2', 'http://three.example/?a=1']
const texts = ['', ' ', 'x', '&amp;&lt;&gt;', '"\'', '&#13;\n\t', 'æ😀', '&#x9;', ']]&gt;']
const values = ['', 'x', '&amp;&lt;>', '&quot;', '&#13;&#10;&#9;', '\n\t', 'æ😀', "'"]
const plainNames = ['e', 'f', 'é', 'Z', 'ﬀ']
/** A name beyond the basic plane sorts after all others; xmldom does not know it. */
const names = [...plainNames, '𐐀']

/** A document from a seed: every prefix that is used is declared somewhere around, often over and over. */
function madeUpDocument(seed: number, names: readonly string[]): string {
  let state = seed * 2654435761 + 1
  const pick = <Item>(items: readonly Item[]): Item => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff
    const item = items[(state >> 8) % items.length]
    assert.ok(item !== undefined)
    return item
  }
  const write = (depth: number, declared: ReadonlyMap<string, string>): string => {
    const scope = new Map(declared)
    let out = ''
    for (const prefix of prefixes) {
      if (pick([0, 0, 1]) === 0 && (depth > 0 || prefix === '')) continue
      const uri = prefix === '' ? pick([...uris, '']) : pick(uris)
      scope.set(prefix, uri)
      out += prefix === '' ? ` xmlns="${uri}"` : ` xmlns:${prefix}="${uri}"`
    }
    const usable = [...scope.keys(), '']
    const prefix = pick(usable)
    const used = new Set<string>()
    for (let count = pick([0, 1, 2, 3]); count > 0; count -= 1) {
      const own = pick(usable)
      const name = pick(names)
      const key = `${own === '' ? '' : scope.get(own)} ${name}`
      if (used.has(key)) continue
      used.add(key)
      out += ` ${own === '' ? '' : `${own}:`}${name}="${pick(values)}"`
    }
    const qualified = `${prefix === '' ? '' : `${prefix}:`}${pick(names)}`
    let inner = pick(texts)
    if (depth < 5)
      for (let count = pick([0, 1, 2, 3]); count > 0; count -= 1) inner += write(depth + 1, scope) + pick(texts)
    return inner === '' ? `<${qualified}${out}/>` : `<${qualified}${out}>${inner}</${qualified}>`
  }
  // The outermost element declares every prefix, so that none is missing.
  const declared = prefixes.slice(1)
  const around = declared.map((prefix) => ` xmlns:${prefix}="urn:1"`).join('')
  return `<o:o xmlns:o="urn:o"${around}>${write(0, new Map(declared.map((prefix) => [prefix, 'urn:1'])))}</o:o>`
}

test('a thousand made-up documents, and parts of them, are written as libxml2 writes them', () => {
  for (let seed = 1; seed <= 1000; seed += 1) {
    const xml = madeUpDocument(seed, names)
    const ours = parseXml(xml)
    const document = XmlDocument.fromString(xml)
    try {
      const pairs: [XmlElement, LibElement][] = [[ours, document.root]]
      const made = [ours.elements[0], firstElement(document.root)] as const
      if (made[0] && made[1]) pairs.push([made[0], made[1]])
      const deep = made[0]?.elements[0]
      const libDeep = made[1] && firstElement(made[1])
      if (deep && libDeep) pairs.push([deep, libDeep])
      for (const [element, node] of pairs) {
        for (const inclusivePrefixes of [[], ['a', 'o'], ['c', 'missing']]) {
          assert.equal(
            canonicalize(element, { inclusivePrefixes }),
            node.canonicalizeToString({
              mode: XmlC14NMode.XML_C14N_EXCLUSIVE_1_0,
              inclusiveNamespacePrefixes: inclusivePrefixes,
            }),
            `seed ${seed}, prefixes ${inclusivePrefixes}`,
          )
        }
      }
    } finally {
      document.dispose()
    }
  }
})

function firstElement(node: LibElement): LibElement | undefined {
  for (let child = node.firstChild; child !== null; child = child.next) if (child instanceof LibElement) return child
  return undefined
}

test('made-up documents are written as xml-crypto writes them', () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const xml = madeUpDocument(seed, plainNames)
    const theirs = new DOMParser().parseFromString(xml).documentElement
    assert.equal(
      canonicalize(parseXml(xml)),
      new ExclusiveCanonicalization().process(theirs as never, {}),
      `seed ${seed}`,
    )
  }
})

test('canonical form is its own canonical form', () => {
  for (let seed = 1; seed <= 200; seed += 1) {
    const xml = madeUpDocument(seed, names)
    const canonical = canonicalize(parseXml(xml))
    assert.equal(canonicalize(parseXml(canonical)), canonical)
  }
})

test('a namespace name is escaped like any other value', () => {
  const canonical = canonicalize(parseXml('<a xmlns="http://a.example/?b=1&amp;c=2"/>'))
  assert.equal(canonical, '<a xmlns="http://a.example/?b=1&amp;c=2"></a>')
})
