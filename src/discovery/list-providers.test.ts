import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fewProviders, manyProviders } from '../../test/browser/sample-providers.ts'
import { listProviders } from './list-providers.ts'

const view = { query: '', group: null, page: 1 }
const shown = (list: ReturnType<typeof listProviders>) => list.sections.reduce((sum, { rows }) => sum + rows.length, 0)

test('a few log-ins are simply all shown, in groups and in Danish alphabet', () => {
  const list = listProviders(fewProviders, view)
  assert.equal(shown(list), list.total)
  assert.deepEqual(
    list.sections.map(({ group }) => group),
    ['region', 'municipality', 'private', 'other'],
  )
  assert.deepEqual(
    list.sections[1]?.rows.map(({ name }) => name),
    ['Ringsø Kommune', 'Sydbæk Kommune', 'Sydhavn Kommune', 'Vesterfjord Kommune', 'Åbenå Kommune'],
  )
})

test('of a thousand only the beginning of each long group is shown, and how many there are', () => {
  const list = listProviders(manyProviders, view)
  assert.equal(list.total, 1000)
  assert.ok(shown(list) <= 40)
  assert.deepEqual(
    list.sections.map(({ total }) => total),
    [5, 98, 897],
  )
  assert.equal(list.sections[0]?.rows.length, 5)
})

test('one group is shown in pages of a hundred, and every log-in stands on exactly one of them', () => {
  const pages = Array.from({ length: 9 }, (_, at) =>
    listProviders(manyProviders, { ...view, group: 'private', page: at + 1 }),
  )
  assert.equal(pages[0]?.pages, 9)
  const ids = pages.flatMap((page) => page.sections.flatMap(({ rows }) => rows.map(({ id }) => id)))
  assert.equal(ids.length, 897)
  assert.equal(new Set(ids).size, 897)
})

test('a page or a group that is not there is answered with one that is', () => {
  assert.equal(listProviders(manyProviders, { ...view, group: 'private', page: 99 }).page, 9)
  assert.equal(listProviders(manyProviders, { ...view, group: 'other' }).group, null)
  assert.deepEqual(listProviders({ ...manyProviders, providers: [] }, view).sections, [])
})

test('a search shows the best forty and says how many there were', () => {
  const list = listProviders(manyProviders, { ...view, query: ' lægerne ' })
  assert.equal(list.query, 'lægerne')
  assert.equal(shown(list), 40)
  assert.ok(list.found > 100)
  assert.equal(list.sections[0]?.total, list.found)
})

test('the group of the best hit stands first', () => {
  const list = listProviders(fewProviders, { ...view, query: 'speciallægerne' })
  assert.equal(list.sections[0]?.group, 'private')
})

test('a log-in in trouble says so on its row', () => {
  const list = listProviders(fewProviders, view, new Map([['sydhavn', 'Ustabilt siden kl. 9.12.']]))
  const rows = list.sections.flatMap(({ rows }) => rows)
  assert.deepEqual(
    rows.filter(({ trouble }) => trouble).map(({ id }) => id),
    ['sydhavn'],
  )
})

test('a place is told where the name does not say it', () => {
  const rows = listProviders(fewProviders, view).sections.flatMap(({ rows }) => rows)
  assert.equal(rows.find(({ id }) => id === 'speclaeger')?.note, 'Sydbæk, Region Syddanmark')
  assert.equal(rows.find(({ id }) => id === 'ringsoe')?.note, null)
})
