/** docs/source-map.md cannot rot: it holds every sentence of the guide to SEB, and each has pages and tests that are there. */
import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { fromRoot } from '../src/base/root.ts'
import { routeTable } from './attacks/route-table.ts'

/** SHA-256 of the guide's text as it stood in April 2025, with every run of white space as one space. */
const guide = '9b0439be59e26a696a78bd8fc977ce817403eb09c19ce59382d6a1cdb724b4c0'

/** `| number | sentence | pages | what is there | tests |` */
const rows = readFileSync(fromRoot('docs', 'source-map.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| \d+ +\|/.test(line))
  .map((line) => {
    const [, , sentence = '', pages = '', , tests = ''] = line.split('|').map((cell) => cell.trim())
    return { sentence, pages: [...pages.matchAll(/`([^`]+)`/g)].map(([, page = '']) => page), tests: namedTests(tests) }
  })

/** `` `file`: _name_; _name_; `file`: _name_ `` */
function namedTests(cell: string): { file: string; name: string }[] {
  return cell
    .split(/; (?=`)/)
    .map((part) => /^`([^`]+)`: (_.*_)$/.exec(part))
    .flatMap((found) => {
      const [, file = '', names = ''] = found ?? []
      return names
        .slice(1, -1)
        .split('_; _')
        .map((name) => ({ file, name }))
    })
}

test('the map holds the whole guide, sentence after sentence', () => {
  const text = rows.map(({ sentence }) => sentence).join(' ')
  assert.equal(createHash('sha256').update(text).digest('hex'), guide)
})

test('every sentence has a page that is there', () => {
  const routes = Object.keys(routeTable)
    .filter((route) => route.startsWith('GET '))
    .map((route) => new RegExp(`^${route.slice(4).replace(/:[a-z]+/gi, '[^/]+')}$`))
  const missing = rows.filter(
    ({ pages }) => pages.length === 0 || !pages.every((page) => routes.some((route) => route.test(page))),
  )
  assert.deepEqual(missing, [])
})

test('every sentence has a test, which stands in the file it says', () => {
  const missing = rows.filter(
    ({ tests }) =>
      tests.length === 0 ||
      !tests.every(({ file, name }) => {
        const source = file !== '' && existsSync(fromRoot(file)) ? readFileSync(fromRoot(file), 'utf8') : ''
        return ["'", '"', '`'].some((quote) => source.includes(`test(${quote}${name}${quote}`))
      }),
  )
  assert.deepEqual(missing, [])
})
