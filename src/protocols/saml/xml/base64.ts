/** Base64 as XML Schema has it (base64Binary): line breaks may stand in it, anything else that is not base64 may not. */
const alphabet = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/
const whiteSpace = /[ \t\r\n]+/g

/** The bytes, or undefined when the text is not base64. `Buffer.from` alone would skip what it does not know. */
export function decodeBase64(text: string): Buffer | undefined {
  const dense = text.replace(whiteSpace, '')
  return alphabet.test(dense) ? Buffer.from(dense, 'base64') : undefined
}
