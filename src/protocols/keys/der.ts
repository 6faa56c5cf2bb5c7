/** Writes the few ASN.1 values a self-signed certificate is made of, in DER (ITU-T X.690). It reads nothing. */

const tags = {
  integer: 0x02,
  bitString: 0x03,
  octetString: 0x04,
  objectIdentifier: 0x06,
  utf8String: 0x0c,
  printableString: 0x13,
  utcTime: 0x17,
  generalizedTime: 0x18,
  sequence: 0x30,
  set: 0x31,
} as const

function value(tag: number, content: Uint8Array): Buffer {
  const { length } = content
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), content])
  const lengthBytes = Buffer.from(length.toString(16).padStart(length > 0xff ? 4 : 2, '0'), 'hex')
  return Buffer.concat([Buffer.from([tag, 0x80 | lengthBytes.length]), lengthBytes, content])
}

export const der = {
  sequence: (...items: Uint8Array[]) => value(tags.sequence, Buffer.concat(items)),
  set: (...items: Uint8Array[]) => value(tags.set, Buffer.concat(items)),

  /** A context tag around a whole value: `[n] EXPLICIT`. */
  explicit: (n: number, item: Uint8Array) => value(0xa0 | n, item),

  /** A positive integer from big-endian bytes, shortest form. */
  integer: (bytes: Uint8Array) => {
    const first = bytes.findIndex((byte) => byte !== 0)
    const shortest = first < 0 ? Buffer.from([0]) : Buffer.from(bytes.subarray(first))
    return value(tags.integer, (shortest[0] ?? 0) & 0x80 ? Buffer.concat([Buffer.from([0]), shortest]) : shortest)
  },

  bitString: (bytes: Uint8Array, unusedBits = 0) =>
    value(tags.bitString, Buffer.concat([Buffer.from([unusedBits]), bytes])),
  octetString: (bytes: Uint8Array) => value(tags.octetString, bytes),
  utf8String: (text: string) => value(tags.utf8String, Buffer.from(text, 'utf8')),
  printableString: (text: string) => value(tags.printableString, Buffer.from(text, 'latin1')),
  null: () => Buffer.from([0x05, 0x00]),
  true: () => Buffer.from([0x01, 0x01, 0xff]),

  /** An object identifier in dotted form. */
  objectIdentifier: (dotted: string) => {
    const [first = 0, second = 0, ...rest] = dotted.split('.').map(Number)
    return value(tags.objectIdentifier, Buffer.from([first * 40 + second, ...rest.flatMap(base128)]))
  },

  /** A time to the second: UTCTime until 2049, GeneralizedTime after (RFC 5280 §4.1.2.5). */
  time: (when: Date) => {
    const digits = when
      .toISOString()
      .replace(/\.\d+Z$/, 'Z')
      .replace(/[-:T]/g, '')
    return when.getUTCFullYear() < 2050
      ? value(tags.utcTime, Buffer.from(digits.slice(2), 'latin1'))
      : value(tags.generalizedTime, Buffer.from(digits, 'latin1'))
  },
}

function base128(number: number): number[] {
  const groups = [number & 0x7f]
  for (let rest = number >>> 7; rest > 0; rest >>>= 7) groups.unshift((rest & 0x7f) | 0x80)
  return groups
}
