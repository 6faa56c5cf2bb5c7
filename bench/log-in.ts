/** One log-in as a browser, a service and an identity provider go through it together, every answer of SEB's looked at. */
import { inflateRawSync } from 'node:zlib'
import type { TestProvider } from '../test/support/test-provider.ts'
import type { TestService } from '../test/support/test-service.ts'
import type { Answer, SimulatedBrowser } from './simulated-browser.ts'
import type { Employee } from './small-sector.ts'

/** What a service has ready before the person comes: a signed request. */
export type Asked = { service: TestService; id: string; url: URL }

/** What it ended with. */
export type LoggedIn = { service: TestService; samlResponse: string; sebMs: number }

/** From the service to SEB, to the provider, back to SEB, and to the service: three answers of SEB's. */
export async function logIn(
  browser: SimulatedBrowser,
  asked: Asked,
  { person, provider }: Employee,
): Promise<LoggedIn> {
  const before = browser.waited
  const sent = await browser.get(asked.url.pathname + asked.url.search)
  expect(sent, sent.status === 302 && sent.location.startsWith(provider.entityId), 'the way to the provider')

  const fields = provider.answer({ id: idOfRequest(sent, provider) }, person)
  const received = await browser.postFromElsewhere('/saml/acs', fields)
  expect(received, received.status === 303 && received.location.startsWith('/login/videre'), 'the answer’s reception')

  const page = await browser.get(received.location)
  return { service: asked.service, samlResponse: answerFor(asked, page), sebMs: browser.waited - before }
}

/** Another service, while SEB still knows the person: one answer of SEB's. */
export async function logInAgain(browser: SimulatedBrowser, asked: Asked): Promise<LoggedIn> {
  const before = browser.waited
  const page = await browser.get(asked.url.pathname + asked.url.search)
  return { service: asked.service, samlResponse: answerFor(asked, page), sebMs: browser.waited - before }
}

/** The id alone: proving SEB's signature every time would cost as much as making it. */
function idOfRequest(sent: Answer, provider: TestProvider): string {
  const message = new URL(sent.location, provider.entityId).searchParams.get('SAMLRequest') ?? ''
  const xml = inflateRawSync(Buffer.from(message, 'base64')).toString()
  return / ID="([^"]+)"/.exec(xml)?.[1] ?? ''
}

/** The SAMLResponse on the page that posts it: for this service, in answer to this request, a yes, and encrypted. */
function answerFor({ service, id }: Asked, page: Answer): string {
  const action = /<form method="post" action="([^"]+)"/.exec(page.text)?.[1]
  const samlResponse = /name="SAMLResponse" value="([^"]+)"/.exec(page.text)?.[1] ?? ''
  expect(page, page.status === 200 && action === service.acsUrl, 'the answer to the service')
  const xml = Buffer.from(samlResponse, 'base64').toString('latin1')
  const right =
    xml.includes(`InResponseTo="${id}"`) && xml.includes(':status:Success"') && xml.includes('EncryptedAssertion>')
  expect(page, right, 'what the answer says')
  return samlResponse
}

function expect(answer: Answer, right: boolean, what: string): void {
  if (right) return
  const text = answer.text
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 300)
  throw new Error(`${what}: ${answer.status} ${answer.location} ${text}`)
}
