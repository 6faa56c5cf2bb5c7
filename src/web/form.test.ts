import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { CprNumberTyped, parseFields, readForm } from './form.ts'

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

test('a CPR number in somebody’s own words stops the form, whatever the form does with it', async () => {
  const app = new Hono()
  let done = 0
  app.post('/', async (c) => {
    await readForm(c)
    done += 1
    return c.body(null, 204)
  })
  app.onError((error, c) => c.json(error instanceof CprNumberTyped ? [error.fields, error.files] : error.message, 422))
  const send = (fields: Record<string, string>, body = new URLSearchParams(fields)) =>
    app.request('/', { method: 'POST', body })
  for (const words of ['for 010170-1234', 'for 0101701234', 'for 010170 1234 i dag', '610170–1234'])
    for (const field of ['begrundelse', 'besked', 'beskrivelse-da', 'omfang-0-navn-en', 'tekst']) {
      const answer = await send({ id: '1', [field]: words })
      assert.equal(answer.status, 422, `${field}: ${words}`)
      assert.deepEqual(await answer.json(), [
        [
          ['id', '1'],
          [field, words],
        ],
        null,
      ])
    }
  assert.equal(done, 0)
  const parts = new FormData()
  parts.set('begrundelse', 'for 0101701234')
  parts.set('fil', new File(['x'], 'x.csv'))
  const answer = await app.request('/', { method: 'POST', body: parts })
  assert.deepEqual(await answer.json(), [[['begrundelse', 'for 0101701234']], ['fil']])
  // A P-number has the form of one, and so may a part of an id.
  for (const [field, text] of [
    ['p-nummer', '1003456789'],
    ['besked', 'ab010170-1234-7000-8000-000000000000'],
    ['begrundelse', 'sag 999900000000011'],
  ] as const)
    assert.equal((await send({ [field]: text })).status, 204, text)
})
