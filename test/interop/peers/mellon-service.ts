/** mod_auth_mellon (Lasso) as a service: Apache that logs in with SAML and prints what it received. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { freePort } from '../../support/free-port.ts'
import { temporaryDirectory } from '../../support/temporary-directory.ts'
import { makePeerKeys, type PeerKeys, pemBody } from '../peer-keys.ts'
import { startApache } from './apache.ts'
import type { Received, ServicePeer, TrustedProvider } from './service-peer.ts'

/** Starts mod_auth_mellon on `host`, trusting `provider`. */
export async function startMellon(host: string, provider: TrustedProvider): Promise<ServicePeer> {
  await using starting = new AsyncDisposableStack()
  const directory = await temporaryDirectory(starting, 'mellon')
  const port = await freePort(host)
  const base = `http://${host}:${port}`
  const keys = await makePeerKeys('mellon.example')
  const entityId = `${base}/mellon/metadata`
  const metadata = metadataOf(base, entityId, keys)
  await writeFile(join(directory, 'sp.key'), keys.privateKey)
  await writeFile(join(directory, 'sp.crt'), keys.certificate)
  await writeFile(join(directory, 'sp.xml'), metadata)
  await writeFile(join(directory, 'idp.xml'), provider.metadata)
  const apache = await startApache({
    name: 'mod_auth_mellon',
    directory,
    host,
    port,
    modules: { auth_mellon_module: 'mod_auth_mellon.so' },
    config: configOf(directory),
  })
  starting.use(apache)
  await writeFile(join(directory, 'htdocs', 'received.shtml'), '<!--#printenv -->\n')
  const running = starting.move()
  return {
    name: 'mod_auth_mellon',
    entityId,
    metadata,
    acs: new URL(`${base}/mellon/postResponse`),
    logIn: new URL(`${base}/received.shtml`),
    received: new URL(`${base}/received.shtml`),
    logOut: new URL(`${base}/mellon/logout?ReturnTo=${encodeURIComponent(`${base}/ready`)}`),
    read: (page) => (page.url.href === `${base}/received.shtml` && page.status === 200 ? read(page.body) : undefined),
    log: () => readFile(join(directory, 'error.log'), 'utf8'),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

function configOf(directory: string): string {
  return `
MellonLockFile "${directory}/mellon.lock"
<Location />
  MellonEnable info
  MellonEndpointPath /mellon
  MellonSPMetadataFile "${directory}/sp.xml"
  MellonSPPrivateKeyFile "${directory}/sp.key"
  MellonSPCertFile "${directory}/sp.crt"
  MellonIdPMetadataFile "${directory}/idp.xml"
  MellonSignatureMethod rsa-sha256
</Location>
<Location /received.shtml>
  AuthType Mellon
  MellonEnable auth
  Require valid-user
</Location>
`
}

/** Lasso wants the service's own metadata at start; it writes none that says "encrypt for me". */
function metadataOf(base: string, entityId: string, keys: PeerKeys): string {
  const key = (use: string) =>
    `<KeyDescriptor use="${use}"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${pemBody(keys.certificate)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>`
  return `<?xml version="1.0" encoding="UTF-8"?>
<EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" xmlns:ds="http://www.w3.org/2000/09/xmldsig#" entityID="${entityId}">
  <SPSSODescriptor AuthnRequestsSigned="true" WantAssertionsSigned="true" protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol">
    ${key('signing')}
    ${key('encryption')}
    <SingleLogoutService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="${base}/mellon/logout"/>
    <NameIDFormat>urn:oasis:names:tc:SAML:2.0:nameid-format:persistent</NameIDFormat>
    <AssertionConsumerService index="0" isDefault="true" Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST" Location="${base}/mellon/postResponse"/>
  </SPSSODescriptor>
</EntityDescriptor>
`
}

/** Mellon hands each value on as `MELLON_<attribute>_<number>`; its own words hold no colon, attribute names do. */
function read(printed: string): Received {
  const attributes: Record<string, string[]> = {}
  let nameId = ''
  for (const line of printed.split('\n')) {
    const [, name = '', value = ''] = /^MELLON_(.+?)=(.*)$/.exec(line) ?? []
    const [, attribute] = /^(.+)_\d+$/.exec(name) ?? []
    if (name === 'NAME_ID') nameId = value
    else if (attribute?.includes(':')) {
      attributes[attribute] = [...(attributes[attribute] ?? []), value]
    }
  }
  return { nameId, attributes }
}
