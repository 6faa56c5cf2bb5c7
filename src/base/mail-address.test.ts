import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMailAddress } from './mail-address.ts'

test('an address is taken without the spaces around it', () => {
  assert.equal(readMailAddress('  bo.friis+seb@afdeling.eksempel.dk '), 'bo.friis+seb@afdeling.eksempel.dk')
})

test('what no mail server takes, or what would write a header of its own, is no address', () => {
  for (const text of [
    '',
    'bo',
    'bo@',
    '@x.dk',
    'bo@x',
    'bo friis@x.dk',
    'bo@x.dk\r\nBcc: a@b.dk',
    'a@b.dk,c@d.dk',
    `${'a'.repeat(250)}@x.dk`,
  ])
    assert.equal(readMailAddress(text), null, text)
})
