import assert from 'node:assert/strict'
import { test } from 'node:test'
import { csvLine } from './csv.ts'

test('cells are parted by semicolons, and what would part them is quoted', () => {
  assert.equal(csvLine(['Anna', 'a;b', 'say "no"', 'two\nlines', '']), 'Anna;"a;b";"say ""no""";"two\nlines";\r\n')
})

test('a formula is text', () => {
  for (const formula of ['=1+1', '+45 12', '-1', '@SUM(A1)', ' =1', '\t=1', '|cmd', '%x'])
    assert.equal(csvLine([formula]), `"'${formula}"\r\n`)
})
