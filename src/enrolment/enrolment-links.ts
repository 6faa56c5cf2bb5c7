/**
 * The secret link of an enrolment. It follows from the installation's own key, so that every mail can carry it while the database
 * keeps its hash only: a stolen database opens nothing.
 */
import { createHmac } from 'node:crypto'
import { enrolPaths } from './enrolment-paths.ts'

const purpose = 'seb enrolment link 1'

/** 256 bits, as people's other links have. */
export function linkSecret(mailKey: Uint8Array, enrolmentId: string): string {
  return createHmac('sha256', mailKey).update(`${purpose} ${enrolmentId}`).digest('base64url')
}

/** How it is told, without the address, that somebody was mailed a link to sign. */
export function signerMark(mailKey: Uint8Array, email: string): string {
  return createHmac('sha256', mailKey).update(`seb enrolment signer 1 ${email.toLowerCase()}`).digest('base64url')
}

/** What a secret can look like: anything else is none of ours, and is not looked for. */
export function readSecret(text: string | null | undefined): string | null {
  return text && /^[\w-]{43}$/.test(text) ? text : null
}

export function resumeLink(deps: { publicUrl: URL; mailKey: Uint8Array }, enrolmentId: string): string {
  return withCode(new URL(enrolPaths.resume, deps.publicUrl), linkSecret(deps.mailKey, enrolmentId))
}

export function signLink(publicUrl: URL, secret: string): string {
  return withCode(new URL(enrolPaths.signLanding, publicUrl), secret)
}

function withCode(url: URL, secret: string): string {
  url.searchParams.set('kode', secret)
  return url.href
}
