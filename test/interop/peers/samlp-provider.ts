/** `samlp` as an identity provider: a small HTTP server in this process, OIOSAML 3 attributes, signed and encrypted. */
import { X509Certificate } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import samlp from 'samlp'
import { freePort } from '../../support/free-port.ts'
import { encryptionCertificates, locationOf, signingCertificates } from '../metadata-facts.ts'
import { makePeerKeys, pemBody } from '../peer-keys.ts'
import { employeeAttributes, employeeNameId, type ProviderPeer, type TrustedService } from './provider-peer.ts'

const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST'

/** The part of samlp that is used here: its published types stop at version 1. */
type Samlp = {
  parseRequest(
    request: { method: string; query: Record<string, string>; body: Record<string, string> },
    options: { signingCert: string },
    done: (error: Error | null, request?: { id: string; issuer: string; assertionConsumerServiceURL?: string }) => void,
  ): void
  getSamlResponse(
    options: Record<string, unknown>,
    user: object,
    done: (error: Error | null, response?: string) => void,
  ): void
}

/** Starts samlp on `host`. It answers only requests that `service` has signed, to the address in its metadata. */
export async function startSamlp(host: string, service: TrustedService, name = 'samlp'): Promise<ProviderPeer> {
  const library = samlp as unknown as Samlp
  const port = await freePort(host)
  const base = `http://${host}:${port}`
  const entityId = `${base}/metadata`
  const keys = await makePeerKeys('samlp.example')
  const lines: string[] = []
  let logIns = 0

  const answer = (request: { id: string }, acs: string) =>
    new Promise<string>((resolve, reject) => {
      const encryption = pem(encryptionCertificates(service.metadata, 'SPSSODescriptor')[0])
      library.getSamlResponse(
        {
          issuer: entityId,
          cert: keys.certificate,
          key: keys.privateKey,
          audience: service.entityId,
          recipient: acs,
          destination: acs,
          inResponseTo: request.id,
          lifetimeInSeconds: 300,
          sessionIndex: `_${crypto.randomUUID()}`,
          authnContextClassRef: 'https://data.gov.dk/concept/core/nsis/loa/Substantial',
          nameIdentifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
          signatureAlgorithm: 'rsa-sha256',
          digestAlgorithm: 'sha256',
          signResponse: false,
          encryptionCert: encryption,
          encryptionPublicKey: new X509Certificate(encryption).publicKey.export({ type: 'spki', format: 'pem' }),
          encryptionAlgorithm: 'http://www.w3.org/2009/xmlenc11#aes256-gcm',
          profileMapper: () => ({
            getClaims: () => employeeAttributes,
            getNameIdentifier: () => ({ nameIdentifier: employeeNameId }),
          }),
        },
        {},
        (error, response) => (response === undefined ? reject(error) : resolve(response)),
      )
    })

  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? '/', base)
    try {
      if (url.pathname !== '/sso') throw new Error(`nothing at ${url.pathname}`)
      const acs = locationOf(service.metadata, 'AssertionConsumerService', post)
      const signing = pem(signingCertificates(service.metadata, 'SPSSODescriptor')[0])
      const query = Object.fromEntries(url.searchParams)
      const body = Object.fromEntries(new URLSearchParams(await bodyOf(request)))
      const parsed = await new Promise<{ id: string; issuer: string }>((resolve, reject) => {
        library.parseRequest(
          { method: request.method ?? 'GET', query, body },
          { signingCert: signing },
          (error, data) => (data ? resolve(data) : reject(error ?? new Error('no request'))),
        )
      })
      if (parsed.issuer !== service.entityId) throw new Error(`unknown service ${parsed.issuer}`)
      const message = Buffer.from(await answer(parsed, acs)).toString('base64')
      logIns += 1
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
      response.end(formPage(acs, message, query.RelayState ?? body.RelayState))
    } catch (error) {
      lines.push(String(error))
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  return {
    name,
    entityId,
    metadata: metadataOf(entityId, base, pemBody(keys.certificate)),
    encryptsWithCbc: false,
    signIn: new URL(`${base}/sso`),
    authenticate: async (_agent, page) => page,
    logIns: () => logIns,
    log: async () => lines.join('\n'),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await server[Symbol.asyncDispose]()
    },
  }
}

function metadataOf(entityId: string, base: string, certificate: string): string {
  const endpoint = (binding: string) =>
    `<SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:${binding}" Location="${base}/sso"/>`
  return `<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="${entityId}">
  <IDPSSODescriptor WantAuthnRequestsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    <KeyDescriptor use="signing"><KeyInfo xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>${certificate}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
    <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>
    ${endpoint('HTTP-Redirect')}
    ${endpoint('HTTP-POST')}
  </IDPSSODescriptor>
</EntityDescriptor>
`
}

function formPage(action: string, message: string, relayState: string | undefined): string {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;')
  const relay = relayState === undefined ? '' : `<input type="hidden" name="RelayState" value="${escaped(relayState)}">`
  return `<!doctype html><form method="post" action="${escaped(action)}"><input type="hidden" name="SAMLResponse" value="${message}">${relay}<button>Go on</button></form>`
}

function pem(body: string | undefined): string {
  if (body === undefined) throw new Error('the service names no certificate')
  return `-----BEGIN CERTIFICATE-----\n${body.match(/.{1,64}/g)?.join('\n')}\n-----END CERTIFICATE-----\n`
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
