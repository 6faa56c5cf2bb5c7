import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { parseFields, readForm } from './form.ts'

test('a form with a million fields is not read at all', () => {
  assert.equal(parseFields('a&'.repeat(1_000_000)), null)
})

test('a form with as many fields as one of ours may have is read', () => {
  assert.equal(parseFields('a=1&'.repeat(900))?.getAll('a').length, 900)
})

test('characters that PostgreSQL and XML refuse are not in what a form says', async () => {
  const app = new Hono()
  app.post('/', async (c) => {
    const form = await readForm(c)
    return c.json([form.get('name'), ...form.all('name')])
  })
  const body = new URLSearchParams({ name: 'Jens\u0000 Åge\u000b\n\u{1F600}' })
  assert.deepEqual(await (await app.request('/', { method: 'POST', body })).json(), [
    'Jens Åge\n\u{1F600}',
    'Jens Åge\n\u{1F600}',
  ])
})
