/** The menu of the administration, in order. A page that is not built has no line here. */
import type { Language } from '../../web/languages.ts'
import type { Capacity } from '../capacities/capacity.ts'
import { adminPaths } from './admin-paths.ts'

export interface MenuEntry {
  name: Record<Language, string>
  href: string
  shownTo: (capacity: Capacity) => boolean
}

export const adminMenu: readonly { title: Record<Language, string> | null; items: readonly MenuEntry[] }[] = [
  { title: null, items: [{ name: { da: 'Overblik', en: 'Overview' }, href: adminPaths.home, shownTo: () => true }] },
]
