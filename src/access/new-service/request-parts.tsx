/** What the pages of a request for a service have in common: what was asked for, and what is wrong with a form. */
import { fillText } from '../../web/fill.ts'
import { formatDateTime } from '../../web/format.ts'
import type { Language } from '../../web/languages.ts'
import { adminText } from '../admin/pages/text.ts'
import type { Wrong } from '../management/fields.tsx'
import type { GrantableService } from '../management/grants/grantable.store.ts'
import { grantsText } from '../management/grants/text.ts'
import type { ServiceRequest } from './service-requests.store.ts'
import { newServiceText } from './text.ts'

export function WrongSummary({ title, wrong }: { readonly title: string; readonly wrong: Wrong }) {
  const all = Object.entries(wrong)
  if (all.length === 0) return null
  return (
    <div class="seb-mistakes" role="alert">
      <h2>{title}</h2>
      <ul>
        {all.map(([field, sentence]) => (
          <li>
            <a href={`#${field}`}>{sentence}</a>
          </li>
        ))}
      </ul>
    </div>
  )
}

export function sentWords({ askedAt, askedBy, askedAs }: ServiceRequest, language: Language): string {
  return fillText(newServiceText[language].request.sent, {
    at: formatDateTime(askedAt, language),
    name: askedBy,
    capacity: adminText[language].capacities[askedAs],
  })
}

type AskedForProps = {
  readonly language: Language
  readonly request: ServiceRequest
  /** Null where the service is gone. */
  readonly service: GrantableService | null
}

export function AskedFor({ language, request, service }: AskedForProps) {
  const text = newServiceText[language].request
  const roles = (service?.roles ?? []).filter(({ id }) => request.roleIds?.includes(id))
  const ceilings = (service?.scopeKinds ?? []).flatMap((kind) => {
    const values = request.ceilings[kind] ?? []
    return values.length === 0 ? [] : [`${grantsText[language].scopes[kind]}: ${values.join(', ')}`]
  })
  return (
    <dl class="seb-pairs">
      <div>
        <dt>{text.roles}</dt>
        <dd>
          {request.roleIds === null
            ? text.allRoles
            : roles.map(({ nameDa, nameEn }) => (language === 'da' ? nameDa : nameEn)).join(', ')}
        </dd>
      </div>
      <div>
        <dt>{text.people}</dt>
        <dd>{new Intl.NumberFormat(language).format(request.people)}</dd>
      </div>
      <div>
        <dt>{text.ceilings}</dt>
        <dd>{ceilings.length === 0 ? text.none : ceilings.map((line) => <p>{line}</p>)}</dd>
      </div>
      <div>
        <dt>{text.why}</dt>
        <dd>{request.why}</dd>
      </div>
    </dl>
  )
}
