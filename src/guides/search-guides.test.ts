import assert from 'node:assert/strict'
import { test } from 'node:test'
import { serviceDesk } from '../web/desk.ts'
import { guides } from './guides.ts'
import { markFound, searchGuides } from './search-guides.ts'

const danish = { language: 'da', desk: serviceDesk } as const
const english = { language: 'en', desk: serviceDesk } as const
const found = (query: string, reader: typeof danish | typeof english = danish) =>
  searchGuides(guides, query, reader).map(({ guide, task }) => `${guide.slug}#${task.anchor}`)

test('a word of a heading comes before the same word in the text', () => {
  const [first] = found('nødadgang')
  assert.ok(first === 'medarbejder#noedadgang' || first === 'brugeradministrator#noedadgang', first)
  assert.ok(found('ydernummer').includes('dnhf#roller'), 'a word that is only in the text')
})

test('Danish letters are found however they are typed', () => {
  assert.deepEqual(found('NØDADGANG'), found('noedadgang'))
  assert.deepEqual(found('spær konto'), found('spaer konto'))
  assert.ok(found('spær konto').includes('brugeradministrator#spaer'))
})

test('a word is found in its other forms', () => {
  assert.ok(found('administratorer').includes('overbrugeradministrator#udpeg'))
  assert.ok(found('anmodninger').includes('medarbejder#anmodninger'))
})

test('every word must be there', () => {
  assert.deepEqual(found('rolle zebra'), [])
  assert.ok(found('rolle tilbage').includes('brugeradministrator#tag-tilbage'))
})

test('the guides are searched in the language they are read in', () => {
  assert.ok(found('withdraw', english).includes('medarbejder#anmodninger'))
  assert.deepEqual(found('withdraw'), [])
})

test('the names of buttons are searched too', () => {
  assert.ok(found('se efter').includes('brugeradministrator#giv-laeseadgang'))
})

test('nothing is found by nothing, and signs alone are nothing', () => {
  assert.deepEqual(found(''), [])
  assert.deepEqual(found('  »?!«  '), [])
})

test('what was asked for is marked in the sentence, letter for letter', () => {
  assert.deepEqual(markFound('Tag nødadgang nu', 'noedadgang'), [
    { text: 'Tag ', found: false },
    { text: 'nødadgang', found: true },
    { text: ' nu', found: false },
  ])
})
