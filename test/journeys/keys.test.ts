/** Keys are changed without anybody noticing, and elliptic curve keys do all that RSA keys do. Every key here is real. */
import assert from 'node:assert/strict'
import { verify, type X509Certificate } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { promisify } from 'node:util'
import { SignedXml } from 'xml-crypto'
import { decrypt } from 'xml-encryption'
import { type KeyPair, readKeyPair } from '../../src/protocols/keys/key-pair.ts'
import { type KeyKind, makeKeyPair } from '../../src/protocols/keys/make-key-pair.ts'
import { readMetadata } from '../../src/protocols/saml/metadata/read-metadata.ts'
import { anna, clinicDocument } from '../support/clinic.ts'
import { type ClinicStage, fieldsFor, openClinicStage, textOf } from '../support/clinic-stage.ts'
import { temporaryDirectory } from '../support/temporary-directory.ts'
import { testKey } from '../support/test-keys.ts'

const stack = new AsyncDisposableStack()
after(() => stack.disposeAsync())
const folder = await temporaryDirectory(stack, 'seb-keys')
const terms = { subject: { commonName: 'made up' }, from: new Date('2020-01-01'), until: new Date('2040-01-01') }

/** A key as an operator keeps it. */
async function keyFile(name: string, kind: KeyKind): Promise<string> {
  const file = join(folder, `${name}.pem`)
  await writeFile(file, await makeKeyPair(kind, terms))
  return file
}

const keyIn = async (file: string) => readKeyPair(await readFile(file, 'utf8'), file)

/** Opens the stage on which SEB's keys, and the key kinds of the others, are as said. */
async function openStageWith(environment: Record<string, string>): Promise<ClinicStage> {
  const stage = await openClinicStage(environment)
  stack.defer(() => stage.close())
  return stage
}

const settings = {
  SAML_SIGNING_KEY_FILE: await keyFile('signing', 'rsa2048'),
  SAML_SIGNING_KEY_NEXT_FILE: await keyFile('signing-next', 'p256'),
  SAML_DECRYPTION_KEY_FILE: await keyFile('decryption', 'rsa2048'),
  SAML_DECRYPTION_KEY_NEXT_FILE: await keyFile('decryption-next', 'rsa2048'),
}

test('SEB publishes the keys to come beside those in use, towards services and towards identity providers', async () => {
  const stage = await openStageWith(settings)
  const published = async (path: string) => {
    const metadata = readMetadata(await (await fetch(new URL(path, stage.url))).text(), { now: stage.clock.now() })
    return (metadata.identityProvider ?? metadata.service)?.keys.map(({ use, certificate }) => `${use} ${certificate}`)
  }
  const certificateOf = async (file: string) => (await keyIn(file)).certificateBase64
  const signing = [
    `signing ${await certificateOf(settings.SAML_SIGNING_KEY_FILE)}`,
    `signing ${await certificateOf(settings.SAML_SIGNING_KEY_NEXT_FILE)}`,
  ]
  assert.deepEqual(await published('/saml/metadata'), signing)
  assert.deepEqual(await published('/saml/sp/metadata'), [
    ...signing,
    `encryption ${await certificateOf(settings.SAML_DECRYPTION_KEY_FILE)}`,
    `encryption ${await certificateOf(settings.SAML_DECRYPTION_KEY_NEXT_FILE)}`,
  ])
})

test('a provider may encrypt for the key to come, while SEB still signs with the present one', async () => {
  const stage = await openStageWith(settings)
  const { medicine, region } = stage
  const next = (await keyIn(settings.SAML_DECRYPTION_KEY_NEXT_FILE)).certificate
  const browser = stage.browser()
  const request = await stage.toProvider(browser, medicine, region)
  const page = await stage.carry(browser, region.answer(request, anna, { encryptFor: next }))
  assert.ok(await medicine.read(fieldsFor(page, medicine)), 'verified with the present key')
})

