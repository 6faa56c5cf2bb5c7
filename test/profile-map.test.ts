/** docs/profiles/oiosaml.md cannot rot: every file it names is there, and every test it names stands in the file it says. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fromRoot } from '../src/base/root.ts'

const map = readFileSync(fromRoot('docs', 'profiles', 'oiosaml.md'), 'utf8')

/** `test/file.test.ts`: _name_; _name_ */
const namedTests = [...map.matchAll(/`((?:src|test)\/[^`]+)`: (_.*_)$/gm)].flatMap(([, file = '', names = '']) =>
  names
    .slice(1, -1)
    .split('_; _')
    .map((name) => ({ file, name })),
)

/** One line of the profiles with what stands under it. */
const lines = map
  .split(/^(?=- )/m)
  .map((item) => ({ item, built: /\. \*\*(yes|partly|no)\*\*/.exec(item)?.[1] }))
  .filter(({ built }) => built !== undefined)

test('every file that the map names is there', () => {
  const files = [...map.matchAll(/`((?:[a-z-]+\/)*[a-z0-9.-]+\.tsx?)`/g)].flatMap(([, file]) => file ?? [])
  assert.ok(files.length > 200, `${files.length} were found`)
  const missing = files.filter((file) => !existsSync(fromRoot(file)) && !existsSync(fromRoot('src', file)))
  assert.deepEqual([...new Set(missing)], [])
})

test('every test that the map names stands in the file it says', () => {
  assert.ok(namedTests.length > 150, `${namedTests.length} were found`)
  const missing = namedTests.filter(({ file, name }) => {
    const source = existsSync(fromRoot(file)) ? readFileSync(fromRoot(file), 'utf8') : ''
    return !["'", '"', '`'].some((quote) => source.includes(quote + name + quote))
  })
  assert.deepEqual(missing, [])
})

test('every line of the map says whether it is built; what is built says where, and which test shows it', () => {
  const keys = ['C', 'I', 'S', 'L', 'LO', 'M'].map((letter) =>
    lines.filter(({ item }) => item.startsWith(`- **${letter}`)),
  )
  assert.ok(keys.every((of) => of.length > 4) && lines.length > 100, `${lines.length} lines`)
  const bare = lines
    .filter(({ built }) => built !== 'no')
    .filter(({ item }) => !(item.includes('  - where: `') && /\n {2}- `(?:src|test)\//.test(item)))
  assert.deepEqual(
    bare.map(({ item }) => item.slice(0, 60)),
    ['- **S12** · The tests that NemLog-in wants to see before a s'],
  )
})
