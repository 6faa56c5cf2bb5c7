import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertSamePlaces } from '../../test/support/same-places.ts'
import { placesIn } from '../web/fill.ts'
import { languages } from '../web/languages.ts'
import { guides } from './guides.ts'
import { da } from './text.da.ts'
import { en } from './text.en.ts'

test('every sentence around the guides says the same things in both languages', () => assertSamePlaces(da, en))

for (const { slug, words, tasks } of guides) {
  test(`${slug}: every task has as many steps in both languages, and each says the same things`, () => {
    for (const { words: said } of tasks) {
      assert.equal(said.da.steps.length, said.en.steps.length, said.da.title)
      said.da.steps.forEach((step, index) => {
        const [danish, english] = [step, said.en.steps[index] ?? ''].map((text) => placesIn(text).sort())
        assert.deepEqual(danish, english, step)
      })
      assert.deepEqual(placesIn(said.da.note ?? ''), placesIn(said.en.note ?? ''))
    }
  })

  test(`${slug}: every name in a sentence is one of a page, and none is kept that no sentence uses`, () => {
    for (const { anchor, places, words: said } of tasks) {
      const used = [...said.da.steps, said.da.note ?? ''].flatMap(placesIn).map((place) => place.slice(1, -1))
      const known = new Set([...Object.keys(places), 'phone', 'mail'])
      assert.deepEqual(
        used.filter((name) => !known.has(name)),
        [],
        anchor,
      )
      assert.deepEqual(
        Object.keys(places).filter((name) => !used.includes(name)),
        [],
        anchor,
      )
    }
  })

  test(`${slug}: its parts have addresses of their own, and short titles`, () => {
    assert.equal(new Set(tasks.map(({ anchor }) => anchor)).size, tasks.length)
    for (const language of languages) {
      assert.deepEqual(Object.keys(words[language].tasks).length, tasks.length)
      for (const { words: said } of tasks) assert.ok(said[language].title.length <= 70, said[language].title)
    }
  })

  test(`${slug}: a step is a short sentence or two`, () => {
    for (const language of languages)
      for (const { words: said } of tasks)
        for (const step of said[language].steps) assert.ok(step.length <= 160, `${step.length}: ${step}`)
  })

  test(`${slug}: a picture is told in words, and words about a picture have one`, () => {
    for (const { anchor, picture, words: said } of tasks)
      for (const language of languages)
        assert.equal(said[language].picture !== undefined, picture !== undefined, `${anchor} ${language}`)
  })
}
