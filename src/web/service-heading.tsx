/** Which service this is about: a tile with its short name, a line on where one stands, its name. */

export type ServiceName = {
  readonly name: string
  /** Up to five letters for the tile: `FMK`. */
  readonly shortName: string
}

export function ServiceHeading({ line, service }: { line: string; service: ServiceName }) {
  return (
    <div class="seb-towards">
      <span class="seb-tile" aria-hidden="true">
        {service.shortName.slice(0, 5)}
      </span>
      <p>
        <span class="quiet">{line}</span>
        <br />
        <strong>{service.name}</strong>
      </p>
    </div>
  )
}
