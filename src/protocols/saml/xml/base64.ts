/** Base64 as XML Schema has it (base64Binary): line breaks may stand in it, anything else that is not base64 may not. */
const whiteSpace = /[ \t\r\n]+/g

/** The bytes, or undefined when the text is not base64: `Buffer.from` alone would skip what it does not know. */
export function decodeBase64(text: string): Buffer | undefined {
  const dense = text.replace(whiteSpace, '')
  const bytes = Buffer.from(dense, 'base64')
  // Writing it again is how to find out, and far faster than a regular expression.
  return bytes.toString('base64') === dense ? bytes : undefined
}
