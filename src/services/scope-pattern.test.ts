import assert from 'node:assert/strict'
import { test } from 'node:test'
import { longestValue, readScopePattern } from './scope-pattern.ts'

function matches(pattern: string, value: string): boolean {
  const reading = readScopePattern(pattern)
  assert.ok(reading.ok, pattern)
  return reading.pattern.matches(value)
}

const mistakeIn = (pattern: string) => {
  const reading = readScopePattern(pattern)
  return reading.ok ? null : reading.mistake
}

test('a pattern means what the same regular expression means of a whole value', () => {
  const patterns = [
    '\\d{6,18}',
    '[A-Z]{2}-\\d+',
    'afd-(nord|syd)(\\.\\d{1,2})?',
    '(?:ab|a)(?:c|bcd)?d*',
    '[^0-9]*',
    'a{0}b{2,}',
    '\\p{L}+',
    '.?\\.\\\\',
    '(a*)*b',
    '(|x)y',
    '[a-z\\-\\]]+',
    'æ+ø?',
    '',
  ]
  const values = [
    '',
    '123456',
    '12345',
    '1234567890123456789',
    'AB-1',
    'AB-',
    'afd-nord',
    'afd-syd.12',
    'afd-øst',
    'abcd',
    'acd',
    'abcddd',
    'abbcd',
    'xy',
    'y',
    'aaab',
    'bb',
    'bbbb',
    'x.\\',
    '.\\',
    'Ærø',
    'ææø',
    'a-]z',
    '😀',
    '\n',
  ]
  for (const pattern of patterns)
    for (const value of values)
      assert.equal(
        matches(pattern, value),
        new RegExp(`^(?:${pattern})$`, 'u').test(value),
        `${pattern} of ${JSON.stringify(value)}`,
      )
})

test('a pattern that a backtracking engine would never finish is answered like any other', () => {
  for (const pattern of ['(a+)+b', '(a|a)*b', '(a|aa)+b', '(.*a){20}', '([a-z]+)*=', 'a?'.repeat(60) + 'a'.repeat(60)])
    assert.equal(matches(pattern, `${'a'.repeat(longestValue - 1)}!`), false, pattern)
  assert.equal(matches('(a+)+b', `${'a'.repeat(longestValue - 1)}b`), true)
})

test('what is not in the small grammar is refused with the reason', () => {
  for (const pattern of ['(?=a)', '(?<!a)b', '(a)\\1', '(?<name>a)', '\\bord', 'a+?', '^a', 'a$', '\\u0041', '\\x41'])
    assert.equal(mistakeIn(pattern), 'unsupported', pattern)
  for (const pattern of ['(', ')', '[', '[z-a]', 'a{3,2}', 'a{', '*', 'a**', '\\', '\\p{Nonsense}', 'a{1,2', ']', '}'])
    assert.equal(mistakeIn(pattern), 'syntax', pattern)
})

test('a pattern that would grow out of hand is refused, and a value longer than any code matches none', () => {
  assert.equal(mistakeIn('a'.repeat(201)), 'too-long')
  assert.equal(mistakeIn('(((a{99}){99}){99}){99}'), 'too-long')
  assert.equal(mistakeIn('(((((){999}){999}){999}){999}){999}'), 'too-long')
  assert.equal(mistakeIn('('.repeat(30) + ')'.repeat(30)), 'too-long')
  assert.equal(matches('a*', 'a'.repeat(longestValue + 1)), false)
})
