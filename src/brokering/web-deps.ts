/** What the routes of sign-in and log-out need besides the sign-in itself. */
import type { Context } from 'hono'
import type { Board } from '../status/board.ts'
import type { WebEnv } from '../web/context.ts'
import type { Shell } from '../web/shell.ts'
import type { BrowserOptions } from './browser.ts'
import type { BrokeringDeps } from './deps.ts'

export interface WebDeps {
  brokering: BrokeringDeps
  browser: BrowserOptions
  /** The board of operational messages. */
  board: Board
  shell: (c: Context<WebEnv>) => Shell
}
