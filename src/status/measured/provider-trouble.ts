/** When what is seen in log-ins is worth a message: pure, so that the desk can be told why. */
import type { Effect } from '../message.ts'
import type { ProviderLogIns } from './log-ins.store.ts'

export interface ProviderTrouble {
  key: string
  name: { da: string; en: string }
  effect: Exclude<Effect, 'none'>
  since: Date
}

/** One who gives up, or forgot their telephone, is no fault of the provider's: so many in a row are. */
const fewest = 5
/** Of those who try, so many usually come back; fewer is a disturbance. */
const leastShare = 0.3
const fewestForShare = 20

/** Null where nothing stands out. */
export function troubleIn({
  key,
  name,
  sent,
  succeeded,
  waitingSince,
  waiting,
}: ProviderLogIns): ProviderTrouble | null {
  if (!waitingSince) return null
  // Whoever came through before it failed says nothing of it now: only those after the last of them count.
  if (waiting >= fewest) return { key, name, effect: 'down', since: waitingSince }
  if (sent >= fewestForShare && succeeded / sent < leastShare)
    return { key, name, effect: 'unstable', since: waitingSince }
  return null
}
