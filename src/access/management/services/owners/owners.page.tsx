/** "Udpeg en tjenesteejer" and "Fjern som tjenesteejer?". */
import { AdminLayout } from '../../../../web/admin-layout.tsx'
import { fillText } from '../../../../web/fill.ts'
import { formatList } from '../../../../web/format.ts'
import type { AdminFrame } from '../../../admin/frame.ts'
import { crumbsOf } from '../facts/facts-form.page.tsx'
import type { Place } from '../place.ts'
import { below } from '../services-paths.ts'
import { servicesText } from '../text.ts'
import { candidatesShown, type OwnerCandidate } from './owner-candidates.store.ts'

type CommonProps = {
  readonly frame: AdminFrame
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: string
}

export type AppointOwnerPageProps = CommonProps & {
  readonly query: string
  readonly candidates: readonly OwnerCandidate[]
}

export function AppointOwnerPage({ frame, place, service, query, candidates }: AppointOwnerPageProps) {
  const { language } = frame.shell
  const text = servicesText[language]
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.ownersTitle, { service })}
      lead={text.ownersLead}
      breadcrumb={crumbsOf(place, service, language)}
    >
      <form class="seb-filters" method="get" action={below.owners(place.base)}>
        <div>
          <label class="form-label" for="soeg">
            {text.name}
          </label>
          <input class="form-input" type="search" id="soeg" name="soeg" value={query} />
        </div>
        <button class="button button-secondary" type="submit">
          {text.show}
        </button>
      </form>
      {candidates.length === 0 ? (
        <div class="seb-empty">
          <p class="strong">{query === '' ? text.ownersSearch : text.ownersNone}</p>
          {query !== '' && <p>{text.ownersNoneNext}</p>}
        </div>
      ) : (
        <ul class="seb-list plain-list">
          {candidates.map(({ personId, name, organisations, isOwner }) => (
            <li class="seb-line">
              <p>
                <span class="strong">{name}</span>
                {organisations.length > 0 && <span class="quiet">, {formatList(organisations, language)}</span>}
              </p>
              {isOwner ? (
                <p class="quiet">{text.ownerAlready}</p>
              ) : (
                <form method="post" action={below.owners(place.base)}>
                  <input type="hidden" name="person" value={personId} />
                  <button class="button button-secondary" type="submit">
                    {text.ownerChoose}
                    <span class="sr-only"> {name}</span>
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      {candidates.length === candidatesShown && (
        <p class="quiet">{fillText(text.ownersMore, { count: candidatesShown })}</p>
      )}
    </AdminLayout>
  )
}

export type EndOwnerPageProps = CommonProps & {
  readonly owner: { readonly appointmentId: string; readonly name: string }
}

export function EndOwnerPage({ frame, place, service, owner }: EndOwnerPageProps) {
  const { language } = frame.shell
  const text = servicesText[language]
  const { name } = owner
  return (
    <AdminLayout
      {...frame}
      title={fillText(text.ownerRemoveTitle, { name })}
      breadcrumb={crumbsOf(place, service, language)}
    >
      <ul>
        <li>{fillText(text.ownerRemove1, { name })}</li>
        <li>{fillText(text.ownerRemove2, { name })}</li>
      </ul>
      <form method="post" action={below.endOwner(place.base, owner.appointmentId)}>
        <p class="seb-actions">
          <button class="button button-primary" type="submit">
            {text.ownerRemoveNow}
          </button>
          <a href={place.base}>{text.form.cancel}</a>
        </p>
      </form>
    </AdminLayout>
  )
}
