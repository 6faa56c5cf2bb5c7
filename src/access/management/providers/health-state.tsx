/** How an identity provider's metadata is, with a sign where somebody must do something. */
import { Icon } from '../../../web/icons.tsx'
import type { Health } from './provider-health.ts'

export function HealthState({ sprite, health }: { readonly sprite: string; readonly health: Health }) {
  if (health.grave === null) return <span>{health.text}</span>
  return (
    <span class={`seb-state seb-state--${health.grave}`}>
      <Icon sprite={sprite} name={health.grave === 'bad' ? 'error' : 'warning'} /> {health.text}
    </span>
  )
}
