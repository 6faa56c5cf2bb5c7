/** pysaml2 (with xmlsec1) as a service: a small WSGI program under the system's Python. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fromRoot } from '../../../src/base/root.ts'
import { startChild } from '../../support/child-process.ts'
import { freePort } from '../../support/free-port.ts'
import { httpReady } from '../../support/http-ready.ts'
import { temporaryDirectory } from '../../support/temporary-directory.ts'
import { makePeerKeys } from '../peer-keys.ts'
import type { Received, ServicePeer, TrustedProvider } from './service-peer.ts'

/** Starts pysaml2 on `host`, trusting `provider`. */
export async function startPysaml2(host: string, provider: TrustedProvider): Promise<ServicePeer> {
  await using starting = new AsyncDisposableStack()
  const directory = await temporaryDirectory(starting, 'pysaml2')
  const port = await freePort(host)
  const base = `http://${host}:${port}`
  const keys = await makePeerKeys('pysaml2.example')
  const settings = {
    host,
    port,
    base,
    entityId: `${base}/metadata`,
    key: join(directory, 'sp.key'),
    certificate: join(directory, 'sp.crt'),
    provider: provider.entityId,
    providerMetadata: join(directory, 'idp.xml'),
  }
  await writeFile(settings.key, keys.privateKey)
  await writeFile(settings.certificate, keys.certificate)
  await writeFile(settings.providerMetadata, provider.metadata)
  await writeFile(join(directory, 'settings.json'), JSON.stringify(settings))
  const child = await startChild({
    name: 'pysaml2',
    program: '/usr/bin/python3',
    args: ['-u', fromRoot('test/interop/peers/pysaml2_service.py'), join(directory, 'settings.json')],
    ready: () => httpReady(settings.entityId),
  })
  starting.use(child)
  const metadata = await (await fetch(settings.entityId)).text()
  const running = starting.move()
  const received = `${base}/received`
  return {
    name: 'pysaml2',
    entityId: settings.entityId,
    metadata,
    acs: new URL(`${base}/acs`),
    logIn: new URL(`${base}/login`),
    logInByPost: new URL(`${base}/login/post`),
    received: new URL(received),
    read: (page) =>
      page.url.href === received && page.status === 200 ? (JSON.parse(page.body) as Received) : undefined,
    log: async () => child.output(),
    [Symbol.asyncDispose]: () => running.disposeAsync(),
  }
}
