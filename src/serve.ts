/** Starts SEB: settings, keys, database, app, and the door for operators' commands; and ends it without dropping anybody. */
import type { Server } from 'node:http'
import type { Hono } from 'hono'
import { createApp } from './app.ts'
import { createHeadsFile } from './audit/seal/heads-file.ts'
import { loadSealKeys } from './audit/seal/load-seal-keys.ts'
import { createSealer } from './audit/seal/seal-events.ts'
import { systemClock } from './base/clock.ts'
import type { Config } from './base/config.ts'
import { randomIds } from './base/ids.ts'
import { createLog, type Log } from './base/log.ts'
import { runJobs } from './base/run-jobs.ts'
import { createCommands } from './commands.ts'
import { createJobs } from './jobs.ts'
import { createPost, createStatusPost } from './post.ts'
import { loadOwnKeys } from './protocols/keys/load-own-keys.ts'
import { loadSecrets } from './protocols/keys/load-secrets.ts'
import { createBoard } from './status/board.ts'
import { listenForCommands } from './storage/control-socket.ts'
import { type Db, storageOptions } from './storage/database.ts'
import { openWhenThere } from './storage/open-when-there.ts'
import { createWaitingApp } from './waiting-app.tsx'
import type { WebEnv } from './web/context.ts'
import { createHttpServer } from './web/http-server.ts'

export interface RunningSeb {
  /** Lets requests under way finish, then closes the database. */
  stop(): Promise<void>
}

/** Seconds that requests under way get when SEB is told to stop. */
const drainSeconds = 25

export async function serve(config: Config): Promise<RunningSeb> {
  const log = createLog(config.LOG_LEVEL)
  const keys = await loadOwnKeys(config, systemClock)
  const secrets = await loadSecrets(config)
  const sealKeys = await loadSealKeys(config)
  const boardOn = (db: Db | null) => createBoard({ db, clock: systemClock, copyFile: config.statusCopyFile })
  const listener = createListener(config)
  const storage = await openWhenThere(storageOptions(config), async (why) => {
    log.error({ error: why }, 'the database cannot be reached; SEB tells its status and waits')
    await listener.show(createWaitingApp({ config, clock: systemClock, board: boardOn(null) }))
  })
  const headsFile = createHeadsFile({ db: storage.db, log, path: config.auditHeadsFile })
  const sealer = createSealer({ db: storage.db, clock: systemClock, keys: sealKeys, headsFile })
  const board = boardOn(storage.db)
  const deps = { config, clock: systemClock, ids: randomIds, log, storage, keys, secrets, sealer, sealKeys, board }
  // Where there is no sandbox, none of its code is loaded.
  const sandbox = config.sandbox ? await (await import('./start-sandbox.ts')).startSandbox(deps) : null
  const app = createApp({ ...deps, sandbox })
  const door = storage.engine === 'embedded' ? await listenForCommands(config.DATA_DIR, createCommands(deps)) : null
  await listener.show(app)
  const { server } = listener
  const post = createPost(deps)
  const statusPost = createStatusPost(deps)
  const jobs = runJobs(log, [...createJobs({ ...deps, post, statusPost }), ...(sandbox?.jobs ?? [])])
  announce(log, config, storage.engine)
  return {
    stop: async () => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve())
        server.closeIdleConnections()
        setTimeout(() => server.closeAllConnections(), drainSeconds * 1000).unref()
      })
      await jobs.stop()
      post.carrier?.close()
      statusPost.carrier?.close()
      await door?.close()
      await storage.close()
    },
  }
}

/** The door for HTTP: opened with the first app that is shown, and kept open when another takes its place. */
function createListener({ PORT, host }: Config): { server: Server; show(app: Hono<WebEnv>): Promise<void> } {
  let shown: Hono<WebEnv> | null = null
  const server = createHttpServer({
    fetch: (...request) => {
      if (!shown) throw new Error('nothing is shown yet')
      return shown.fetch(...request)
    },
  })
  return {
    server,
    show: async (app) => {
      shown = app
      if (server.listening) return
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject)
        server.listen(PORT, host, resolve)
      })
    },
  }
}

function announce(log: Log, config: Config, engine: string): void {
  log.info({ url: config.publicUrl.href, engine, sandbox: config.sandbox }, 'SEB is running')
  if (config.loopback)
    log.warn({}, 'PUBLIC_URL is loopback: keys are made by SEB itself. This is for trial, not for people.')
}
