import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createLog } from './log.ts'
import { runJobs } from './run-jobs.ts'

const silent = createLog('silent')

test('a job runs at once and again, also after it failed, and is logged when it does', async () => {
  const told: object[] = []
  const runs = Promise.withResolvers<void>()
  let count = 0
  const run = async () => {
    count++
    if (count === 3) runs.resolve()
    if (count === 1) throw new Error('no database')
  }
  const log = { ...silent, error: (fields: object) => told.push(fields) }
  const jobs = runJobs(log, [{ name: 'test', everySeconds: 0.001, run }])
  // A pause does not keep a process alive; here something must.
  const alive = setInterval(() => undefined, 1000)
  await runs.promise
  clearInterval(alive)
  await jobs.stop()
  assert.deepEqual(told, [{ job: 'test', error: 'Error: no database' }])
})

test('stopping waits for the run under way, and begins no other', async () => {
  const finish = Promise.withResolvers<void>()
  const events: string[] = []
  const run = async () => {
    events.push('begun')
    await finish.promise
    events.push('ended')
  }
  const jobs = runJobs(silent, [{ name: 'test', everySeconds: 0, run }])
  const stopped = jobs.stop().then(() => events.push('stopped'))
  finish.resolve()
  await stopped
  assert.deepEqual(events, ['begun', 'ended', 'stopped'])
})

test('stopping does not wait for the next run to be due', async () => {
  let runs = 0
  const jobs = runJobs(silent, [{ name: 'test', everySeconds: 3600, run: async () => runs++ }])
  await new Promise((resolve) => setImmediate(resolve))
  await jobs.stop()
  assert.equal(runs, 1)
})
