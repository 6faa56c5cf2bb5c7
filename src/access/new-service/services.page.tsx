/** "Tjenester": what the organisation may use, what it has asked for, and who may ask. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { formatDate } from '../../web/format.ts'
import { adminPaths } from '../admin/admin-paths.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { newServicePaths, ownRequestPath } from './new-service-paths.ts'
import type { OwnService, ServiceRequest } from './service-requests.store.ts'
import { newServiceText } from './text.ts'

export type ServicesPageProps = {
  readonly frame: AdminFrame
  readonly services: readonly OwnService[]
  readonly requests: readonly ServiceRequest[]
  readonly mayAsk: boolean
  /** Whether those may ask who are chief administrators, for whoever decides it. */
  readonly chiefsAsk: boolean
  readonly decidesWhoAsks: boolean
  /** Whether the names lead to the roles that are handed out. */
  readonly linksToRoles: boolean
}

export function ServicesPage(props: ServicesPageProps) {
  const { frame, mayAsk } = props
  const text = newServiceText[frame.shell.language]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        mayAsk ? (
          <a class="button button-primary" href={newServicePaths.choose}>
            {text.ask}
          </a>
        ) : undefined
      }
    >
      {!mayAsk && <p>{text.chiefs.notYou}</p>}
      <Requests {...props} />
      <Services {...props} />
      <WhoAsks {...props} />
    </AdminLayout>
  )
}

function Requests({ frame, requests }: ServicesPageProps) {
  const { language } = frame.shell
  const text = newServiceText[language]
  if (requests.length === 0) return <p class="quiet">{text.requestsNone}</p>
  return (
    <table class="seb-table">
      <caption>{text.requestsTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{text.service}</th>
          <th scope="col">{text.askedAt}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {requests.map((request) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={ownRequestPath(request.id)}>
                {language === 'da' ? request.serviceDa : request.serviceEn}
              </a>
              <small>{request.askedBy}</small>
            </th>
            <td data-title={text.askedAt}>
              <span>{formatDate(request.askedAt, language)}</span>
            </td>
            <td data-title={text.state}>
              <span>{text.states[request.state]}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Services({ frame, services, linksToRoles }: ServicesPageProps) {
  const { language } = frame.shell
  const text = newServiceText[language]
  if (services.length === 0)
    return (
      <div class="seb-empty">
        <p class="strong">{text.ownNone}</p>
        <p>{text.ownNoneNext}</p>
      </div>
    )
  return (
    <table class="seb-table">
      <caption>{text.ownTitle}</caption>
      <thead>
        <tr>
          <th scope="col">{text.service}</th>
          <th scope="col">{text.until}</th>
        </tr>
      </thead>
      <tbody>
        {services.map(({ id, nameDa, nameEn, validUntil }) => {
          const name = language === 'da' ? nameDa : nameEn
          return (
            <tr>
              <th scope="row">
                {linksToRoles ? (
                  <a class="seb-name seb-hit" href={`${adminPaths.roles}#tjeneste-${id}`}>
                    {name}
                  </a>
                ) : (
                  name
                )}
              </th>
              <td data-title={text.until}>
                <span>{validUntil ? formatDate(new Date(validUntil.getTime() - 1), language) : text.noEnd}</span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

function WhoAsks({ frame, chiefsAsk, decidesWhoAsks }: ServicesPageProps) {
  const text = newServiceText[frame.shell.language].chiefs
  if (!decidesWhoAsks) return null
  return (
    <section>
      <h2>{text.title}</h2>
      <p>{chiefsAsk ? text.yes : text.no}</p>
      <form method="post" action={newServicePaths.chiefs}>
        <button class="button button-secondary" type="submit" name="soeger" value={chiefsAsk ? 'nej' : 'ja'}>
          {chiefsAsk ? text.stop : text.allow}
        </button>
      </form>
    </section>
  )
}
