import assert from 'node:assert/strict'
import { test } from 'node:test'
import { classesOf, pruneStylesheet } from './prune-stylesheet.ts'

const keeps = (name: string) => ['button', 'container'].includes(name)

test('rules for elements and for the classes in use stay, the rest goes', () => {
  const css =
    'a{color:red}.button{x:1}.card{x:2}.button.card,.container:not(.card,.x) a,a .button{x:3}' +
    '@media print{.card{x:4}.button{x:5}}@media screen{.card{x:6}}@font-face{src:url(a)}@keyframes k{0%{x:7}}'
  assert.equal(pruneStylesheet(css, keeps), 'a{color:red}.button{x:1}a .button{x:3}@media print{.button{x:5}}')
})

test('classes are told from numbers and file names', () => {
  assert.deepEqual(classesOf('.form-input:focus>.a_b{margin:.5rem}'), ['form-input', 'a_b'])
})
