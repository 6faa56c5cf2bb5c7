/** One organisation as system management sees it: facts, what it may use, who administers it, its units. */
import { AdminLayout } from '../../web/admin-layout.tsx'
import { formatDate } from '../../web/format.ts'
import type { AdminFrame } from '../admin/frame.ts'
import { managementPaths, takeBackPath } from './management-paths.ts'
import type { OrganisationDescription, OrganisationGrant } from './organisations.store.ts'
import { managementText } from './text.ts'

export type OrganisationPageProps = {
  readonly frame: AdminFrame
  readonly organisation: OrganisationDescription
  readonly mayGrant: boolean
  readonly now: Date
}

export function OrganisationPage(props: OrganisationPageProps) {
  const { frame, organisation } = props
  const { language } = frame.shell
  const text = managementText[language]
  const facts = [
    [text.cvr, organisation.cvr],
    [text.kind, text.kinds[organisation.kind]],
    [text.status, text.statuses[organisation.status]],
    [text.since, formatDate(organisation.createdAt, language)],
    [text.employees, new Intl.NumberFormat(language).format(organisation.employees)],
  ] as const
  return (
    <AdminLayout
      {...frame}
      title={organisation.name}
      breadcrumb={[{ name: text.title, href: managementPaths.organisations }]}
    >
      <dl class="seb-facts">
        {facts.map(([name, value]) => (
          <div>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <section class="seb-section" aria-labelledby="tjenester">
        <h2 id="tjenester">{text.services}</h2>
        {organisation.grants.length === 0 ? <p>{text.noGrants}</p> : <Grants {...props} />}
      </section>
      <section class="seb-section" aria-labelledby="administratorer">
        <h2 id="administratorer">{text.administrators}</h2>
        {organisation.administrators.length === 0 ? (
          <p>{text.noAdministrators}</p>
        ) : (
          <ul>
            {organisation.administrators.map(({ name, level }) => (
              <li>
                {name}, {text.levels[level]}
              </li>
            ))}
          </ul>
        )}
      </section>
      <section class="seb-section" aria-labelledby="enheder">
        <h2 id="enheder">{text.units}</h2>
        {organisation.units.length === 0 ? <p>{text.noUnits}</p> : <Units {...props} />}
      </section>
    </AdminLayout>
  )
}

function Grants({ frame, organisation, mayGrant, now }: OrganisationPageProps) {
  const { language } = frame.shell
  const text = managementText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.services}</caption>
      <thead>
        <tr>
          <th scope="col">{text.service}</th>
          <th scope="col">{text.roles}</th>
          <th scope="col">{text.from}</th>
          <th scope="col">{text.until}</th>
          {mayGrant && (
            <th scope="col">
              <span class="sr-only">{text.takeBack}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {organisation.grants.map((grant) => {
          const over = grant.validUntil !== null && grant.validUntil <= now
          const service = language === 'da' ? grant.serviceDa : grant.serviceEn
          return (
            <tr>
              <th scope="row">
                <span class="seb-name">{service}</span>
                {over && <small>{text.over}</small>}
              </th>
              <td data-title={text.roles}>
                <span>{grant.roles?.map((role) => role[language]).join(', ') ?? text.allRoles}</span>
              </td>
              <td data-title={text.from}>
                <span class="nowrap">{formatDate(grant.validFrom, language)}</span>
              </td>
              <td data-title={text.until}>
                <span class="nowrap">{lastDay(grant, language)}</span>
              </td>
              {mayGrant && (
                <td>
                  {!over && (
                    <a class="seb-hit" href={takeBackPath(organisation.id, grant.id)}>
                      {text.takeBack}
                      <span class="sr-only"> {service}</span>
                    </a>
                  )}
                </td>
              )}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

/** An end is the first moment after. */
function lastDay({ validUntil }: OrganisationGrant, language: 'da' | 'en'): string {
  return validUntil ? formatDate(new Date(validUntil.getTime() - 1), language) : managementText[language].noEnd
}

function Units({ frame, organisation }: Pick<OrganisationPageProps, 'frame' | 'organisation'>) {
  const text = managementText[frame.shell.language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.units}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.sor}</th>
          <th scope="col">{text.pNumber}</th>
          <th scope="col">{text.ydernummer}</th>
        </tr>
      </thead>
      <tbody>
        {organisation.units.map(({ name, sor, pNumber, ydernummer }) => (
          <tr>
            <th scope="row">{name}</th>
            <td data-title={text.sor}>
              <span class="num">{sor ?? '–'}</span>
            </td>
            <td data-title={text.pNumber}>
              <span class="num">{pNumber ?? '–'}</span>
            </td>
            <td data-title={text.ydernummer}>
              <span class="num">{ydernummer ?? '–'}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
