import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fromRoot } from '../../base/root.ts'
import { placesIn } from '../../web/fill.ts'
import { statementText } from './text.ts'

test('the statements say the same in both languages', () => {
  const [danish, english] = [statementText.da, statementText.en].map((text) =>
    JSON.stringify(text, (_, value) => (typeof value === 'string' ? placesIn(value).toSorted().join('') : value)),
  )
  assert.equal(danish, english)
})

test('the page of cookies tells of every cookie that SEB sets, and of no other', () => {
  const sources = readdirSync(fromRoot('src'), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !entry.name.includes('.test.'))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'))
  const set = sources.flatMap((source) =>
    [...source.matchAll(/(?:cookie|Cookie|cookieName|[a-z]Cookie) = '(seb_\w+)'/g)].map(([, name]) => name),
  )
  assert.deepEqual(set.toSorted(), Object.keys(statementText.da.cookies.list).toSorted())
})
