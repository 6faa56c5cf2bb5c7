/**
 * Only the private operations of a log-in and nothing else: the floor that no broker can go below. A program of its own,
 * so that it runs on SEB's core: `crypto-floor.js SIGNING.pem DECRYPTION.pem SIGNATURES DECRYPTIONS SECONDS`.
 */
import { constants, privateDecrypt, publicEncrypt, randomBytes, sign } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readKeyPair } from '../src/protocols/keys/key-pair.ts'

const [signingFile = '', decryptionFile = '', signatures, decryptions, seconds] = process.argv.slice(2)
const signing = readKeyPair(readFileSync(signingFile, 'utf8'), signingFile)
const decryption = readKeyPair(readFileSync(decryptionFile, 'utf8'), decryptionFile)

/** About the length of a SignedInfo: what is signed, whatever the size of the message. */
const signedInfo = randomBytes(800)
const oaep = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha1' }
const wrappedKey = publicEncrypt({ key: decryption.certificate.publicKey, ...oaep }, randomBytes(32))

function logIn(): void {
  for (let at = 0; at < Number(signatures); at += 1)
    sign('sha256', signedInfo, { key: signing.privateKey, dsaEncoding: 'ieee-p1363' })
  for (let at = 0; at < Number(decryptions); at += 1)
    privateDecrypt({ key: decryption.privateKey, ...oaep }, wrappedKey)
}

function measure(forSeconds: number): { perSecond: number; cpuSeconds: number } {
  const begun = performance.now()
  const usedBefore = process.cpuUsage()
  let count = 0
  while (performance.now() - begun < forSeconds * 1000) {
    logIn()
    count += 1
  }
  const { user, system } = process.cpuUsage(usedBefore)
  return { perSecond: (count * 1000) / (performance.now() - begun), cpuSeconds: (user + system) / 1e6 / count }
}

measure(Number(seconds) / 5)
console.log(JSON.stringify(measure(Number(seconds))))
