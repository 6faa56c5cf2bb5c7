#!/usr/bin/env node
/**
 * Verifies a signed report of a periodic review, without SEB: node verify-review.mjs FILE [KEY].
 * KEY is the public key of the audit that is trusted (base64url, as heads of the audit name it); without it, the file is only
 * held against the key that it names itself. Ends with 0 when the report is as it was signed, and 1 when it is not.
 */
import { createPublicKey, verify } from 'node:crypto'
import { readFileSync } from 'node:fs'

const purpose = 'seb review report 1\n'
const [file, trusted] = process.argv.slice(2)
if (file === undefined) {
  console.error('Usage: node verify-review.mjs FILE [KEY]')
  process.exit(2)
}

/** The report as the very text that was signed, and its signature. */
const line = /^\{"report":(\{[\s\S]*\}),"signature":"([A-Za-z0-9_-]+)"\}\s*$/.exec(readFileSync(file, 'utf8'))
if (!line) fail('the file is not a signed report')
const [, text, signature] = line
let report
try {
  report = JSON.parse(text)
} catch {
  fail('the report in the file cannot be read')
}
if (trusted !== undefined && report.key !== trusted) fail(`it is signed with another key: ${report.key}`)
let right = false
try {
  const key = createPublicKey({ key: Buffer.from(report.key, 'base64url'), format: 'der', type: 'spki' })
  right =
    key.asymmetricKeyType === 'ed25519' &&
    verify(null, Buffer.from(purpose + text), key, Buffer.from(signature, 'base64url'))
} catch {
  fail('the key that it names cannot be read')
}
if (!right) fail('the report is NOT as it was signed')
const counts = Object.entries(report.counts).map(([standing, count]) => `${standing} ${count}`)
console.log(
  `The report is as it was signed: ${report.review.name}, ${report.organisation.name} (CVR ${report.organisation.cvr}), made ${report.madeAt}; ${counts.join(', ')}.`,
)
if (trusted === undefined) console.log(`Signed with ${report.key}: compare it with the key of the audit.`)

function fail(why) {
  console.error(why)
  process.exit(1)
}
