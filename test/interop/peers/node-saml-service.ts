/** @node-saml/node-saml as a service: a small HTTP server in this process. */
import { createServer, type IncomingMessage } from 'node:http'
import { type Profile, SAML, type SamlConfig, ValidateInResponseTo } from '@node-saml/node-saml'
import { freePort } from '../../support/free-port.ts'
import { signInLocation, signingCertificates } from '../metadata-facts.ts'
import { makePeerKeys } from '../peer-keys.ts'
import type { Received, ServicePeer, TrustedProvider } from './service-peer.ts'

const notAttributes = [
  'issuer',
  'inResponseTo',
  'sessionIndex',
  'nameID',
  'nameIDFormat',
  'nameQualifier',
  'spNameQualifier',
  'ID',
]

/** Starts node-saml on `host`, trusting `provider`; everything it checks only on demand is demanded. */
export async function startNodeSaml(host: string, provider: TrustedProvider): Promise<ServicePeer> {
  const port = await freePort(host)
  const base = `http://${host}:${port}`
  const keys = await makePeerKeys('node-saml.example')
  const entityId = `${base}/metadata`
  const options: SamlConfig = {
    issuer: entityId,
    audience: entityId,
    callbackUrl: `${base}/acs`,
    entryPoint: signInLocation(provider.metadata),
    idpIssuer: provider.entityId,
    idpCert: signingCertificates(provider.metadata, 'IDPSSODescriptor'),
    privateKey: keys.privateKey,
    publicCert: keys.certificate,
    decryptionPvk: keys.privateKey,
    signatureAlgorithm: 'sha256',
    digestAlgorithm: 'sha256',
    identifierFormat: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
    disableRequestedAuthnContext: true,
    wantAssertionsSigned: true,
    wantAuthnResponseSigned: false,
    validateInResponseTo: ValidateInResponseTo.always,
    acceptedClockSkewMs: 60_000,
  }
  const saml = new SAML(options)
  const sessions = new Map<string, Received>()
  const lines: string[] = []
  const server = createServer(async (request, response) => {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', base)
    try {
      if (path === '/login') {
        const wanted = searchParams.getAll('idp').map((providerId) => ({ providerId }))
        const scoped = { ...options, cacheProvider: saml.cacheProvider, scoping: { idpList: [{ entries: wanted }] } }
        const asking = wanted.length === 0 ? saml : new SAML(scoped)
        response.writeHead(302, { location: await asking.getAuthorizeUrlAsync('from-node-saml', host, {}) }).end()
      } else if (path === '/acs') {
        const form = new URLSearchParams(await bodyOf(request))
        const { profile } = await saml.validatePostResponseAsync({ SAMLResponse: form.get('SAMLResponse') ?? '' })
        if (!profile) throw new Error('no profile in the answer')
        const session = crypto.randomUUID()
        sessions.set(session, receivedFrom(profile))
        response.writeHead(303, { location: '/received', 'set-cookie': `node-saml=${session}; Path=/; HttpOnly` }).end()
      } else {
        const session = /node-saml=([^;]+)/.exec(request.headers.cookie ?? '')?.[1] ?? ''
        const received = sessions.get(session)
        response.writeHead(received ? 200 : 401, { 'content-type': 'application/json' }).end(JSON.stringify(received))
      }
    } catch (error) {
      lines.push(String(error))
      response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' }).end(String(error))
    }
  })
  await new Promise<void>((resolve) => server.listen(port, host, resolve))
  const received = `${base}/received`
  return {
    name: 'node-saml',
    entityId,
    metadata: saml.generateServiceProviderMetadata(keys.certificate, keys.certificate),
    acs: new URL(`${base}/acs`),
    logIn: new URL(`${base}/login`),
    logInAt: (wanted) => new URL(`${base}/login?idp=${encodeURIComponent(wanted.entityId)}`),
    received: new URL(received),
    read: (page) =>
      page.url.href === received && page.status === 200 ? (JSON.parse(page.body) as Received) : undefined,
    log: async () => lines.join('\n'),
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections()
      await server[Symbol.asyncDispose]()
    },
  }
}

/** node-saml spreads the attributes over the profile: a text each, or a list where there are several. */
function receivedFrom(profile: Profile): Received {
  const attributes: Record<string, string[]> = {}
  for (const [name, value] of Object.entries(profile)) {
    if (notAttributes.includes(name) || !name.includes(':')) continue
    if (typeof value === 'string') attributes[name] = [value]
    else if (Array.isArray(value)) attributes[name] = value.map(String)
  }
  return { nameId: profile.nameID, attributes }
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks).toString('utf8')
}
