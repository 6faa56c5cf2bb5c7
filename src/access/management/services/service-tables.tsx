/** The tables on the page of a service: roles, what it is told, log-ins, owners. */
import { fillText } from '../../../web/fill.ts'
import { formatDate } from '../../../web/format.ts'
import type { Language } from '../../../web/languages.ts'
import { attributesText } from './attributes/text.ts'
import type { Place } from './place.ts'
import type { ServiceDescription, ServiceRole } from './service.store.ts'
import { below } from './services-paths.ts'
import { servicesText } from './text.ts'

type TableProps = {
  readonly language: Language
  readonly place: Pick<Place, 'as' | 'base'>
  readonly service: ServiceDescription
}

export function RoleTable({ language, place, service }: TableProps) {
  const text = servicesText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.roles}</caption>
      <thead>
        <tr>
          <th scope="col">{text.role}</th>
          <th scope="col">{text.state}</th>
        </tr>
      </thead>
      <tbody>
        {service.roles.map((role) => (
          <tr>
            <th scope="row">
              <a class="seb-name seb-hit" href={below.role(place.base, role.id)}>
                {language === 'da' ? role.nameDa : role.nameEn}
              </a>
              {role.sensitive && ` (${text.sensitive.toLowerCase()})`}
              <small>{language === 'da' ? role.descriptionDa : role.descriptionEn}</small>
            </th>
            <td data-title={text.state}>
              <span>{stateInWords(role, language)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `Slutter 30. jun. 2027`: the last day it holds. */
export function stateInWords(
  { state, retiredAt }: Pick<ServiceRole, 'state' | 'retiredAt'>,
  language: Language,
): string {
  const date = retiredAt ? formatDate(new Date(retiredAt.getTime() - 1), language) : ''
  return fillText(servicesText[language].states[state], { date })
}

export function AttributeTable({ language, service }: Omit<TableProps, 'place'>) {
  const text = servicesText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.attributes}</caption>
      <thead>
        <tr>
          <th scope="col">{text.attribute}</th>
          <th scope="col">{text.legalBasis}</th>
        </tr>
      </thead>
      <tbody>
        {service.attributes.map(({ name, legalBasis }) => (
          <tr>
            <th scope="row">{attributeInWords(name, language)}</th>
            <td data-title={text.legalBasis}>
              <span>{legalBasis}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** SEB's own name where there are no words for it. */
export function attributeInWords(name: string, language: Language): string {
  const names: Readonly<Record<string, string>> = attributesText[language].names
  return (Object.hasOwn(names, name) && names[name]) || name
}

export function ProviderList({ language, service }: Omit<TableProps, 'place'>) {
  const text = servicesText[language]
  return (
    <ul>
      {service.providers.map(({ nameDa, nameEn, enabled }) => {
        const name = language === 'da' ? nameDa : nameEn
        return (
          <li>
            {name}
            {!enabled && ` (${text.providerOff})`}
          </li>
        )
      })}
    </ul>
  )
}

export function OwnerTable({ language, place, service }: TableProps) {
  const text = servicesText[language]
  return (
    <table class="seb-table">
      <caption class="sr-only">{text.owners}</caption>
      <thead>
        <tr>
          <th scope="col">{text.name}</th>
          <th scope="col">{text.since}</th>
          <th scope="col">
            <span class="sr-only">{text.remove}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {service.owners.map(({ appointmentId, name, since }) => (
          <tr>
            <th scope="row">
              <span class="seb-name">{name}</span>
            </th>
            <td data-title={text.since}>
              <span class="nowrap">{formatDate(since, language)}</span>
            </td>
            <td>
              <a class="seb-hit" href={below.endOwner(place.base, appointmentId)}>
                {text.remove}
                <span class="sr-only"> {name}</span>
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
