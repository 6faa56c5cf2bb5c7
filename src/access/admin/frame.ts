/** What every page of the administration has around it: the shell, whom one acts for, and the menu of what one may see. */
import type { Context } from 'hono'
import { noticePaths } from '../../notices/notice-paths.ts'
import type { AdminLayoutProps, MenuSection } from '../../web/admin-layout.tsx'
import { fillText } from '../../web/fill.ts'
import type { Language } from '../../web/languages.ts'
import type { Capacity } from '../capacities/capacity.ts'
import type { AdminDeps, AdminEnv } from './admin-env.ts'
import { adminPaths } from './admin-paths.ts'
import { adminMenu } from './menu.ts'
import { adminText } from './pages/text.ts'

export type AdminFrame = Pick<AdminLayoutProps, 'shell' | 'acting' | 'menu'>

export function adminFrame<Env extends AdminEnv>(c: Context<Env>, deps: AdminDeps): AdminFrame {
  const shell = deps.shell(c)
  const { name, acting, capacities } = c.get('viewer')
  return {
    shell,
    acting: {
      person: name,
      capacity: capacityName(acting, shell.language),
      for: actsFor(acting, shell.language),
      changeHref: capacities.length > 1 ? adminPaths.chooseCapacity : null,
    },
    menu: menuFor(acting, c.req.path, shell.language, { [noticePaths.list]: c.get('unread') }),
  }
}

/** `brugeradministrator`, and for whom where somebody is away. */
export function capacityName(capacity: Capacity, language: Language): string {
  const text = adminText[language]
  const name = 'standsInFor' in capacity ? capacity.standsInFor : undefined
  return name === undefined
    ? text.capacities[capacity.kind]
    : fillText(text.standIn, { capacity: text.capacities[capacity.kind], name })
}

/** The organisation, the service, or all of SEB. */
export function actsFor(capacity: Capacity, language: Language): string {
  if ('service' in capacity) return language === 'da' ? capacity.service.nameDa : capacity.service.nameEn
  return capacity.organisation?.name ?? adminText[language].wholeSeb
}

/** Only what the capacity may see is in the menu; the longest address that the page begins with is the current one. */
function menuFor(
  capacity: Capacity,
  path: string,
  language: Language,
  counts: Readonly<Record<string, number>>,
): MenuSection[] {
  const sections = adminMenu.map(({ title, items }) => ({
    title: title[language],
    items: items
      .filter(({ shownTo }) => shownTo(capacity))
      .map(({ name, href }) => ({ name: name[language], href, count: counts[href] ?? 0 })),
  }))
  const current = sections
    .flatMap(({ items }) => items.map(({ href }) => href))
    .filter((href) => path === href || path.startsWith(`${href}/`))
    .sort((one, other) => other.length - one.length)[0]
  return sections
    .filter(({ items }) => items.length > 0)
    .map(({ title, items }) => ({ title, items: items.map((item) => ({ ...item, current: item.href === current })) }))
}
