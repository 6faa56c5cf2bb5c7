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

test('a form that carries a file is read in the same way, and one that cannot be taken apart is refused', async () => {
  const app = new Hono()
  app.post('/', async (c) => {
    const form = await readForm(c)
    return c.json([form.get('name'), form.get('fil'), await form.file('fil')?.text(), form.file('name')])
  })
  app.onError((error, c) => c.text(error.message, 400))
  const body = new FormData()
  body.set('name', 'Jens\u0000 Åge')
  body.set('fil', new File(['<xml/>'], 'metadata.xml'))
  assert.deepEqual(await (await app.request('/', { method: 'POST', body })).json(), ['Jens Åge', null, '<xml/>', null])
  const headers = { 'content-type': 'multipart/form-data; boundary=x' }
  assert.equal((await app.request('/', { method: 'POST', headers, body: 'no parts' })).status, 400)
})
