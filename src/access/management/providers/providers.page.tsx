/** "Identitetsudbydere": every log-in there is, how its metadata is, and how many services use it. */
import type { Page } from '../../../storage/keyset.ts'
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { Pager } from '../../../web/pager.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { managementPaths, providerPath } from '../management-paths.ts'
import { managementText } from '../text.ts'
import { HealthState } from './health-state.tsx'
import { healthOf } from './provider-health.ts'
import type { ProviderReader } from './provider-reader.ts'
import { type ListedProvider, type ProviderQuery, providerStates } from './providers.store.ts'
import { providersText } from './text.ts'

export type ProvidersPageProps = {
  readonly frame: AdminFrame
  readonly list: Page<ListedProvider>
  readonly query: ProviderQuery
  readonly summarise: ProviderReader['summarise']
  readonly now: Date
}

export function ProvidersPage({ frame, list, query, summarise, now }: ProvidersPageProps) {
  const { language } = frame.shell
  const text = providersText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        <a class="button button-primary" href={providerPath('ny')}>
          {text.add}
        </a>
      }
    >
      <form class="seb-filters" method="get" action={managementPaths.providers}>
        <div>
          <label class="form-label" for="soeg">
            {text.search}
          </label>
          <input class="form-input" type="search" id="soeg" name="soeg" value={query.text} />
        </div>
        <div>
          <label class="form-label" for="tilstand">
            {text.state}
          </label>
          <select class="form-select" id="tilstand" name="tilstand">
            {providerStates.map((state) => (
              <option value={state} selected={state === query.state}>
                {text.states[state]}
              </option>
            ))}
          </select>
        </div>
        <button class="button button-secondary" type="submit">
          {managementText[language].show}
        </button>
      </form>
      {list.rows.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.none}</p>
        </div>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.title}</caption>
          <thead>
            <tr>
              <th scope="col">{managementText[language].name}</th>
              <th scope="col">{text.kind}</th>
              <th scope="col" class="r">
                {managementText[language].services}
              </th>
              <th scope="col">{text.health}</th>
            </tr>
          </thead>
          <tbody>
            {list.rows.map(({ id, nameDa, nameEn, kind, category, services, enabled, problem, metadata }) => (
              <tr>
                <th scope="row">
                  <a class="seb-name seb-hit" href={providerPath(id)}>
                    {language === 'da' ? nameDa : nameEn}
                  </a>
                </th>
                <td data-title={text.kind}>
                  <span>{kind === 'local' ? text.categories[category] : text.kinds[kind]}</span>
                </td>
                <td data-title={managementText[language].services} class="r">
                  <span>{services}</span>
                </td>
                <td data-title={text.health}>
                  <HealthState
                    sprite={frame.shell.assets.icons}
                    health={healthOf({ enabled, problem, summary: summarise(metadata) }, now, language)}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager shell={frame.shell} page={list} list={addressOf(query)} />
    </AdminLayout>
  )
}

function addressOf({ text, state }: ProviderQuery): string {
  const set = Object.entries({ soeg: text, tilstand: state === 'all' ? '' : state }).filter(([, value]) => value !== '')
  return `${managementPaths.providers}?${new URLSearchParams(set)}`
}
