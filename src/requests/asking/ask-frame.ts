/** What every page of asking has around it: that of the administration, also for whoever has no account yet. */
import type { Context } from 'hono'
import type { AdminDeps } from '../../access/admin/admin-env.ts'
import { type AdminFrame, adminFrame } from '../../access/admin/frame.ts'
import { mineText } from '../mine/text.ts'
import { askPaths } from '../request-paths.ts'
import type { AskEnv } from './asker.tsx'
import { askText } from './text.ts'

export function askFrame(c: Context<AskEnv>, deps: AdminDeps): AdminFrame {
  const { viewer, name, organisation } = c.get('asker')
  if (viewer) return adminFrame(c, deps)
  const shell = deps.shell(c)
  const text = askText[shell.language]
  const item = (label: string, href: string) => ({
    name: label,
    href,
    current: c.req.path === href || c.req.path.startsWith(`${href}/`),
  })
  return {
    shell,
    acting: { person: name, capacity: text.newcomer, for: organisation.name, changeHref: null },
    menu: [
      {
        title: text.section,
        items: [item(text.menu, askPaths.start), item(mineText[shell.language].title, askPaths.requests)],
      },
    ],
  }
}
