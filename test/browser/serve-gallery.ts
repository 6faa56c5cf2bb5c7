/** Serves the gallery on loopback with the headers, compression and assets of the product, and a site elsewhere to go to. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { DiscoveryPage } from '../../src/discovery/discovery.page.tsx'
import { readDiscoveryView } from '../../src/discovery/discovery-address.ts'
import { listProviders } from '../../src/discovery/list-providers.ts'
import { loadAssets } from '../../src/web/assets.ts'
import { compress } from '../../src/web/compress.ts'
import type { WebEnv } from '../../src/web/context.ts'
import { serviceDesk } from '../../src/web/desk.ts'
import { language } from '../../src/web/language.ts'
import { PostFormPage } from '../../src/web/post-form.page.tsx'
import { allowFormTo, securityHeaders } from '../../src/web/security-headers.ts'
import { createShell } from '../../src/web/shell.ts'
import { allLinks, discovery, gallery, samlMessage } from './gallery.tsx'
import { fewProviders } from './sample-providers.ts'

export type GalleryServer = {
  readonly origin: string
  /** Another site, which takes the SAML message and sends the browser on to a third. */
  readonly elsewhere: string
  close(): void
}

/** Starts it on free ports. */
export async function serveGallery(): Promise<GalleryServer> {
  const third = await listen(new Hono().all('*', (c) => c.text('arrived')))
  const elsewhere = await listen(new Hono().post('/acs', (c) => c.redirect(`${third.origin}/inside`, 303)))
  const main = await listen(galleryApp(new URL(`${elsewhere.origin}/acs`)))
  const close = () => {
    for (const server of [main, elsewhere, third]) server.close()
  }
  return { origin: main.origin, elsewhere: third.origin, close }
}

function galleryApp(acs: URL) {
  const assets = loadAssets()
  const shell = createShell({ assets: assets.urls, links: allLinks, desk: serviceDesk })
  const app = new Hono<WebEnv>()
  app.use(compress(), securityHeaders({ publicUrl: new URL('http://localhost') }), language({ secure: false }))
  app.route('/', assets.routes)
  app.get('/gallery/:name', (c) => {
    const page = gallery[c.req.param('name')]
    return page ? c.html(page(shell(c))) : c.notFound()
  })
  app.get('/login/vaelg', (c) => {
    const local = listProviders(fewProviders, readDiscoveryView(new URL(c.req.url).searchParams))
    const signIn = c.req.query('login') ?? ''
    return c.html(DiscoveryPage({ ...discovery, shell: shell(c), signIn, tab: 'lokal', local }))
  })
  app.get('/pass-on', (c) => {
    allowFormTo(c, acs)
    return c.html(PostFormPage({ ...samlMessage, shell: shell(c), action: acs }))
  })
  // Where the forms of the pages go: says what came.
  app.post('*', async (c) => c.json({ path: c.req.path, fields: await c.req.parseBody() }))
  return app
}

type Listening = { origin: string; close(): void }

function listen(app: Hono<WebEnv> | Hono): Promise<Listening> {
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() }),
    )
  })
}
