/** Changes one byte of a SAML message in a form, where it matters, and nothing else. */
import type { Form } from './user-agent.ts'

/** Where a byte is changed: the last match of each pattern marks the text whose middle is hit. */
const places = {
  'the encrypted assertion': /CipherValue>([^<]+)</g,
  'the signature': /SignatureValue>([^<]+)</g,
  'an attribute value': /AttributeValue[^>]*>([^<]+)</g,
} as const

export type Place = keyof typeof places

/** The same form with one byte of its SAMLResponse changed at `place`. */
export function changeOneByte(form: Form, place: Place): Form {
  const xml = Buffer.from(form.fields.SAMLResponse ?? '', 'base64').toString('utf8')
  const found = [...xml.matchAll(places[place])].at(-1)
  const text = found?.[1]
  if (found?.index === undefined || text === undefined) throw new Error(`the message holds no text for ${place}`)
  const at = found.index + found[0].indexOf(text) + Math.floor(text.length / 2)
  // The next letter or digit that is itself base64: what was one stays one.
  const changed = xml[at] === 'A' ? 'B' : 'A'
  const altered = xml.slice(0, at) + changed + xml.slice(at + 1)
  return { ...form, fields: { ...form.fields, SAMLResponse: Buffer.from(altered, 'utf8').toString('base64') } }
}
