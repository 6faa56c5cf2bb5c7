import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Hono } from 'hono'
import { drain } from './drain.ts'

const piece = new Uint8Array(1000)

/** How many pieces of an endless form are asked for, and of one of `pieces`. */
async function asked(most: number, pieces = Number.POSITIVE_INFINITY): Promise<number> {
  let sent = 0
  const body = new ReadableStream<Uint8Array>(
    {
      pull: (controller) => {
        if (sent >= pieces) return controller.close()
        sent += 1
        controller.enqueue(piece)
      },
    },
    { highWaterMark: 0 },
  )
  const app = new Hono().post('/', async (c) => {
    await drain(c, most)
    return c.text('too large')
  })
  const request = { method: 'POST', body, duplex: 'half' }
  const answer = await app.request(new Request('http://seb.example/', request))
  assert.equal(await answer.text(), 'too large')
  return sent
}

test('what is too large is thrown away to its end before it is answered', async () => {
  assert.equal(await asked(10_000, 7), 7)
})

test('nobody keeps SEB listening for ever', async () => {
  assert.equal(await asked(10_000), 10)
})
