/** "Hvem bruger den": organisations with access now, and how many in each hold a role. Numbers, no names of people. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { formatDate } from '../../../web/format.ts'
import type { AdminFrame } from '../../admin/frame.ts'
import { organisationPath } from '../management-paths.ts'
import { crumbsOf } from './facts/facts-form.page.tsx'
import { Pager } from './pager.tsx'
import type { Place } from './place.ts'
import { type Use, usePerPage } from './service.store.ts'
import { below } from './services-paths.ts'
import { servicesText } from './text.ts'

export type UsePageProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
  readonly use: readonly Use[]
  readonly total: number
  readonly page: number
}

export function UsePage({ frame, place, service, use, total, page }: UsePageProps) {
  const { language } = frame.shell
  const text = servicesText[language]
  return (
    <AdminLayout {...frame} title={text.use} lead={text.useLead} breadcrumb={crumbsOf(place, service, language)}>
      {use.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{text.useNone}</p>
          <p>{text.useNoneNext}</p>
        </div>
      ) : (
        <table class="seb-table">
          <caption class="sr-only">{text.use}</caption>
          <thead>
            <tr>
              <th scope="col">{text.organisation}</th>
              <th scope="col">{text.cvr}</th>
              <th scope="col">{text.until}</th>
              <th scope="col" class="r">
                {text.people}
              </th>
            </tr>
          </thead>
          <tbody>
            {use.map(({ organisationId, name, cvr, validUntil, people }) => (
              <tr>
                <th scope="row">
                  {place.as === 'management' ? (
                    <a class="seb-name seb-hit" href={organisationPath(organisationId)}>
                      {name}
                    </a>
                  ) : (
                    <span class="seb-name">{name}</span>
                  )}
                </th>
                <td data-title={text.cvr}>
                  <span class="num">{cvr}</span>
                </td>
                <td data-title={text.until}>
                  <span class="nowrap">
                    {validUntil ? formatDate(new Date(validUntil.getTime() - 1), language) : text.noEnd}
                  </span>
                </td>
                <td data-title={text.people} class="r">
                  <span>{new Intl.NumberFormat(language).format(people)}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <Pager
        {...{ language, page, total, perPage: usePerPage, shown: use.length }}
        address={(other) => `${below.use(place.base)}?side=${other}`}
      />
    </AdminLayout>
  )
}
