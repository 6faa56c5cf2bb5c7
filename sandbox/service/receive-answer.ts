/** How a demo service takes SEB’s answer: verified, asked for in this browser, used once. */
import { Problem } from '../../src/base/problem.ts'
import { decodePost } from '../../src/protocols/saml/bindings/post.ts'
import { MessageRefused } from '../../src/protocols/saml/message-refused.ts'
import { peekResponse } from '../../src/protocols/saml/response/peek-response.ts'
import { readResponse } from '../../src/protocols/saml/response/read-response.ts'
import { decryptElement } from '../../src/protocols/saml/xml/decrypt-element.ts'
import { ns } from '../../src/protocols/saml/xml/namespaces.ts'
import { servicePath } from '../addresses.ts'
import type { DemoService, ServiceSession } from './demo-service.ts'
import { receivedLogIn } from './received-log-in.ts'

/** What the browser is logged in as after this answer; an answer that cannot be used says why. */
export function receiveAnswer(service: DemoService, body: string, browser: string | undefined): ServiceSession {
  try {
    return read(service, body, browser)
  } catch (error) {
    if (error instanceof Problem) return { state: 'failed', detail: error.detail }
    throw error
  }
}

function read(service: DemoService, body: string, browser: string | undefined): ServiceSession {
  const { key, entityId, publicUrl, keyPair, seb, clock, used } = service
  const message = peekResponse(decodePost(body).xml)
  const inResponseTo = message.claimedInResponseTo ?? ''
  const asked = service.waiting.take(inResponseTo)
  if (!asked || asked.browser !== browser) throw new MessageRefused('in-response-to-wrong', 'not asked in this browser')
  const response = readResponse(message, {
    issuer: seb.identityProvider.entityId,
    keys: seb.identityProvider.signingKeys,
    decryptionKeys: [keyPair.privateKey],
    acsUrl: new URL(servicePath(key).acs, publicUrl).href,
    audience: entityId,
    inResponseTo,
    now: clock.now(),
    requireEncryption: true,
  })
  if (used.get(response.responseId)) throw new MessageRefused('in-response-to-wrong', 'used before')
  used.set(response.responseId, true)
  if (response.outcome === 'no-success') return { state: 'refused', status: response.status, wishes: asked.wishes }
  // Decrypted once more, only to be shown: everything that counts was read from the bytes that were verified.
  const assertion = decryptElement(message.root.child(ns.saml, 'EncryptedAssertion'), [keyPair.privateKey])
  return { state: 'in', received: receivedLogIn(key, response, assertion, clock.now()) }
}
