/** Shibboleth SP (OpenSAML C++) as a service: shibd and an Apache of its own. */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startChild } from '../../support/child-process.ts'
import { freePort } from '../../support/free-port.ts'
import { temporaryDirectory } from '../../support/temporary-directory.ts'
import { makePeerKeys } from '../peer-keys.ts'
import { startApache } from './apache.ts'
import type { Received, ServicePeer, TrustedProvider } from './service-peer.ts'

/** The attributes that the service lets in: Shibboleth shows only what its map names. */
const attributeNames: Readonly<Record<string, string>> = {
  specVersion: 'https://data.gov.dk/model/core/specVersion',
  loa: 'https://data.gov.dk/concept/core/nsis/loa',
  fullName: 'https://data.gov.dk/model/core/eid/fullName',
  cvr: 'https://data.gov.dk/model/core/eid/professional/cvr',
  orgName: 'https://data.gov.dk/model/core/eid/professional/orgName',
  uuid: 'https://data.gov.dk/model/core/eid/professional/uuid/persistent',
  privileges: 'https://data.gov.dk/model/core/eid/privilegesIntermediate',
}

/** Starts Shibboleth SP on `host`, trusting `provider`. */
export async function startShibboleth(host: string, provider: TrustedProvider): Promise<ServicePeer> {
  await using starting = new AsyncDisposableStack()
  const directory = await temporaryDirectory(starting, 'shibboleth')
  const port = await freePort(host)
  const base = `http://${host}:${port}`
  const entityId = `${base}/shibboleth`
  const keys = await makePeerKeys('shibboleth.example')
  await writeFile(join(directory, 'sp.key'), keys.privateKey)
  await writeFile(join(directory, 'sp.crt'), keys.certificate)
  await writeFile(join(directory, 'idp.xml'), provider.metadata)
  await writeFile(join(directory, 'attribute-map.xml'), attributeMap())
  await writeFile(join(directory, 'shibd.logger'), logger(directory))
  const file = join(directory, 'shibboleth2.xml')
  await writeFile(file, configOf(directory, entityId, provider.entityId))
  const shibd = await startChild({
    name: 'shibd',
    program: '/usr/sbin/shibd',
    args: ['-f', '-F', '-c', file, '-p', join(directory, 'shibd.pid')],
    ready: async () => (await readFile(join(directory, 'shibd.log'), 'utf8')).includes('listener service starting'),
  })
  starting.use(shibd)
  const apache = await startApache({
    name: 'Shibboleth SP',
    directory,
    host,
    port,
    modules: { mod_shib: 'mod_shib.so' },
    config: `
ShibConfig "${file}"
ShibCompatValidUser On
<Location /received>
  AuthType shibboleth
  ShibRequestSetting requireSession 1
  Require valid-user
</Location>
<Location /Shibboleth.sso>
  AuthType None
  Require all granted
</Location>
`,
  })
  starting.use(apache)
  const metadata = await (await fetch(`${base}/Shibboleth.sso/Metadata`)).text()
  const session = `${base}/Shibboleth.sso/Session`
  const running = starting.move()
  return {
    name: 'Shibboleth SP',
    entityId,
    metadata,
    acs: new URL(`${base}/Shibboleth.sso/SAML2/POST`),
    logIn: new URL(`${base}/Shibboleth.sso/Login?target=${encodeURIComponent(session)}`),
    received: new URL(session),
    logOut: new URL(`${base}/Shibboleth.sso/Logout?return=${encodeURIComponent(`${base}/ready`)}`),
    read: (page) => (page.url.href === session && page.status === 200 ? read(page.body) : undefined),
    log: () => readFile(join(directory, 'shibd.log'), 'utf8'),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

function configOf(directory: string, entityId: string, provider: string): string {
  return `<SPConfig xmlns="urn:mace:shibboleth:3.0:native:sp:config" logger="${directory}/shibd.logger" clockSkew="60">
  <OutOfProcess/>
  <InProcess logger="${directory}/shibd.logger"/>
  <UnixListener address="${directory}/shibd.sock"/>
  <ApplicationDefaults entityID="${entityId}" signing="true" encryption="false" requireSignedAssertions="true" REMOTE_USER="nameId">
    <Sessions lifetime="3600" timeout="1800" relayState="ss:mem" checkAddress="false" handlerSSL="false" cookieProps="http" redirectLimit="exact">
      <SSO entityID="${provider}">SAML2</SSO>
      <Logout>SAML2 Local</Logout>
      <Handler type="MetadataGenerator" Location="/Metadata" signing="false"/>
      <Handler type="Session" Location="/Session" contentType="application/json" showAttributeValues="true"/>
    </Sessions>
    <Errors supportContact="root@localhost"/>
    <MetadataProvider type="XML" validate="true" path="${directory}/idp.xml"/>
    <AttributeExtractor type="XML" validate="true" reloadChanges="false" path="${directory}/attribute-map.xml"/>
    <CredentialResolver type="File" use="signing" key="${directory}/sp.key" certificate="${directory}/sp.crt"/>
    <CredentialResolver type="File" use="encryption" key="${directory}/sp.key" certificate="${directory}/sp.crt"/>
  </ApplicationDefaults>
  <SecurityPolicyProvider type="XML" validate="true" path="/etc/shibboleth/security-policy.xml"/>
  <ProtocolProvider type="XML" validate="true" reloadChanges="false" path="/etc/shibboleth/protocols.xml"/>
</SPConfig>
`
}

function attributeMap(): string {
  const rows = Object.entries(attributeNames).map(([id, name]) => `  <Attribute name="${name}" id="${id}"/>`)
  return `<Attributes xmlns="urn:mace:shibboleth:2.0:attribute-map" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
  <Attribute name="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent" id="nameId">
    <AttributeDecoder xsi:type="NameIDAttributeDecoder" formatter="$Name" defaultQualifiers="true"/>
  </Attribute>
${rows.join('\n')}
</Attributes>
`
}

function logger(directory: string): string {
  return `log4j.rootCategory=INFO, file
log4j.category.OpenSAML.MessageDecoder=INFO
log4j.appender.file=org.apache.log4j.FileAppender
log4j.appender.file.fileName=${directory}/shibd.log
log4j.appender.file.layout=org.apache.log4j.PatternLayout
log4j.appender.file.layout.ConversionPattern=%d{%Y-%m-%d %H:%M:%S} %p %c %x: %m%n
`
}

/** Shibboleth's session handler answers JSON, attributes under the short names of the map. */
function read(body: string): Received | undefined {
  if (!body.startsWith('{')) return undefined
  const session = JSON.parse(body) as { attributes?: { name: string; values: string[] }[] }
  const attributes: Record<string, string[]> = {}
  let nameId = ''
  for (const { name, values } of session.attributes ?? []) {
    const full = attributeNames[name]
    if (name === 'nameId') nameId = values[0] ?? ''
    else if (full !== undefined) attributes[full] = values
  }
  return nameId === '' ? undefined : { nameId, attributes }
}
