/** Encryption: what SEB encrypts others can read, what others encrypt SEB can read, and every failure looks the same. */
import assert from 'node:assert/strict'
import { constants, createCipheriv, createHash, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { decrypt, encrypt } from 'xml-encryption'
import { readKeyPair } from '../../keys/key-pair.ts'
import { makeKeyPair } from '../../keys/make-key-pair.ts'
import { chooseEncryption } from './choose-encryption.ts'
import { decryptElement } from './decrypt-element.ts'
import { encryptElement } from './encrypt-element.ts'
import { ns } from './namespaces.ts'
import { parseXml } from './parse-xml.ts'
import { element, writeXml } from './write-xml.ts'

const terms = {
  subject: { commonName: 'made up' },
  from: new Date('2026-01-01T00:00:00Z'),
  until: new Date('2036-01-01T00:00:00Z'),
}
const pair = readKeyPair(await makeKeyPair('rsa2048', terms), 'test')
const other = readKeyPair(await makeKeyPair('rsa2048', terms), 'test')
const publicKey = createPublicKey(pair.privateKey)
const privatePem = pair.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()

const plain = element('saml:Assertion', { ID: '_a' }, element('saml:Issuer', {}, 'æøå & <x>'))

function wrapped(encryptedData: string, scope = '') {
  return parseXml(`<saml:EncryptedAssertion xmlns:saml="${ns.saml}"${scope}>${encryptedData}</saml:EncryptedAssertion>`)
}

const algorithms = [`${ns.xenc11}aes256-gcm`, `${ns.xenc11}aes128-gcm`, `${ns.xenc}aes256-cbc`, `${ns.xenc}aes128-cbc`]

for (const content of algorithms) {
  for (const key of [`${ns.xenc}rsa-oaep-mgf1p`, `${ns.xenc11}rsa-oaep`]) {
    test(`${content.split('#')[1]} with ${key.split('#')[1]} comes back as it went in, with the present key or the next`, () => {
      const methods = chooseEncryption([content, key], true)
      assert.ok(methods)
      const encrypted = wrapped(writeXml(encryptElement(plain, { publicKey, methods })))
      for (const keys of [[pair.privateKey], [other.privateKey, pair.privateKey]]) {
        assert.equal(writeXml(decryptElement(encrypted, keys, { allowCbc: true })), writeXml(plain))
      }
      assert.throws(() => decryptElement(encrypted, [other.privateKey], { allowCbc: true }), same)
    })
  }
}

test('what SEB encrypts an independent implementation reads', async () => {
  for (const methods of [undefined, chooseEncryption([`${ns.xenc}aes128-cbc`], true)]) {
    const xml = writeXml(encryptElement(plain, methods === undefined ? { publicKey } : { publicKey, methods }))
    const text = await promisify(decrypt)(xml, { key: privatePem })
    assert.equal(text, writeXml(plain))
  }
})

test('what an independent implementation encrypts SEB reads', async () => {
  for (const encryptionAlgorithm of [`${ns.xenc11}aes256-gcm`, `${ns.xenc11}aes128-gcm`, `${ns.xenc}aes256-cbc`]) {
    const xml = await promisify<string, object, string>(encrypt as never)(writeXml(plain), {
      rsa_pub: publicKey.export({ type: 'spki', format: 'pem' }),
      pem: pair.certificate.toString(),
      encryptionAlgorithm,
      keyEncryptionAlgorithm: `${ns.xenc}rsa-oaep-mgf1p`,
    })
    const read = decryptElement(wrapped(xml), [pair.privateKey], { allowCbc: true })
    assert.equal(writeXml(read), writeXml(plain))
  }
})

test('the encrypted key may stand beside the data, and the plain text may use prefixes declared around it', () => {
  const xml = writeXml(encryptElement(plain, { publicKey }))
  const [keyElement] = /<xenc:EncryptedKey>.*<\/xenc:EncryptedKey>/s.exec(xml) ?? []
  assert.ok(keyElement)
  const moved =
    `${xml.replace(keyElement, '')}${keyElement.replace(/<(xenc|ds):(\w+)/g, `<$1:$2 xmlns:$1="${ns.xenc}"`)}`.replaceAll(
      `xmlns:ds="${ns.xenc}"`,
      `xmlns:ds="${ns.ds}"`,
    )
  assert.equal(writeXml(decryptElement(wrapped(moved), [pair.privateKey])), writeXml(plain))

  const bare = encryptText('<saml:Assertion ID="_a"><x:y/></saml:Assertion>\n')
  const read = decryptElement(wrapped(bare, ' xmlns:x="urn:x&amp;y"'), [pair.privateKey])
  assert.equal(read.child('urn:x&y', 'y').text, '')
})

test('RSA-OAEP is read also where its two hash functions differ', () => {
  for (const [uri, digest, mgf] of [
    [`${ns.xenc}rsa-oaep-mgf1p`, 'sha256', undefined],
    [`${ns.xenc11}rsa-oaep`, 'sha256', undefined],
    [`${ns.xenc11}rsa-oaep`, 'sha1', 'sha256'],
  ] as const) {
    const xml = encryptText(writeXml(plain), { uri, digest, mgf })
    assert.equal(writeXml(decryptElement(wrapped(xml), [other.privateKey, pair.privateKey])), writeXml(plain))
    assert.throws(() => decryptElement(wrapped(xml), [other.privateKey]), same)
  }
})

const honest = encryptText(writeXml(plain))
const broken: readonly [string, string][] = [
  ['a short GCM tag', encryptText(writeXml(plain), { cut: 4 })],
  ['no tag at all', encryptText(writeXml(plain), { cut: 16 })],
  ['an empty cipher text', honest.replace(/(.*<xenc:CipherValue>)[^<]*/s, '$1')],
  ['a cipher text that is not base64', honest.replace(/(.*<xenc:CipherValue>)/s, '$1*')],
  [
    'a changed cipher text',
    honest.replace(/(.*<xenc:CipherValue>.{40})(.)/s, (_, before, char) => `${before}${char === 'A' ? 'B' : 'A'}`),
  ],
  ['RSA 1.5', honest.replace(/rsa-oaep-mgf1p/, 'rsa-1_5')],
  ['AES-CBC where the party is not registered for it', encryptCbc()],
  ['Triple DES', honest.replace(/[^"]*aes256-gcm/, `${ns.xenc}tripledes-cbc`)],
  ['no key', honest.replace(/<ds:KeyInfo.*<\/ds:KeyInfo>/s, '')],
  [
    'a reference instead of a value',
    honest.replace(
      /(.*)<xenc:CipherValue>[^<]*<\/xenc:CipherValue>/s,
      '$1<xenc:CipherReference URI="http://127.0.0.1:1/"/>',
    ),
  ],
  [
    'a retrieval method instead of a key',
    honest.replace(/<xenc:EncryptedKey.*<\/xenc:EncryptedKey>/s, '<ds:RetrievalMethod URI="http://127.0.0.1:1/"/>'),
  ],
  ['three keys', honest.replace(/<xenc:EncryptedKey>.*<\/xenc:EncryptedKey>/s, '$&$&$&')],
  ['text instead of an element', encryptText('text')],
  ['two elements', encryptText('<a/><b/>')],
  ['an element beside text', encryptText('<a/>text')],
  ['an attempt to break out', encryptText('<a/></within><within>')],
  ['a document type', encryptText('<!DOCTYPE a><a/>')],
  ['a comment', encryptText('<a><!-- --></a>')],
  ['content that is not an element', honest.replace(`${ns.xenc}Element`, `${ns.xenc}Content`)],
]

for (const [name, xml] of broken) {
  test(`${name} is refused in the same words as everything else`, () => {
    assert.notEqual(xml, honest)
    assert.throws(() => decryptElement(wrapped(xml), [pair.privateKey]), same)
  })
}

test('the peer’s own list of algorithms is honoured', () => {
  const uris = (list: string[], allowCbc?: boolean) => {
    const chosen = chooseEncryption(list, allowCbc)
    return chosen && [chosen.content.uri.split('#')[1], chosen.keyTransport.uri.split('#')[1]]
  }
  assert.deepEqual(uris([]), ['aes256-gcm', 'rsa-oaep-mgf1p'])
  assert.deepEqual(uris([`${ns.xenc11}aes128-gcm`, `${ns.xenc11}aes256-gcm`]), ['aes128-gcm', 'rsa-oaep-mgf1p'])
  assert.deepEqual(uris([`${ns.xenc11}rsa-oaep`, `${ns.xenc}rsa-oaep-mgf1p`]), ['aes256-gcm', 'rsa-oaep'])
  assert.deepEqual(uris([`${ns.xenc}aes256-cbc`, `${ns.xenc11}aes128-gcm`]), ['aes128-gcm', 'rsa-oaep-mgf1p'])
  assert.deepEqual(uris([`${ns.xenc}aes256-cbc`], true), ['aes256-cbc', 'rsa-oaep-mgf1p'])
  assert.equal(uris([`${ns.xenc}aes256-cbc`]), undefined)
  assert.equal(uris([`${ns.xenc}rsa-1_5`]), undefined)
})

test('SEB does not encrypt for a weak key or one that cannot receive', async () => {
  const ec = readKeyPair(await makeKeyPair('p256', terms), 'test')
  assert.throws(() => encryptElement(plain, { publicKey: createPublicKey(ec.privateKey) }), TypeError)
})

function same(error: unknown): boolean {
  assert.ok(error instanceof Error)
  assert.equal(error.message, 'message-refused: decryption-failed')
  assert.equal(error.cause, undefined)
  return true
}

interface Odd {
  uri?: string
  digest?: 'sha1' | 'sha256'
  mgf?: 'sha1' | 'sha256' | undefined
  /** Bytes to cut off the end of the cipher text. */
  cut?: number
}

/** Encrypts any text with AES-256-GCM, and its key with whichever RSA-OAEP is asked for. */
function encryptText(
  text: string,
  { uri = `${ns.xenc}rsa-oaep-mgf1p`, digest = 'sha1', mgf, cut = 0 }: Odd = {},
): string {
  const key = randomBytes(32)
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const bytes = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()])
  const wrappedKey = oaep(key, digest, mgf ?? 'sha1')
  return encryptedData(`${ns.xenc11}aes256-gcm`, bytes.subarray(0, bytes.length - cut), uri, digest, mgf, wrappedKey)
}

function encryptCbc(): string {
  const methods = chooseEncryption([`${ns.xenc}aes256-cbc`], true)
  assert.ok(methods)
  return writeXml(encryptElement(plain, { publicKey, methods }))
}

function encryptedData(
  algorithm: string,
  bytes: Buffer,
  uri: string,
  digest: string,
  mgf: string | undefined,
  key: Buffer,
) {
  const digestUri = digest === 'sha1' ? `${ns.ds}sha1` : `${ns.xenc}sha256`
  return writeXml(
    element(
      'xenc:EncryptedData',
      { Type: `${ns.xenc}Element` },
      element('xenc:EncryptionMethod', { Algorithm: algorithm }),
      element(
        'ds:KeyInfo',
        {},
        element(
          'xenc:EncryptedKey',
          {},
          element(
            'xenc:EncryptionMethod',
            { Algorithm: uri },
            element('ds:DigestMethod', { Algorithm: digestUri }),
            mgf && element('xenc11:MGF', { Algorithm: `${ns.xenc11}mgf1${mgf}` }),
          ),
          element('xenc:CipherData', {}, element('xenc:CipherValue', {}, key.toString('base64'))),
        ),
      ),
      element('xenc:CipherData', {}, element('xenc:CipherValue', {}, bytes.toString('base64'))),
    ),
  )
}

/** EME-OAEP encoding (RFC 8017 §7.1.1), written here once more and independently of the product's decoding. */
function oaep(message: Buffer, digest: string, mgf: string): Buffer {
  const length = 256
  const labelHash = createHash(digest).digest()
  const data = Buffer.alloc(length - labelHash.length - 1)
  labelHash.copy(data)
  data[data.length - message.length - 1] = 1
  message.copy(data, data.length - message.length)
  const seed = randomBytes(labelHash.length)
  const maskedData = mix(data, seed, mgf)
  const maskedSeed = mix(seed, maskedData, mgf)
  const block = Buffer.concat([Buffer.alloc(1), maskedSeed, maskedData])
  return publicEncrypt({ key: publicKey, padding: constants.RSA_NO_PADDING }, block)
}

function mix(data: Buffer, seed: Buffer, hash: string): Buffer {
  let stream = Buffer.alloc(0)
  for (let counter = 0; stream.length < data.length; counter += 1) {
    const block = createHash(hash)
      .update(seed)
      .update(Buffer.from([0, 0, 0, counter]))
      .digest()
    stream = Buffer.concat([stream, block])
  }
  return Buffer.from(data.map((byte, at) => byte ^ (stream[at] ?? 0)))
}
