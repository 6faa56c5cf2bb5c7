/** Serves the gallery on loopback with the headers, compression and assets of the product. */
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { loadAssets } from '../../src/web/assets.ts'
import { compress } from '../../src/web/compress.ts'
import type { WebEnv } from '../../src/web/context.ts'
import { serviceDesk } from '../../src/web/desk.ts'
import { language } from '../../src/web/language.ts'
import { allowFormTo, securityHeaders } from '../../src/web/security-headers.ts'
import { createShell } from '../../src/web/shell.ts'
import { allLinks, gallery, postTarget } from './gallery.tsx'

export type GalleryServer = { readonly origin: string; close(): void }

/** Starts it on a free port, or on the one given. */
export async function serveGallery(port = 0): Promise<GalleryServer> {
  const assets = loadAssets()
  const shell = createShell({ assets: assets.urls, links: allLinks, desk: serviceDesk })
  const app = new Hono<WebEnv>()
  app.use(compress(), securityHeaders({ publicUrl: new URL('http://localhost') }), language({ secure: false }))
  app.route('/', assets.routes)
  app.get('/gallery/:name', (c) => {
    const page = gallery[c.req.param('name')]
    if (c.req.param('name') === 'post-form') allowFormTo(c, postTarget)
    return page ? c.html(page(shell(c))) : c.notFound()
  })
  // Where the forms of the pages go: says what came.
  app.post('*', async (c) => c.json({ path: c.req.path, fields: await c.req.parseBody() }))
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, (address) =>
      resolve({ origin: `http://127.0.0.1:${address.port}`, close: () => server.close() }),
    )
  })
}
