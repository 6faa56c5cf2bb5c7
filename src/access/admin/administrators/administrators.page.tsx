/** "Administratorer": who administers the organisation and within which limits, and whether there are enough of them. */
import { AdminLayout } from '../../../web/admin-layout.tsx'
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import type { Language } from '../../../web/languages.ts'
import type { AppointedAdministrator } from '../../appointments/deciders.ts'
import { administratorPath, adminPaths, awayPath, ownAwayPath } from '../admin-paths.ts'
import { awayText } from '../away/text.ts'
import { lastDay } from '../employees/last-day.ts'
import type { AdminFrame } from '../frame.ts'
import type { Administrator, Appointment, LimitChoices } from './administrators.store.ts'
import { administratorsText } from './text.ts'

export type AdministratorsPageProps = {
  readonly frame: AdminFrame
  readonly administrators: readonly Administrator[]
  readonly choices: LimitChoices
  /** Account → until when they are away now, and who steps in. */
  readonly away: ReadonlyMap<string, AppointedAdministrator['away']>
  /** Nobody decides about themselves. */
  readonly ownPersonId: string
  readonly tooFewChiefs: boolean
}

export function AdministratorsPage({
  frame,
  administrators,
  choices,
  away,
  ownPersonId,
  tooFewChiefs,
}: AdministratorsPageProps) {
  const { language } = frame.shell
  const text = administratorsText[language]
  return (
    <AdminLayout
      {...frame}
      title={text.title}
      lead={text.lead}
      actions={
        <a class="button button-primary" href={adminPaths.appoint}>
          {text.appoint}
        </a>
      }
    >
      {tooFewChiefs && (
        <section class="seb-callout" aria-labelledby="for-faa">
          <h2 id="for-faa">{text.tooFewTitle}</h2>
          <p>{text.tooFew}</p>
        </section>
      )}
      <table class="seb-table">
        <caption class="sr-only">{text.title}</caption>
        <thead>
          <tr>
            <th scope="col">{text.name}</th>
            <th scope="col">{text.level}</th>
            <th scope="col">{text.units}</th>
            <th scope="col">{text.services}</th>
            <th scope="col">{text.since}</th>
            <th scope="col">
              <span class="sr-only">
                {text.change}, {text.remove}
              </span>
            </th>
          </tr>
        </thead>
        <tbody>
          {administrators.map(({ accountId, personId, name, unitName, active, appointment }) =>
            appointment ? (
              <tr>
                <th scope="row">
                  <span class="seb-name">{name}</span>
                  {personId === ownPersonId && ` (${text.you})`}
                  {unitName && <small>{unitName}</small>}
                  {!active && <small>{text.inactive}</small>}
                  <AwayNow language={language} away={away.get(accountId) ?? null} />
                </th>
                <td data-title={text.level}>
                  <span class="nowrap">{text.levels[appointment.level]}</span>
                </td>
                <td data-title={text.units}>
                  <span>{unitNames(appointment, choices, language)}</span>
                </td>
                <td data-title={text.services}>
                  <span>{serviceNames(appointment, choices, language)}</span>
                </td>
                <td data-title={text.since}>
                  <span class="nowrap">{formatDate(appointment.appointedAt, language)}</span>
                </td>
                <td>
                  {personId === ownPersonId ? (
                    <a class="seb-hit" href={ownAwayPath}>
                      {awayText[language].link}
                      <span class="sr-only"> {name}</span>
                    </a>
                  ) : (
                    <span>
                      <a class="seb-hit" href={administratorPath(accountId)}>
                        {text.change}
                        <span class="sr-only"> {name}</span>
                      </a>{' '}
                      <a class="seb-hit" href={awayPath(accountId)}>
                        {awayText[language].link}
                        <span class="sr-only"> {name}</span>
                      </a>{' '}
                      <a class="seb-hit" href={`${administratorPath(accountId)}/fjern`}>
                        {text.remove}
                        <span class="sr-only"> {name}</span>
                      </a>
                    </span>
                  )}
                </td>
              </tr>
            ) : null,
          )}
        </tbody>
      </table>
    </AdminLayout>
  )
}

function AwayNow({ language, away }: { language: Language; away: AppointedAdministrator['away'] }) {
  if (!away) return null
  const values = { until: formatDate(lastDay(away.until), language), name: away.standIn.name }
  return <small>{fillText(awayText[language].awayNow, values)}</small>
}

function unitNames({ unitIds }: Appointment, { units }: LimitChoices, language: Language): string {
  if (!unitIds) return administratorsText[language].allUnits
  return (
    units
      .filter(({ id }) => unitIds.includes(id))
      .map(({ name }) => name)
      .join(', ') || '–'
  )
}

function serviceNames({ serviceIds }: Appointment, { services }: LimitChoices, language: Language): string {
  if (!serviceIds) return administratorsText[language].allServices
  const named = services.filter(({ id }) => serviceIds.includes(id))
  return named.map(({ nameDa, nameEn }) => (language === 'da' ? nameDa : nameEn)).join(', ') || '–'
}
