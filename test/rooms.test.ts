/** The house, kept: a room imports itself and the rooms before it, never those after, and every route has its line in the table. */
import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'
import { fromRoot } from '../src/base/root.ts'
import { routeTable } from './attacks/route-table.ts'
import { everyRoute } from './support/every-route.ts'
import { forbiddenImports, importsOf } from './support/rooms.ts'

const src = fromRoot('src')

test('no room imports a room that comes after it', () => {
  const imports = productFiles().flatMap((file) =>
    importsOf(readFileSync(file, 'utf8'))
      .filter((target) => target.startsWith('.'))
      .map((target) => ({ from: relative(src, file), to: relative(src, join(dirname(file), target)) })),
  )
  assert.ok(imports.length > 100, 'the imports were found')
  assert.deepEqual(forbiddenImports(imports), [])
})

test('an import that is turned round is told by name', () => {
  assert.deepEqual(forbiddenImports([{ from: 'access/may.ts', to: 'protocols/saml/service.ts' }]), [
    'access may not import protocols (access/may.ts → protocols/saml/service.ts)',
  ])
})

test('two rooms on the same step do not import each other', () => {
  assert.equal(forbiddenImports([{ from: 'web/layout.tsx', to: 'storage/database.ts' }]).length, 1)
  assert.equal(forbiddenImports([{ from: 'people/account.ts', to: 'services/service.ts' }]).length, 1)
})

test('only the room base asks for the time, chance or the environment', () => {
  const asking = productFiles()
    .filter((file) => !relative(src, file).startsWith('base/'))
    .filter((file) => /new Date\(\)|Date\.now\(|Math\.random\(|process\.env/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file))
  assert.deepEqual(asking, [])
})

test('XML is parsed in one place only', () => {
  const parsing = productFiles()
    .filter((file) => /from 'libxml2-wasm|xmldom|fast-xml-parser|DOMParser/.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, dirname(file)))
  assert.deepEqual([...new Set(parsing)], ['protocols/saml/xml'])
})

test('cookies are set in one place only, which marks them', () => {
  const setting = productFiles()
    .filter((file) => /from 'hono\/cookie'|Set-Cookie/i.test(readFileSync(file, 'utf8')))
    .map((file) => relative(src, file))
  assert.deepEqual(setting, ['web/cookies.ts'])
})

test('every route has its line in the table of who may use it', async () => {
  const routes = await everyRoute()
  const missing = routes.filter((route) => !Object.hasOwn(routeTable, route))
  const advice = missing.map((route) => `  '${route}': only(administrators),`).join('\n')
  assert.equal(missing.length, 0, `add to test/attacks/route-table.ts who may use it, one line a route:\n${advice}`)
  const gone = Object.keys(routeTable).filter((route) => !routes.includes(route))
  assert.deepEqual(gone, [], 'lines of test/attacks/route-table.ts whose route is gone: take them away')
})

/** Tests may look anywhere. */
function productFiles(): string[] {
  return readdirSync(src, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}
