import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { lockDataDirectory } from './data-directory-lock.ts'

const folder = mkdtempSync(join(tmpdir(), 'seb-lock-'))
after(() => rmSync(folder, { recursive: true }))

const directory = join(folder, 'database')
const isRunning = { code: 'configuration', detail: `SEB is already running on the directory ${directory}` }

test('a second SEB on the same directory is told that one is running', () => {
  const lock = lockDataDirectory(directory)
  assert.throws(() => lockDataDirectory(directory), isRunning)
  lock.release()
  lockDataDirectory(directory).release()
})

test('the directory is free again at once when its SEB is killed', async () => {
  const other = await lockedElsewhere()
  assert.throws(() => lockDataDirectory(directory), isRunning)
  other.kill('SIGKILL')
  await once(other, 'exit')
  lockDataDirectory(directory).release()
})

async function lockedElsewhere(): Promise<ChildProcess> {
  const code = `import { lockDataDirectory } from ${JSON.stringify(new URL('data-directory-lock.js', import.meta.url).href)}
    lockDataDirectory(${JSON.stringify(directory)}); console.log('locked'); setInterval(() => {}, 60_000)`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'pipe', 'inherit'] })
  await once(child.stdout, 'data')
  return child
}
