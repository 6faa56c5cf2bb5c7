/** A service's registered metadata: its keys with their ends, its addresses, and whether it could be fetched. */
import { endsSoon, type MetadataKey, type MetadataSummary } from '../../../../services/metadata-reading.ts'
import { formatDate, formatDateTime } from '../../../../web/format.ts'
import { Icon } from '../../../../web/icons.tsx'
import type { Shell } from '../../../../web/shell.ts'
import type { ServicePageProps } from '../service.page.tsx'
import type { ServiceDescription } from '../service.store.ts'
import { below } from '../services-paths.ts'
import { servicesText } from '../text.ts'

export function MetadataSection({ frame, place, service, metadata, now }: ServicePageProps) {
  const text = servicesText[frame.shell.language]
  return (
    <>
      {service.metadataProblem !== null && (
        <div class="seb-callout">
          <h3>{text.problemTitle}</h3>
          <p>
            {text.problemNext} <span lang="en">{service.metadataProblem}</span>
          </p>
        </div>
      )}
      {metadata?.keys.some((key) => endsSoon(key, now)) && (
        <div class="seb-callout">
          <h3>{text.soonTitle}</h3>
          <p>{text.soon}</p>
        </div>
      )}
      {metadata ? (
        <>
          <KeyTable shell={frame.shell} keys={metadata.keys} now={now} />
          <Addresses shell={frame.shell} service={service} metadata={metadata} />
        </>
      ) : (
        <div class="seb-callout">
          <h3>{text.unreadableTitle}</h3>
          <p>{text.unreadable}</p>
        </div>
      )}
      <p>
        <a class="seb-hit" href={below.checkMetadata(place.base)}>
          {text.checkMetadata}
        </a>
      </p>
    </>
  )
}

type KeyTableProps = { readonly shell: Shell; readonly keys: readonly MetadataKey[]; readonly now: Date }

function KeyTable({ shell, keys, now }: KeyTableProps) {
  const { language, assets } = shell
  const text = servicesText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.metadata}</caption>
      <thead>
        <tr>
          <th scope="col">{text.keyUse}</th>
          <th scope="col">{text.keyKind}</th>
          <th scope="col">{text.serial}</th>
          <th scope="col">{text.expires}</th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const over = key.validUntil <= now
          return (
            <tr>
              <th scope="row">{text.keyUses[key.use]}</th>
              <td data-title={text.keyKind}>
                <span>{key.kind}</span>
              </td>
              <td data-title={text.serial}>
                <span class="num">{key.serialNumber}</span>
              </td>
              <td data-title={text.expires}>
                <span class="nowrap">{formatDate(key.validUntil, language)}</span>
                {endsSoon(key, now) && (
                  <small class={`seb-state seb-state--${over ? 'bad' : 'warn'}`}>
                    <Icon sprite={assets.icons} name={over ? 'error' : 'warning'} />{' '}
                    {over ? text.expired : text.expiresSoon}
                  </small>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type AddressesProps = {
  readonly shell: Shell
  readonly service: ServiceDescription
  readonly metadata: MetadataSummary
}

function Addresses({ shell: { language }, service, metadata }: AddressesProps) {
  const text = servicesText[language]
  const fetched: readonly (readonly [string, string])[] = service.metadataAddress
    ? [
        [text.fetchedFrom, service.metadataAddress],
        [
          text.checkedAt,
          service.metadataCheckedAt ? formatDateTime(service.metadataCheckedAt, language) : text.nothing,
        ],
      ]
    : []
  const facts = [
    [text.entityId, service.entityId],
    [text.acs, metadata.acs.join(' ')],
    [text.logOut, metadata.logOut.join(' ') || text.nothing],
    ...fetched,
    [text.readAt, formatDateTime(service.metadataReadAt, language)],
  ] as const
  return (
    <dl class="seb-pairs">
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
