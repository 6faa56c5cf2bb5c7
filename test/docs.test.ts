/** What the documents point at is there: every link to a file or heading of ours, every file that is named. */
import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { fromRoot } from '../src/base/root.ts'

const notOurs = ['node_modules', 'dist', 'data', '.git']

/** Every file of the repository, from the root. */
const files = readdirSync(fromRoot(), { withFileTypes: true })
  .filter(({ name }) => !notOurs.includes(name))
  .flatMap((entry) =>
    entry.isDirectory()
      ? [
          entry.name,
          ...readdirSync(fromRoot(entry.name), { recursive: true, encoding: 'utf8' }).map((path) =>
            join(entry.name, path),
          ),
        ]
      : [entry.name],
  )
const documents = files
  .filter((file) => file.endsWith('.md'))
  .map((file) => ({ file, text: readFileSync(fromRoot(file), 'utf8') }))

/** Text in code blocks is an example of something else. */
const prose = (text: string) => text.replace(/^```[\s\S]*?^```/gm, '')

test('every link leads to a file that is there, and to a heading in it', () => {
  const broken = documents.flatMap(({ file, text }) =>
    [...prose(text).matchAll(/\]\(([^)\s]+)\)/g)]
      .map(([, target = '']) => target)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [path = '', heading] = target.split('#')
        const at = path === '' ? fromRoot(file) : join(dirname(fromRoot(file)), path)
        return !existsSync(at) || (heading !== undefined && !headingsOf(at).includes(heading))
      })
      .map((target) => `${file}: ${target}`),
  )
  assert.deepEqual(broken, [])
})

/** As Git hosts make addresses of them. */
function headingsOf(path: string): string[] {
  return [...readFileSync(path, 'utf8').matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .replace(/\s/g, '-'),
  )
}

/** What begins with a slash is an address of SEB. */
const named =
  /`([\w.*-][\w./*-]*\.(?:tsx?|mjs|js|sql|css|md|json|yaml|xml|svg)|(?:src|test|docs|sandbox|bench|bin|\.ci)\/[\w./*-]*)`/g

test('every file that a document names is there', () => {
  const missing = documents.flatMap(({ file, text }) =>
    [...prose(text).matchAll(named)]
      .map(([, name = '']) => name)
      .filter((name) => !isThere(name))
      .map((name) => `${file}: ${name}`),
  )
  assert.deepEqual([...new Set(missing)], [])
})

/** From the root, where it begins with a folder there; else anywhere, by the end of its path. May have stars in it. */
function isThere(name: string): boolean {
  const path = name.replace(/\/$/, '')
  const pattern = path.split('*').map(escaped).join('[^/]*')
  const wanted = new RegExp(fromTheRoot.test(path) ? `^${pattern}$` : `(?:^|/)${pattern}$`)
  return files.some((file) => wanted.test(file)) || existsSync(fromRoot('node_modules', path))
}

const fromTheRoot = /^(?:src|test|docs|sandbox|bench|bin|\.ci)\//

function escaped(text: string): string {
  return text.replace(/[.+?^${}()|[\]\\/]/g, '\\$&')
}

test('every room tells what it is', () => {
  const rooms = new Set(files.flatMap((file) => /^src\/([a-z]+)\//.exec(file)?.[1] ?? []))
  const silent = [...rooms].filter((room) => !existsSync(fromRoot('src', room, 'README.md')))
  assert.deepEqual(silent, [])
})
