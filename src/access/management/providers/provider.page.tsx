/** One identity provider: what is set for it, its keys and how they are, and the services it is chosen for. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { formatDate, formatDateTime } from '../../../web/format.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { managementPaths, providerPath } from '../management-paths.ts'
import { HealthState } from './health-state.tsx'
import { healthOf } from './provider-health.ts'
import type { ProviderSummary } from './provider-reader.ts'
import type { Counterpart, ProviderRow } from './providers.store.ts'
import { providersText } from './text.ts'

/** What a page after a deed says has been done. */
export type ProviderDeed = keyof (typeof providersText)['da']['done']

export type ProviderPageProps = {
  readonly frame: AdminFrame
  readonly provider: ProviderRow
  readonly summary: ProviderSummary | null
  readonly services: readonly Counterpart[]
  readonly now: Date
  readonly done: ProviderDeed | null
}

export function ProviderPage(props: ProviderPageProps) {
  const { frame, provider, services, done } = props
  const { language } = frame.shell
  const text = providersText[language]
  const chosen = services.filter((service) => service.chosen)
  return (
    <AdminLayout
      {...frame}
      title={language === 'da' ? provider.name_da : provider.name_en}
      breadcrumb={[{ name: text.title, href: managementPaths.providers }]}
      actions={
        <a class="button button-secondary" href={providerPath(provider.id, 'ret')}>
          {text.change}
        </a>
      }
    >
      {done && (
        <div class="seb-callout seb-done" role="status">
          <p>{text.done[done]}</p>
        </div>
      )}
      <Facts {...props} />
      <Keys {...props} />
      <section class="seb-section" aria-labelledby="tjenester">
        <h2 id="tjenester">{text.services}</h2>
        {chosen.length === 0 ? (
          <p>{text.noServices}</p>
        ) : (
          <ul>
            {chosen.map(({ nameDa, nameEn }) => (
              <li>{language === 'da' ? nameDa : nameEn}</li>
            ))}
          </ul>
        )}
        <p>
          <a class="button button-secondary" href={providerPath(provider.id, 'tjenester')}>
            {text.changeServices}
          </a>
        </p>
      </section>
      <p class="seb-section">
        <a class="seb-hit" href={providerPath(provider.id, provider.enabled ? 'sluk' : 'taend')}>
          {provider.enabled ? text.switchOff : text.switchOn}
        </a>
      </p>
    </AdminLayout>
  )
}

function Facts({ frame, provider, summary, now }: ProviderPageProps) {
  const { language, assets } = frame.shell
  const text = providersText[language]
  const { enabled, metadata_problem: problem } = provider
  const facts = [
    [text.kind, text.kinds[provider.kind]],
    [text.category, text.categories[provider.category]],
    [text.region, provider.region],
    [text.municipality, provider.municipality],
    [text.aliases, provider.aliases.join(', ')],
    [text.keywords, provider.keywords.join(', ')],
    [text.allowedCvrs, provider.allowed_cvrs?.join(', ') ?? text.anyCvr],
    [text.highest, text.levels[provider.highest_assurance]],
    [text.logInKinds, provider.log_in_kinds.map((kind) => text.logInKindNames[kind]).join(', ')],
    [text.key, provider.key],
    [text.entityId, provider.entity_id],
  ].filter(([, value]) => value)
  return (
    <dl class="seb-facts">
      <div>
        <dt>{text.health}</dt>
        <dd>
          <HealthState sprite={assets.icons} health={healthOf({ enabled, problem, summary }, now, language)} />
        </dd>
      </div>
      {facts.map(([name, value]) => (
        <div>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

function Keys({ frame, provider, summary }: ProviderPageProps) {
  const { language } = frame.shell
  const text = providersText[language]
  const { metadata_address: address, metadata_checked_at: checked, metadata_problem: problem } = provider
  return (
    <section class="seb-section" aria-labelledby="noegler">
      <h2 id="noegler">{text.keys}</h2>
      {summary ? (
        <table class="seb-table">
          <caption class="sr-only">{text.keys}</caption>
          <thead>
            <tr>
              <th scope="col">{text.keyUse}</th>
              <th scope="col">{text.validUntil}</th>
              <th scope="col">{text.serial}</th>
            </tr>
          </thead>
          <tbody>
            {summary.keys.map(({ use, validUntil, serialNumber }) => (
              <tr>
                <th scope="row">{text.uses[use]}</th>
                <td data-title={text.validUntil}>
                  <span class="nowrap">{formatDate(validUntil, language)}</span>
                </td>
                <td data-title={text.serial}>
                  <span>{serialNumber}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <p>{text.noKeys}</p>
      )}
      {problem !== null && (
        <div class="seb-callout seb-callout--warn">
          <p>
            {text.problem} <span lang="en">{problem}</span>
          </p>
        </div>
      )}
      <dl class="seb-pairs">
        <div>
          <dt>{text.fetchedFrom}</dt>
          <dd>{address ?? text.broughtByHand}</dd>
        </div>
        <div>
          <dt>{text.lastRead}</dt>
          <dd>{formatDateTime(provider.metadata_read_at, language)}</dd>
        </div>
        {address !== null && checked && (
          <div>
            <dt>{text.lastFetched}</dt>
            <dd>{formatDateTime(checked, language)}</dd>
          </div>
        )}
      </dl>
      <p>
        <a class="button button-secondary" href={providerPath(provider.id, 'metadata')}>
          {text.newMetadata}
        </a>
      </p>
    </section>
  )
}
