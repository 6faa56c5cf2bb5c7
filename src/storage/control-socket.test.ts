import assert from 'node:assert/strict'
import { chmodSync, linkSync, mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { after, test } from 'node:test'
import { Problem } from '../base/problem.ts'
import { listenForCommands, sendCommand } from './control-socket.ts'

const directory = mkdtempSync(join(tmpdir(), 'seb-socket-'))
after(() => rmSync(directory, { recursive: true }))

const commands = {
  greet: async (args: unknown) => ({ greeting: `hello ${JSON.stringify(args)}` }),
  refuse: async () => {
    throw new Problem('configuration', 'not like this')
  },
  break: async () => {
    throw new Error('a detail nobody should see')
  },
}

test('a command is done by the SEB that runs, however long the request', async () => {
  const socket = await listenForCommands(directory, commands)
  try {
    const long = 'æ'.repeat(1_000_000)
    assert.deepEqual(await sendCommand(directory, 'greet', { long }), {
      answered: true,
      result: { greeting: `hello {"long":"${long}"}` },
    })
    await assert.rejects(sendCommand(directory, 'refuse', {}), { detail: 'not like this' })
    await assert.rejects(sendCommand(directory, 'break', {}), { detail: 'the running SEB failed; see its log' })
    await assert.rejects(sendCommand(directory, 'toString', {}), { detail: /does not know the command toString/ })
  } finally {
    await socket.close()
  }
})

test('only the user that SEB runs as can open the socket', async () => {
  chmodSync(directory, 0o755)
  const socket = await listenForCommands(directory, commands)
  assert.equal(statSync(join(directory, 'seb.sock')).mode & 0o777, 0o600)
  await socket.close()
})

test('nobody answers when SEB is not running, also when a killed one left its socket', async () => {
  assert.deepEqual(await sendCommand(directory, 'greet', {}), { answered: false })
  await leaveDeadSocket(join(directory, 'seb.sock'))
  assert.deepEqual(await sendCommand(directory, 'greet', {}), { answered: false })
  const socket = await listenForCommands(directory, commands)
  assert.deepEqual(await sendCommand(directory, 'greet', 1), { answered: true, result: { greeting: 'hello 1' } })
  await socket.close()
})

test('what is no command closes the connection and leaves SEB listening', async () => {
  const socket = await listenForCommands(directory, commands)
  const client = connect(join(directory, 'seb.sock'))
  client.end('this is not JSON')
  assert.equal(await text(client).catch(() => ''), '')
  assert.equal((await sendCommand(directory, 'greet', 2)).answered, true)
  await socket.close()
})

test('a directory whose path is too long for a socket is refused in so many words', async () => {
  const deep = join(directory, 'a'.repeat(120))
  mkdirSync(deep)
  await assert.rejects(listenForCommands(deep, commands), { detail: /DATA_DIR: the path is too long/ })
})

/** A socket file that nothing listens on any more. */
async function leaveDeadSocket(path: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(`${path}.live`, resolve))
  linkSync(`${path}.live`, path)
  await new Promise((resolve) => server.close(resolve))
}
