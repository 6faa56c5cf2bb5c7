/** LemonLDAP::NG (Lasso) as an identity provider: its portal under uWSGI, its built-in demo users. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startChild } from '../../support/child-process.ts'
import { freePort } from '../../support/free-port.ts'
import { httpReady } from '../../support/http-ready.ts'
import { giveTo, lesserUser } from '../../support/system-user.ts'
import { temporaryDirectory } from '../../support/temporary-directory.ts'
import { makePeerKeys, type PeerKeys } from '../peer-keys.ts'
import { employeeAttributes, employeeNameId, type ProviderPeer, type TrustedService } from './provider-peer.ts'

const uri = 'urn:oasis:names:tc:SAML:2.0:attrname-format:uri'

/** Starts LemonLDAP::NG on `host`: signed requests demanded, assertions signed and encrypted, SLO offered. */
export async function startLemonldap(host: string, service: TrustedService): Promise<ProviderPeer> {
  await using starting = new AsyncDisposableStack()
  const directory = await temporaryDirectory(starting, 'lemonldap')
  const port = await freePort(host)
  const base = `http://${host}:${port}`
  const keys = await makePeerKeys('lemonldap.example')
  for (const name of [
    'conf',
    'sessions',
    'sessions-lock',
    'saml',
    'saml-lock',
    'persistent',
    'persistent-lock',
    'cache',
  ]) {
    await mkdir(join(directory, name))
  }
  await writeFile(join(directory, 'conf', 'lmConf-1.json'), JSON.stringify(configOf(directory, base, keys, service)))
  await writeFile(join(directory, 'lemonldap-ng.ini'), iniOf(directory))
  const user = await lesserUser('www-data')
  if (user) await giveTo(directory, user)
  const metadataUrl = `${base}/saml/metadata`
  const child = await startChild({
    name: 'LemonLDAP::NG',
    program: '/usr/bin/uwsgi',
    args: [
      ...['--plugins', 'psgi', '--http-socket', `${host}:${port}`, '--psgi', portal],
      ...['--master', '--die-on-term', '--workers', '1', '--buffer-size', '32768', '--need-app'],
    ],
    ...user,
    env: { LLNG_DEFAULTCONFFILE: join(directory, 'lemonldap-ng.ini') },
    ready: () => httpReady(metadataUrl),
  })
  starting.use(child)
  const metadata = await (await fetch(metadataUrl)).text()
  const running = starting.move()
  let logIns = 0
  return {
    name: 'LemonLDAP::NG',
    entityId: metadataUrl,
    metadata,
    // Lasso 2.8 has no GCM.
    encryptsWithCbc: true,
    signIn: new URL(`${base}/saml/singleSignOn`),
    authenticate: async (agent, page) => {
      const form = page.forms.find((it) => 'user' in it.fields)
      if (!form) return page
      logIns += 1
      return agent.submit({ ...form, fields: { ...form.fields, user: 'rtyler', password: 'rtyler' } })
    },
    logIns: () => logIns,
    log: async () => child.output(),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}

const portal = '/usr/share/lemonldap-ng/portal/htdocs/index.psgi'

function configOf(directory: string, base: string, keys: PeerKeys, service: TrustedService): object {
  const file = (name: string) => ({
    Directory: join(directory, name),
    LockDirectory: join(directory, `${name}-lock`),
    generateModule: 'Lemonldap::NG::Common::Apache::Session::Generate::SHA256',
  })
  const attributes = Object.entries(employeeAttributes)
  return {
    cfgNum: 1,
    cfgAuthor: 'interop',
    cfgDate: 1,
    cfgVersion: '2.16.1',
    portal: base,
    domain: new URL(base).hostname,
    key: 'not a secret',
    authentication: 'Demo',
    userDB: 'Same',
    passwordDB: 'Demo',
    registerDB: 'Null',
    securedCookie: 0,
    // Perl's file sessions, one directory each.
    globalStorage: 'Apache::Session::File',
    globalStorageOptions: file('sessions'),
    persistentStorage: 'Apache::Session::File',
    persistentStorageOptions: file('persistent'),
    samlStorage: 'Apache::Session::File',
    samlStorageOptions: file('saml'),
    localSessionStorage: 'Cache::FileCache',
    localSessionStorageOptions: {
      cache_root: join(directory, 'cache'),
      namespace: 'sessions',
      default_expires_in: 600,
    },
    notification: 0,
    portalDisplayRegister: 0,
    portalDisplayResetPassword: 0,
    portalCheckLogins: 0,
    // Without them the portal asks for a click before it sends the person on.
    skipRenewConfirmation: 1,
    locationRules: {},
    exportedHeaders: {},
    macros: {
      nameid: `'${employeeNameId}'`,
      ...Object.fromEntries(attributes.map(([, value], i) => [`a${i}`, perl(value)])),
    },
    issuerDBSAMLActivation: 1,
    issuerDBSAMLRule: '1',
    samlServicePrivateKeySig: keys.privateKey,
    samlServicePublicKeySig: keys.certificate,
    samlServiceSignatureMethod: 'RSA_SHA256',
    samlIDPSSODescriptorWantAuthnRequestsSigned: 1,
    samlSPMetaDataXML: { service: { samlSPMetaDataXML: service.metadata } },
    samlSPMetaDataOptions: {
      service: {
        samlSPMetaDataOptionsCheckSSOMessageSignature: 1,
        samlSPMetaDataOptionsCheckSLOMessageSignature: 1,
        samlSPMetaDataOptionsSignSSOMessage: 1,
        samlSPMetaDataOptionsSignSLOMessage: 1,
        samlSPMetaDataOptionsEncryptionMode: 'assertion',
        samlSPMetaDataOptionsNameIDFormat: 'persistent',
        samlSPMetaDataOptionsNameIDSessionKey: 'nameid',
        samlSPMetaDataOptionsNotOnOrAfterTimeout: 300,
        samlSPMetaDataOptionsSessionNotOnOrAfterTimeout: 3600,
        samlSPMetaDataOptionsForceUTF8: 1,
      },
    },
    samlSPMetaDataExportedAttributes: {
      service: Object.fromEntries(attributes.map(([name], i) => [`a${i}`, `1;${name};${uri};`])),
    },
  }
}

function perl(text: string): string {
  return `'${text.replaceAll("'", "\\'")}'`
}

function iniOf(directory: string): string {
  return `[all]
logLevel = info
logger = Lemonldap::NG::Common::Logger::Std
userLogger = Lemonldap::NG::Common::Logger::Std
[configuration]
type = File
dirName = ${directory}/conf
localStorage = Cache::FileCache
localStorageOptions = { 'namespace' => 'config', 'default_expires_in' => 600, 'cache_root' => '${directory}/cache' }
[portal]
staticPrefix = /static
templateDir = /usr/share/lemonldap-ng/portal/templates
languages = en
`
}
