import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fill, fillText, placesIn } from './fill.ts'

test('places in a text are filled with words or with markup', () => {
  assert.equal(fillText('{found} af {total} log-in', { found: 6, total: 31 }), '6 af 31 log-in')
  assert.deepEqual(fill('Ring på {phone}.', { phone: '33 32 39 00' }), ['Ring på ', '33 32 39 00', '.'])
})

test('a value is put in as it is: nothing in it is taken for a place', () => {
  assert.equal(fillText('»{query}«', { query: '{total} $& <b>' }), '»{total} $& <b>«')
})

test('a place without a value is a mistake, not an empty spot', () => {
  assert.throws(() => fillText('Til {service}', {}), /no value for \{service\}/)
})

test('places can be listed', () => {
  assert.deepEqual(placesIn('{a} og {b}'), ['{a}', '{b}'])
})
