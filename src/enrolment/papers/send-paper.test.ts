/** A paper on its way in and out of SEB over HTTP. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import type { WebEnv } from '../../web/context.ts'
import { readForm } from '../../web/form.ts'
import { securityHeaders } from '../../web/security-headers.ts'
import { carriesPaper, paperField, readUpload } from './read-upload.ts'
import { sendPaper } from './send-paper.ts'

const app = new Hono<WebEnv>()
app.use(securityHeaders({ publicUrl: new URL('https://seb.example') }))
app.get('/paper', (c) => sendPaper(c, { kind: 'jpeg', bytes: Buffer.from([0xff, 0xd8]) }, '4F7K92QD'))
app.post('/paper', async (c) => {
  const checked = await readUpload(await readForm(c))
  return c.text('refused' in checked ? checked.refused : checked.kind)
})

test('a paper is handed out as a file under a name of SEB’s own, in which nothing runs', async () => {
  const answer = await app.request('/paper')
  assert.equal(answer.headers.get('content-type'), 'image/jpeg')
  assert.equal(answer.headers.get('content-disposition'), 'attachment; filename="tilmelding-4F7K-92QD.jpg"')
  assert.equal(answer.headers.get('x-content-type-options'), 'nosniff')
  assert.match(answer.headers.get('content-security-policy') ?? '', /^default-src 'none'; sandbox;/)
  assert.equal(answer.headers.get('cache-control'), 'no-store')
})

test('a file is taken out of its form by what it holds, and a form without one has an answer too', async () => {
  const form = new FormData()
  form.set(paperField, new File(['MZ a program'], 'underskrift.pdf', { type: 'application/pdf' }))
  assert.equal(await (await app.request('/paper', { method: 'POST', body: form })).text(), 'not-what-it-says')
  assert.equal(await (await app.request('/paper', { method: 'POST', body: new FormData() })).text(), 'empty')
})

test('only the forms that carry a paper may be as large as one', () => {
  const ways = ['/tilmeld/4F7K92QD/papir', '/forvaltning/tilmeldinger/0192/papir']
  for (const path of ways) assert.equal(carriesPaper(path), true, path)
  for (const path of ['/tilmeld/papir', '/tilmeld/a/b/papir', '/tilmeld/a/papir/b', '/admin/x/papir'])
    assert.equal(carriesPaper(path), false, path)
})
