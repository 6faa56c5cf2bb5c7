import assert from 'node:assert/strict'
import { test } from 'node:test'
import { discoveryAddress, readDiscoveryView } from './discovery-address.ts'

test('a view of the page survives being an address', () => {
  const view = { tab: 'lokal', query: 'å & ø=1', group: 'private', page: 3, change: true } as const
  const address = new URL(discoveryAddress('sign-in 1', view), 'https://seb.example')
  assert.equal(address.searchParams.get('login'), 'sign-in 1')
  assert.deepEqual(readDiscoveryView(address.searchParams), view)
})

test('what makes no sense in an address is left out', () => {
  const strange = new URLSearchParams({
    fane: 'x',
    gruppe: '__proto__',
    side: '-1',
    skift: 'ja',
    soeg: 'x'.repeat(5000),
  })
  assert.deepEqual(readDiscoveryView(strange), {
    tab: null,
    query: 'x'.repeat(100),
    group: null,
    page: 1,
    change: false,
  })
  for (const side of ['0', '1.5', 'NaN', '1e99', '']) {
    assert.equal(readDiscoveryView(new URLSearchParams({ side })).page, 1, side)
  }
})
