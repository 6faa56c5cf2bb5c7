/** "Hjælp til denne side": every page there is has its place in the guides, and every place is there. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guideAddress, guidesPath } from '../src/guides/guide.ts'
import { guides } from '../src/guides/guides.ts'
import { helpPlace } from '../src/guides/help-places.ts'
import { everyRoute } from './support/every-route.ts'

/** Answers that are no pages: files, feeds, messages between machines. */
const noPages = /\.(csv|json|jsonl|xml|ics)$|^\/(assets|healthz|readyz|metrics|saml)\b|\/hent$/

test('every page has its place in the guides', async () => {
  const pages = (await everyRoute())
    .filter((route) => route.startsWith('GET '))
    .map((route) => route.slice('GET '.length))
    .filter((path) => !noPages.test(path))
  assert.ok(pages.length > 150, 'the pages were found')
  const without = pages.filter((path) => helpPlace(path) === null)
  assert.deepEqual(without, [], 'add to src/guides/help-places.ts where the guides tell of it')
})

test('every place in the guides that pages lead to is there', async () => {
  const there = new Set([
    guidesPath,
    ...guides.flatMap(({ slug, tasks }) => tasks.map(({ anchor }) => guideAddress(slug, anchor))),
  ])
  const paths = (await everyRoute()).map((route) => route.slice(route.indexOf(' ') + 1))
  const missing = [...new Set(paths.flatMap((path) => helpPlace(path) ?? []))].filter((place) => !there.has(place))
  assert.deepEqual(missing, [])
})

test('the place is that of the most particular address', () => {
  assert.equal(helpPlace('/admin/medarbejdere/4f7k/tildel/92qd'), '/vejledninger/brugeradministrator#giv-laeseadgang')
  assert.equal(helpPlace('/admin/medarbejdere/4f7k/flyt'), '/vejledninger/brugeradministrator#flyt')
  assert.equal(helpPlace('/login/afvist'), '/vejledninger/medarbejder#afvist')
  assert.equal(helpPlace('/'), '/vejledninger')
  assert.equal(helpPlace('/findes-ikke'), null)
})
