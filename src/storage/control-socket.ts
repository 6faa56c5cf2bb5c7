/**
 * A door for operators' commands in the data directory: a running SEB listens on `seb.sock`, which only its own user may
 * open, since the embedded database cannot be opened a second time. One request and one answer a connection, as JSON.
 */
import { chmodSync, rmSync } from 'node:fs'
import { connect, createServer, type Socket } from 'node:net'
import { join, relative } from 'node:path'
import { text } from 'node:stream/consumers'
import { Problem } from '../base/problem.ts'

/** What a command does when it is called with what came over the socket: parsed there, since anything may come. */
export type Commands = Readonly<Record<string, (args: unknown) => Promise<unknown>>>

/** What a command of the operator's ends with. */
export interface CommandResult {
  exitCode: number
  output: string
}

export interface ControlSocket {
  close(): Promise<void>
}

/** `{"command": "apply", "args": …}`, answered by `{"result": …}` or `{"problem": "…"}`. */
type Answer = { result: unknown } | { problem: string }

const silentSeconds = 10
const largestRequest = 256 * 1024 * 1024

/** Listens. The caller holds the lock of the directory, so a socket that lies there is a dead process's. */
export async function listenForCommands(directory: string, commands: Commands): Promise<ControlSocket> {
  const path = socketPath(directory)
  rmSync(path, { force: true })
  const server = createServer({ allowHalfOpen: true }, (socket) => {
    socket.on('error', () => socket.destroy())
    answer(socket, commands).then(
      (reply) => socket.end(JSON.stringify(reply)),
      () => socket.destroy(),
    )
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    // Never open to others, not even for the moment between listening and chmod.
    const before = process.umask(0o177)
    server.listen(path, resolve)
    process.umask(before)
  })
  chmodSync(path, 0o600)
  return { close: () => new Promise((resolve) => server.close(() => resolve())) }
}

async function answer(socket: Socket, commands: Commands): Promise<Answer> {
  let received = 0
  socket.on('data', (chunk) => {
    received += chunk.length
    if (received > largestRequest) socket.destroy()
  })
  // A connection that says nothing must not keep SEB from stopping; a command may take its time.
  socket.setTimeout(silentSeconds * 1000, () => socket.destroy())
  const { command, args } = JSON.parse(await text(socket)) as { command: string; args: unknown }
  socket.setTimeout(0)
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!run) return { problem: `the running SEB does not know the command ${command}` }
  try {
    return { result: await run(args) }
  } catch (error) {
    return { problem: error instanceof Problem ? error.detail : 'the running SEB failed; see its log' }
  }
}

/** Has the SEB that runs on this directory do it; `none` when there is none. */
export async function sendCommand(
  directory: string,
  command: string,
  args: unknown,
): Promise<{ answered: true; result: unknown } | { answered: false }> {
  const socket = await open(socketPath(directory))
  if (!socket) return { answered: false }
  socket.end(JSON.stringify({ command, args }))
  const reply = await text(socket)
  if (reply === '') throw new Problem('configuration', 'the running SEB stopped before it had answered')
  const parsed = JSON.parse(reply) as Answer
  if ('problem' in parsed) throw new Problem('configuration', parsed.problem)
  return { answered: true, result: parsed.result }
}

function open(path: string): Promise<Socket | null> {
  return new Promise((resolve, reject) => {
    const socket = connect({ path, allowHalfOpen: true })
    socket.once('connect', () => resolve(socket))
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT' || error.code === 'ECONNREFUSED') resolve(null)
      else reject(error)
    })
  })
}

/** The address of a socket holds 107 bytes (unix(7)): a deep directory is reached from where the process stands. */
function socketPath(directory: string): string {
  const path = join(directory, 'seb.sock')
  const shorter = relative('.', path)
  const shortest = shorter.length < path.length ? shorter : path
  if (Buffer.byteLength(shortest) > 107)
    throw new Problem('configuration', `DATA_DIR: the path is too long for a socket: ${path}`)
  return shortest
}
