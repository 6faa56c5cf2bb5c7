import assert from 'node:assert/strict'
import { test } from 'node:test'
import { brotliDecompressSync } from 'node:zlib'
import { loadAssets } from './assets.ts'
import { iconNames } from './icons.tsx'

const { urls, routes } = loadAssets()
const ask = (path: string, encoding = 'br') => routes.request(path, { headers: { 'accept-encoding': encoding } })
const sizeOf = async (path: string) => (await (await ask(path)).arrayBuffer()).byteLength

test('what every page loads is small: styles, two fonts, icons', async () => {
  assert.ok((await sizeOf(urls.stylesheet)) < 9_000, `stylesheet ${await sizeOf(urls.stylesheet)}`)
  assert.ok((await sizeOf(urls.icons)) < 3_000)
  for (const font of urls.fonts) assert.ok((await sizeOf(font)) < 20_000)
  for (const script of Object.values(urls.scripts)) assert.ok((await sizeOf(script)) < 1_500)
})

test('a file is kept for a year under the name of its content', async () => {
  const answer = await ask(urls.stylesheet)
  assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
  assert.equal(answer.headers.get('content-type'), 'text/css; charset=utf-8')
  assert.equal(answer.headers.get('vary'), 'Accept-Encoding')
})

test('a page of the version before gets today’s file, but may not keep it', async () => {
  const answer = await ask('/assets/000000000000/seb.css')
  assert.equal(answer.status, 200)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})

test('brotli, gzip and plain are the same file', async () => {
  const plain = await (await ask(urls.stylesheet, 'identity')).text()
  assert.equal(brotliDecompressSync(Buffer.from(await (await ask(urls.stylesheet)).arrayBuffer())).toString(), plain)
  assert.equal((await ask(urls.stylesheet, 'gzip')).headers.get('content-encoding'), 'gzip')
})

test('the stylesheet points only at files of ours that are there', async () => {
  const css = await (await ask(urls.stylesheet, 'identity')).text()
  const references = [...css.matchAll(/url\(([^)]+)\)/g)].map(([, url = '']) => url)
  assert.ok(references.length > 4)
  for (const reference of references) assert.equal((await ask(reference)).status, 200, reference)
  assert.doesNotMatch(css, /data:|@import|https?:/)
})

test('every icon is in the one sprite', async () => {
  const sprite = await (await ask(urls.icons, 'identity')).text()
  for (const name of iconNames) assert.ok(sprite.includes(`<symbol id="${name}" viewBox=`), name)
})

test('nothing else of the disk is served', async () => {
  for (const path of ['/assets/x/../../package.json', '/assets/x/%2e%2e%2fpackage.json', '/assets/x/constructor']) {
    assert.equal((await ask(path)).status, 404, path)
  }
})
