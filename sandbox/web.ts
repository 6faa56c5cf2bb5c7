/** What the routes of the sandbox get from the program around them. */
import type { Context } from 'hono'
import type { WebEnv } from '../src/web/context.ts'
import type { Shell } from '../src/web/shell.ts'

export interface SandboxWeb {
  shell: (c: Context<WebEnv>) => Shell
  /** True when SEB is reached over TLS. */
  secure: boolean
}
