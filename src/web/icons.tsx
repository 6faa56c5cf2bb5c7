/** The icons of Det Fælles Designsystem that SEB uses, drawn from one sprite file of our own origin. */

export const iconNames = [
  'arrow-back',
  'arrow-forward',
  'business',
  'chevron-right',
  'error',
  'help',
  'info',
  'menu',
  'minus',
  'person',
  'success',
  'time',
  'warning',
] as const

export type IconName = (typeof iconNames)[number]

/** An icon beside words that say the same: it is hidden from screen readers. */
export function Icon(props: { sprite: string; name: IconName; class?: string }) {
  return (
    <svg class={props.class ? `icon-svg ${props.class}` : 'icon-svg'} focusable="false" aria-hidden="true">
      <use href={`${props.sprite}#${props.name}`} />
    </svg>
  )
}
