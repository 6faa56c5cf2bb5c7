/** What the privileges of one group mean, in words: which roles, and what they hold for. */
import type { PrivilegeGroup } from '../../src/brokering/attributes/claims.ts'
import { fillText } from '../../src/web/fill.ts'
import type { Language } from '../../src/web/languages.ts'
import { organisationNames, organisations } from '../data/organisations.ts'
import { educations, rolesSending } from '../data/roles.ts'
import type { ServiceKey } from '../data/services.ts'
import { serviceText } from './text.ts'

export interface GroupInWords {
  /** Names of roles; the URNs themselves where no role is known to send them. */
  roles: readonly { name: string; description: string | null }[]
  /** What they hold for: an organisation, a production unit, an authorisation. */
  scope: string
  constraints: readonly string[]
}

export function groupInWords(service: ServiceKey, group: PrivilegeGroup, language: Language): GroupInWords {
  const roles = rolesSending(service, group.privileges)
  return {
    roles:
      roles.length > 0
        ? roles.map(({ names, descriptions }) => ({ name: names[language], description: descriptions[language] }))
        : group.privileges.map((privilege) => ({ name: privilege, description: null })),
    scope: scopeInWords(group.scope, language),
    constraints: group.constraints.map(({ name, value }) => constraintInWords(name, value, language)),
  }
}

const authorisation = /^urn:dk:healthcare:saml:userAuthorization:AuthorizationCode:(\w+):EducationCode:(\d+)$/

function scopeInWords(scope: string, language: Language): string {
  const text = serviceText[language].scopes
  const [, code, educationCode] = authorisation.exec(scope) ?? []
  if (code) {
    const education = Object.values(educations).find((one) => one.code === educationCode)
    return fillText(text.authorisation, { code, education: education?.type ?? '' })
  }
  const number = scope.slice(scope.lastIndexOf(':') + 1)
  if (scope.startsWith('urn:dk:gov:saml:cvrNumberIdentifier:'))
    return fillText(text.cvr, { name: organisationNames[number] ?? '', number })
  if (scope.startsWith('urn:dk:gov:saml:productionUnitIdentifier:')) return fillText(text.pNumber, { number })
  return scope
}

function constraintInWords(name: string, value: string, language: Language): string {
  const text = serviceText[language].scopes
  if (name.endsWith('sorIdentifier')) return fillText(text.sor, { name: unitName(value), number: value })
  if (name.endsWith(':ydernummer')) return fillText(text.ydernummer, { number: value })
  if (name.endsWith(':register')) return fillText(text.register, { name: value })
  return `${name}: ${value}`
}

function unitName(sor: string): string {
  for (const { units } of organisations)
    for (const unit of units) if ('sor' in unit && unit.sor === sor) return unit.name
  return ''
}
