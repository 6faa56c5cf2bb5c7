import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fold, foldedPlaces, wordsOf } from './fold.ts'

test('Danish letters are compared as an English keyboard writes them', () => {
  assert.equal(fold('Ærøskøbing Sygehus'), 'aeroeskoebing sygehus')
  assert.equal(fold('Åbenrå'), fold('Aabenraa'))
  assert.equal(fold('AARHUS'), fold('århus'))
})

test('accents and composed letters do not matter', () => {
  assert.equal(fold('Café Renée'), 'cafe renee')
  assert.equal(fold('A\u030Alborg'), 'aalborg')
  assert.equal(fold('Łukasz Müller'), 'lukasz muller')
})

test('every folded letter knows where it came from', () => {
  const original = 'Bækby 🏥 A\u030A'
  const text = fold(original)
  const { starts, ends } = foldedPlaces(original)
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