test('a service and a provider that publish two signing keys are understood with either, and with no third', async () => {
  const stage = await openStageWith({})
  const [ofService, ofProvider, stranger] = await Promise.all([testKey('p256'), testKey('p256'), testKey()])
  const medicine = await stage.service('medicine', { nextSigningKey: ofService })
  const region = await stage.provider('region', { nextKey: ofProvider })
  await stage.apply(clinicDocument({ ...stage, medicine, region }))
  for (const [serviceKey, providerKey] of [
    [medicine.signingKey, region.key],
    [ofService, ofProvider],
  ] as const) {
    const browser = stage.browser()
    const request = await stage.toProvider(browser, medicine, region, { signWith: serviceKey })
    const page = await stage.carry(browser, region.answer(request, anna, { signWith: providerKey }))
    assert.ok(await medicine.read(fieldsFor(page, medicine)))
  }
  const browser = stage.browser()
  assert.equal((await browser.get(medicine.ask({ signWith: stranger }).url)).status, 400)
  const request = await stage.toProvider(browser, medicine, region)
  const page = await stage.carry(browser, region.answer(request, anna, { signWith: stranger }))
  assert.equal(page.status, 403, textOf(page))
})

test('a key that a service or a provider has taken out of its metadata is worth nothing from then on', async () => {
  const stage = await openStageWith({})
  const [medicine, region] = await Promise.all([stage.service('medicine'), stage.provider('region')])
  await stage.apply(clinicDocument({ ...stage, medicine, region }))
  stage.clock.moveMinutes(1)
  const browser = stage.browser()
  assert.equal((await browser.get(stage.medicine.ask().url)).status, 400, 'the key of before')
  const request = await stage.toProvider(browser, medicine, region)
  assert.equal((await stage.carry(browser, stage.region.answer(request, anna))).status, 403)
})

test('with P-256 keys at SEB, the service and the provider a person logs in, and software nobody here wrote verifies it', async () => {
  const signingFile = await keyFile('signing-p256', 'p256')
  const stage = await openStageWith({ ...settings, SAML_SIGNING_KEY_FILE: signingFile })
  const [signingKey, key, decryptionKey] = await Promise.all([testKey('p256'), testKey('p256'), testKey()])
  const medicine = await stage.service('medicine', { signingKey, decryptionKey })
  const region = await stage.provider('region', { key })
  await stage.apply(clinicDocument({ ...stage, medicine, region }))
  const page = await stage.logIn(stage.browser(), medicine, region, anna)
  const assertion = await verifiedAssertion(
    fieldsFor(page, medicine),
    decryptionKey,
    (await keyIn(signingFile)).certificate,
  )
  assert.match(assertion, />Anna Bro</)
})

/** Decrypted by xml-encryption and verified by xml-crypto, which is told how ECDSA is computed. */
async function verifiedAssertion(
  { SAMLResponse = '' }: Record<string, string>,
  { privateKey }: KeyPair,
  certificate: X509Certificate,
): Promise<string> {
  const xml = Buffer.from(SAMLResponse, 'base64').toString()
  const [encrypted = ''] = /<xenc:EncryptedData.*<\/xenc:EncryptedData>/s.exec(xml) ?? []
  const clear = await promisify(decrypt)(encrypted, { key: privateKey.export({ type: 'pkcs8', format: 'pem' }) })
  const verifier = new SignedXml({ publicCert: certificate.toString() })
  verifier.SignatureAlgorithms = { [ecdsaSha256]: EcdsaSha256 }
  verifier.loadSignature(/<ds:Signature.*?<\/ds:Signature>/s.exec(clear)?.[0] ?? '')
  assert.ok(verifier.checkSignature(clear))
  return verifier.getSignedReferences()[0] ?? ''
}

const ecdsaSha256 = 'http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256'

class EcdsaSha256 {
  getAlgorithmName = () => ecdsaSha256
  getSignature = () => assert.fail('only verifies')
  verifySignature = (material: string, key: Parameters<typeof verify>[2], signature: string) =>
    verify(
      'sha256',
      Buffer.from(material),
      { key: String(key), dsaEncoding: 'ieee-p1363' },
      Buffer.from(signature, 'base64'),
    )
}
