import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, wordsOf } from './fold.ts'

test('Danish letters are compared as an English keyboard writes them', () => {
  assert.equal(fold('Ærøskøbing Sygehus').text, 'aeroeskoebing sygehus')
  assert.equal(fold('Åbenrå').text, fold('Aabenraa').text)
  assert.equal(fold('AARHUS').text, fold('århus').text)
})

test('accents and composed letters do not matter', () => {
  assert.equal(fold('Café Renée').text, 'cafe renee')
  assert.equal(fold('A\u030Alborg').text, 'aalborg')
  assert.equal(fold('Łukasz Müller').text, 'lukasz muller')
})

test('every folded letter knows where it came from', () => {
  const original = 'Bækby 🏥 A\u030A'
  const { text, starts, ends } = fold(original)
  assert.equal(text, 'baekby 🏥 aa')
  assert.deepEqual(starts.slice(0, 4), [0, 1, 1, 2])
  assert.deepEqual([starts.length, ends.length], [text.length, text.length])
  assert.equal(original.slice(starts.at(-1), ends.at(-1)), 'A\u030A')
})

test('words are told apart by whatever is no letter or digit', () => {
  assert.deepEqual(
    wordsOf(fold('Yıldız & Søn, afd. 12')).map(({ text }) => text),
    ['yıldız', 'soen', 'afd', '12'],
  )
})
