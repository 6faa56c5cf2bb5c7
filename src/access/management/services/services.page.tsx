/** "Tjenester": every service that SEB knows, with what is wrong with it on the row. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { Icon } from '../../../web/icons.tsx'
import type { AdminFrame } from '../../admin/frame.ts'
import { healthOf } from './health.ts'
import { Pager } from './pager.tsx'
import { type ListedService, type ServiceList, type ServiceQuery, servicesPerPage } from './services.store.ts'
import { newServicePath, servicePath, servicesPath } from './services-paths.ts'
import { servicesText } from './text.ts'

export type ServicesPageProps = {
  readonly frame: AdminFrame
  readonly list: Omit<ServiceList, 'services'> & { readonly services: readonly ServiceRow[] }
  readonly query: ServiceQuery
  readonly now: Date
}

/** A row with the end of the key that ends first; null where the metadata cannot be read. */
export type ServiceRow = Omit<ListedService, 'metadata'> & { readonly firstEnd: Date | null }

export function ServicesPage({ frame, list, query, now }: ServicesPageProps) {
  const { language } = frame.shell
  const text = servicesText[language]
  const total = new Intl.NumberFormat(language).format(list.total)
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={list.total === 1 ? text.foundOne : fillText(text.found, { total })}
      actions={
        <a class="button button-primary" href={newServicePath}>
          {text.create}
        </a>
      }
    >
      <form class="seb-filters" method="get" action={servicesPath}>
        <div>
          <label class="form-label" for="soeg">
            {text.search}
          </label>
          <input class="form-input" type="search" id="soeg" name="soeg" value={query.text} />
        </div>
        <button class="button button-secondary" type="submit">
          {text.show}
        </button>
      </form>
      {list.services.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{query.text === '' ? text.none : text.noneFound}</p>
          <p>{query.text === '' ? text.noneNext : text.noneFoundNext}</p>
        </div>
      ) : (
        <Table {...{ frame, list, now }} />
      )}
      <Pager
        {...{ language, page: list.page, total: list.total, perPage: servicesPerPage, shown: list.services.length }}
        address={(page) => addressOf(query, page)}
      />
    </AdminLayout>
  )
}

function Table({ frame, list, now }: Omit<ServicesPageProps, 'query'>) {
  const { language, assets } = frame.shell
  const text = servicesText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.environment}</th>
          <th scope="col" class="r">
            {text.roles}
          </th>
          <th scope="col" class="r">
            {text.organisations}
          </th>
          <th scope="col">{text.health}</th>
        </tr>
      </thead>
      <tbody>
        {list.services.map((service) => {
          const health = healthOf(service, now, language)
          return (
            <tr>
              <th scope="row">
                <a class="seb-name seb-hit" href={servicePath(service.id)}>
                  {language === 'da' ? service.nameDa : service.nameEn}
                </a>
                {service.critical && <small>{text.criticals.yes}</small>}
              </th>
              <td data-title={text.environment}>
                <span>{text.environments[service.environment]}</span>
              </td>
              <td data-title={text.roles} class="r">
                <span>{service.roles}</span>
              </td>
              <td data-title={text.organisations} class="r">
                <span>{service.organisations}</span>
              </td>
              <td data-title={text.health}>
                {health.grave ? (
                  <span class={`seb-state seb-state--${health.grave}`}>
                    <Icon sprite={assets.icons} name={health.grave === 'bad' ? 'error' : 'warning'} /> {health.text}
                  </span>
                ) : (
                  <span>{health.text}</span>
                )}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function addressOf({ text }: ServiceQuery, page: number): string {
  const set = Object.entries({ soeg: text, side: String(page) }).filter(([, value]) => value !== '')
  return `${servicesPath}?${new URLSearchParams(set)}`
}
