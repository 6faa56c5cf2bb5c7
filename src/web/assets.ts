/**
 * The static files of the pages: our stylesheet and scripts, and from Det Fælles Designsystem only the styles, fonts and
 * icons in use. Everything is read, joined, compressed and named by its content once at start, and served from memory.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { Hono } from 'hono'
import { fromRoot } from '../base/root.ts'
import { acceptedEncoding, type Encoding } from './compress.ts'
import { dkfdsClasses } from './dkfds-classes.ts'
import { iconNames } from './icons.tsx'
import { pruneStylesheet } from './prune-stylesheet.ts'

/** Where the pages find the files. */
export type AssetUrls = {
  readonly stylesheet: string
  /** What only the administration needs. */
  readonly adminStylesheet: string
  /** What only the operational status needs. */
  readonly statusStylesheet: string
  /** What only enrolment needs. */
  readonly enrolmentStylesheet: string
  /** Fonts every page shows at once; fetched beside the stylesheet, not after it. */
  readonly fonts: readonly string[]
  readonly icons: string
  readonly mark: string
  readonly scripts: { readonly postBinding: string; readonly search: string }
  /** By the names of their files. */
  readonly pictures: Readonly<Record<string, string>>
}

export type Assets = {
  readonly urls: AssetUrls
  /** `GET /assets/<content hash>/<name>`, to be mounted at `/`. */
  readonly routes: Hono
}

type File = {
  name: string
  type: string
  hash: string
  plain: Uint8Array
  packed: Partial<Record<Encoding, Uint8Array>>
}

/** Our stylesheets in the order they are joined: later ones may build on earlier ones. */
const stylesheets = ['tokens.css', 'base.css', 'shell.css', 'parts.css', 'sign-in.css', 'front.css']
const adminStylesheets = ['admin.css', 'admin-lists.css', 'admin-tree.css']

const fonts = {
  'plex-400.woff2': 'IBMPlexSans-Regular-Latin1.woff2',
  'plex-600.woff2': 'IBMPlexSans-SemiBold-Latin1.woff2',
  'plex-400-ext.woff2': 'IBMPlexSans-Regular-Latin2.woff2',
  'plex-600-ext.woff2': 'IBMPlexSans-SemiBold-Latin2.woff2',
}

/** Reads every file, and joins `more` stylesheets to ours; `pictures` are paths. Throws when one is missing: a broken installation does not start. */
export function loadAssets(more: readonly string[] = [], pictures: readonly string[] = []): Assets {
  const files = new Map<string, File>()
  const add = (name: string, content: Uint8Array | string): string => {
    const file = pack(name, Buffer.from(content))
    files.set(name, file)
    return urlOf(file)
  }

  const fontUrls = Object.entries(fonts).map(([name, source]) =>
    add(name, readFileSync(dkfds('fonts', 'IBMPlexSans', 'split', 'woff2', source))),
  )
  const icons = add('icons.svg', iconSprite())
  const mark = add('mark.svg', readFileSync(ours('mark.svg')))

  const stylesheet = [
    pruneStylesheet(readFileSync(dkfds('css', 'dkfds.min.css'), 'utf8'), (name) => dkfdsClasses.has(name)),
    ...[...stylesheets.map(ours), ...more].map((path) => readFileSync(path, 'utf8')),
  ]
    .join('\n')
    .replace(/url\((?:\.\.\/img\/svg-icons\/)?([\w-]+\.\w+)\)/g, (_, name: string) => {
      const known = files.get(name)
      return `url(${known ? urlOf(known) : add(name, readFileSync(dkfds('img', 'svg-icons', name)))})`
    })

  const urls: AssetUrls = {
    stylesheet: add('seb.css', withoutComments(stylesheet)),
    adminStylesheet: add(
      'admin.css',
      withoutComments(adminStylesheets.map((name) => readFileSync(ours(name), 'utf8')).join('\n')),
    ),
    statusStylesheet: add('status.css', withoutComments(readFileSync(ours('status.css'), 'utf8'))),
    enrolmentStylesheet: add('enrolment.css', withoutComments(readFileSync(ours('enrolment.css'), 'utf8'))),
    fonts: fontUrls.slice(0, 2),
    icons,
    mark,
    scripts: {
      postBinding: add('post-binding.js', readFileSync(ours('post-binding.js'))),
      search: add('search.js', readFileSync(ours('search.js'))),
    },
    pictures: Object.fromEntries(pictures.map((path) => [basename(path), add(basename(path), readFileSync(path))])),
  }
  return { urls, routes: assetRoutes(files) }
}

function assetRoutes(files: ReadonlyMap<string, File>): Hono {
  const routes = new Hono()
  routes.get('/assets/:hash/:name', (c) => {
    const file = files.get(c.req.param('name'))
    if (!file) return c.notFound()
    // A page of the version before may ask here during a rolling upgrade: it gets today's file, but may not keep it.
    const current = file.hash === c.req.param('hash')
    const encoding = acceptedEncoding(c.req.header('accept-encoding'))
    const packed = encoding ? file.packed[encoding] : undefined
    return c.body(new Uint8Array(packed ?? file.plain), 200, {
      'Content-Type': file.type,
      'Cache-Control': current ? 'public, max-age=31536000, immutable' : 'no-store',
      Vary: 'Accept-Encoding',
      ...(encoding && packed ? { 'Content-Encoding': encoding } : {}),
    })
  })
  return routes
}

function pack(name: string, plain: Buffer): File {
  const type = types[name.slice(name.lastIndexOf('.'))]
  if (!type) throw new Error(`no content type is known for ${name}`)
  // Fonts and pictures are compressed in themselves.
  const packed = /\.(woff2|webp)$/.test(name)
    ? {}
    : { br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }) }
  return { name, type, hash: createHash('sha256').update(plain).digest('hex').slice(0, 12), plain, packed }
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
  '.webp': 'image/webp',
}

const urlOf = (file: File) => `/assets/${file.hash}/${file.name}`

/** One file with every icon as a symbol, so that a page draws any of them with one request. */
function iconSprite(): string {
  const symbols = iconNames.map((name) => {
    const svg = readFileSync(dkfds('img', 'svg-icons', `${name}.svg`), 'utf8')
    return svg
      .replace(/<svg[^>]*viewBox="([^"]+)"[^>]*>/, `<symbol id="${name}" viewBox="$1">`)
      .replace('</svg>', '</symbol>')
  })
  return `<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`
}

const withoutComments = (css: string) =>
  css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .replace(/\n\s*/g, '\n')
    .trim()

const ours = (name: string) => fromRoot('src', 'web', 'assets', name)

/** The package shows only its script to importers; what we need lies beside it. */
const dkfdsDist = dirname(dirname(fileURLToPath(import.meta.resolve('dkfds'))))
export const dkfds = (...path: string[]) => join(dkfdsDist, ...path)
