/** docs/profiles/oiosaml.md cannot rot: every file it names is there, and every test it names stands in the file it says. */
import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fromRoot } from '../src/base/root.ts'

const map = readFileSync(fromRoot('docs', 'profiles', 'oiosaml.md'), 'utf8')

interface NamedTest {
  file: string
  name: string
}

/** Cells of the rows of all tables. */
const cells = map
  .split('\n')
  .filter((line) => line.startsWith('| ') && !/^\| (#|what|attribute|id) \|/.test(line))
  .flatMap((line) => line.split('|').slice(1, -1))

/** `file` *name*; *name*; `file` … */
const namedTests = cells.flatMap((cell): NamedTest[] =>
  [...cell.matchAll(/`((?:src|test|sandbox)\/[^`]+)`([^`]*)/g)].flatMap(([, file = '', names = '']) =>
    [...names.matchAll(/\*([^*]+)\*/g)].map(([, name = '']) => ({ file, name })),
  ),
)

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

test('every line of the map says whether it is built, and what is built is tested', () => {
  const lines = map.split('\n').filter((line) => /^\| .* \| (?:yes|partly|no)\b/.test(line))
  assert.ok(lines.length > 100, `${lines.length} lines`)
  const untested = lines.filter((line) => /\| (?:yes|partly)\b/.test(line) && !/`(?:src|test)\//.test(line))
  assert.deepEqual(
    untested.map((line) => line.slice(0, 60)),
    ['| S12 | The tests that NemLog-in wants to see before a servi'],
  )
})
