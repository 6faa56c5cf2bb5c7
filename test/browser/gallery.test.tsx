import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { after, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { dkfdsClasses } from '../../src/web/dkfds-classes.ts'
import { isOwnWords } from '../../src/web/form.ts'
import { classesOf } from '../../src/web/prune-stylesheet.ts'
import { gallery } from './gallery.tsx'
import { serveGallery } from './serve-gallery.ts'

const server = await serveGallery()
after(() => server.close())

const languages = ['da', 'en'] as const

async function* everyPage() {
  for (const name of Object.keys(gallery)) {
    for (const language of languages) {
      const answer = await fetch(`${server.origin}/gallery/${name}?sprog=${language}`)
      assert.equal(answer.status, 200, name)
      yield { name, language, html: await answer.text(), headers: answer.headers }
    }
  }
}

test('every page says its language, has a title of its own kind, one heading and one main part', async () => {
  for await (const { name, language, html } of everyPage()) {
    assert.match(html, new RegExp(`^<!DOCTYPE html><html lang="${language}">`), name)
    assert.match(html, /<title>[^<]{5,} – SEB<\/title>/, name)
    assert.equal(html.match(/<h1[ >]/g)?.length, 1, name)
    assert.equal(html.match(/<main[ >]/g)?.length, 1, name)
    const ids = [...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
    assert.equal(new Set(ids).size, ids.length, `${name}: an id stands twice`)
  }
})

test('no page has inline script or style, or anything from another place', async () => {
  for await (const { name, html } of everyPage()) {
    assert.doesNotMatch(html, /<style|<script>|<script(?![^>]* src="\/assets\/)| style=| on[a-z]+=|javascript:/i, name)
    assert.doesNotMatch(html, /(src|data)="(?!\/assets\/)/, name)
    // A feed is offered to readers and loaded by no browser.
    assert.doesNotMatch(html, /<link(?! rel="alternate")[^>]*href="(?!\/assets\/)/, name)
  }
})

test('every class of the design system that a page uses is in our stylesheet', async () => {
  const dist = dirname(dirname(fileURLToPath(import.meta.resolve('dkfds'))))
  const known = new Set(classesOf(readFileSync(`${dist}/css/dkfds.min.css`, 'utf8')))
  const used = new Set<string>()
  for await (const { html } of everyPage()) {
    for (const [, classes = ''] of html.matchAll(/ class="([^"]*)"/g))
      for (const name of classes.split(' ')) used.add(name)
  }
  const missing = [...used].filter((name) => known.has(name) && !dkfdsClasses.has(name))
  assert.deepEqual(missing, [])
  const unused = [...dkfdsClasses].filter((name) => !used.has(name))
  assert.deepEqual(unused, [])
})

test('every page with a thousand log-ins is at most 15 kB compressed', async () => {
  for await (const { name, html } of everyPage()) {
    const size = brotliCompressSync(html, { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }).length
    assert.ok(size <= 15_000, `${name}: ${size}`)
  }
})

/** What is typed into these is checked by its form, and may hold digits of the same form as a CPR number. */
const ofTheirOwnForm =
  /^(enhed-\d+-)?(uuid|rid|cvr|sor|p-?nummer|ydernummer|telefon|reference|antal|region|kommune|entityid|adresse|noegle|metadata|raekker|varighed|dage|noed|hoejst|rettigheder|autorisationer|version)$|^(t[0-9a-f-]{36}-)?loft-|^(r\d+-)?omfang(-|$)/

/** Their forms refuse the number beside the field. */
const saysSoItself = ['hvorfor', 'ord']

test('every field for people’s own words has a name by which a CPR number in it is refused', async () => {
  const others = new Set<string>()
  for await (const { html } of everyPage())
    for (const [form] of html.matchAll(/<form[^>]*method="post"[\s\S]*?<\/form>/g))
      for (const [field] of form.matchAll(/<textarea[^>]*>|<input[^>]*type="(text|search|email|url)"[^>]*>/g)) {
        const name = / name="([^"]*)"/.exec(field)?.[1] ?? ''
        if (!isOwnWords(name) && !ofTheirOwnForm.test(name) && !saysSoItself.includes(name)) others.add(name)
      }
  assert.deepEqual([...others], [])
})
