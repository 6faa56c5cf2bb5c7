/** A SEB that is started while its database is down: what can be read then. */
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { testClock } from '../test/support/test-clock.ts'
import { readConfig } from './base/config.ts'
import { createBoard } from './status/board.ts'
import { createWaitingApp } from './waiting-app.tsx'

const reading = readConfig({ DATA_DIR: '/nowhere', SANDBOX: 'off', LOG_LEVEL: 'silent' })
if (!reading.ok) throw new Error(reading.mistakes.join('\n'))
const clock = testClock(new Date('2026-11-25T10:00:00Z'))
const app = createWaitingApp({ config: reading.config, clock, board: createBoard({ db: null, clock }) })

test('the telephone numbers of the desk can be read while the database is down, with no form that nothing would keep', async () => {
  const page = await app.request('/kontakt')
  assert.equal(page.status, 200)
  const body = await page.text()
  assert.match(body, /33 32 39 00/)
  assert.match(body, /44 22 80 75/)
  assert.match(body, /Formularen, man ellers kan skrive i her, virker ikke, mens SEB er nede/)
  assert.doesNotMatch(body, /<form[^>]*method="post"/)
  assert.match(await (await app.request('/kontakt?sprog=en')).text(), /Call us or send a mail\./)
})

test('every other page says to come again, and leads there', async () => {
  for (const path of ['/', '/admin', '/login/vaelg']) {
    const page = await app.request(path)
    assert.deepEqual([page.status, page.headers.get('retry-after')], [503, '15'], path)
    assert.match(await page.text(), /href="\/kontakt"/)
  }
})
