import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createHealth } from './health.ts'

const { routes } = createHealth({ ready: async () => undefined, metricsToken: 'a token of this test' })
const status = async (authorization?: string) =>
  (await routes.request('/metrics', { headers: authorization ? { authorization } : {} })).status

test('where there is a token, the measurements are for whoever shows it, and to others they are not there', async () => {
  assert.equal(await status('Bearer a token of this test'), 200)
  for (const shown of [
    undefined,
    'Bearer',
    'Bearer another',
    'Basic a token of this test',
    'Bearer a token of this tesT',
  ])
    assert.equal(await status(shown), 404, shown)
})

test('without a token, a request that did not come from the machine itself finds nothing', async () => {
  const closed = createHealth({ ready: async () => undefined, metricsToken: null })
  assert.equal((await closed.routes.request('/metrics')).status, 404)
})
