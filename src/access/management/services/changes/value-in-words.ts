/** A field of a part of a service, and what it is, in words: one line for each thing where there are several. */
import { z } from 'zod'
import type { MetadataSummary } from '../../../../services/metadata-reading.ts'
import { type RoleScopeValues, roleValues } from '../../../../services/role-values.ts'
import { fillText } from '../../../../web/fill.ts'
import { formatDate } from '../../../../web/format.ts'
import type { Language } from '../../../../web/languages.ts'
import { attributeInWords } from '../service-tables.tsx'
import { servicesText } from '../text.ts'
import { changesText } from './text.ts'

export interface ChangeWords {
  /** Names of the service's roles by id. */
  roles: ReadonlyMap<string, string>
  summarise: (metadata: unknown) => MetadataSummary | null
}

export function fieldInWords(field: string, language: Language): string {
  const names: Readonly<Record<string, string>> = changesText[language].fields
  return (Object.hasOwn(names, field) && names[field]) || attributeInWords(field, language)
}

/** Nothing for what is not there. What has no words of its own is shown as it is. */
export function valueInWords(field: string, value: unknown, words: ChangeWords, language: Language): string[] {
  const text = changesText[language]
  if (value === null || value === undefined || value === '') return []
  if (field === 'metadata') return metadataLines(value, words, language)
  const scopes = roleValues.shape.scopes.safeParse(value)
  if (field === 'scopes' && scopes.success) return scopes.data.map((scope) => scopeInWords(scope, language))
  if (typeof value === 'boolean') return [value ? text.yes : text.no]
  if (Array.isArray(value)) return value.map(String)
  return [wordOf(field, String(value), words, language)]
}

function wordOf(field: string, value: string, words: ChangeWords, language: Language): string {
  const text = servicesText[language]
  const named = (names: Readonly<Record<string, string>>) => (Object.hasOwn(names, value) && names[value]) || value
  switch (field) {
    case 'retiredAt':
      return formatDate(new Date(z.coerce.date().parse(value).getTime() - 1), language)
    case 'replacedBy':
      return words.roles.get(value) ?? value
    case 'lowestAssurance':
      return named(text.assurances)
    case 'privilegeScope':
      return named(changesText[language].privilegeScopes)
    case 'status':
      return named({ draft: text.states.draft, active: text.states.active, retired: text.states.retired })
    default:
      return value
  }
}

export function scopeInWords(scope: RoleScopeValues, language: Language): string {
  const text = changesText[language]
  const parts = [
    text.scopeKinds[scope.kind],
    scope.required ? text.scopeRequired : text.scopeOptional,
    scope.many ? text.scopeMany : text.scopeOne,
    ...(scope.pattern === null ? [] : [fillText(text.scopePattern, { pattern: scope.pattern })]),
    ...(scope.allowedValues === null ? [] : [fillText(text.scopeValues, { values: scope.allowedValues.join(', ') })]),
    scope.constraintName,
  ]
  const name = language === 'da' ? scope.nameDa : scope.nameEn
  return fillText(text.scopeLine, { name, key: scope.key, what: parts.join(', ') })
}

function metadataLines(metadata: unknown, words: ChangeWords, language: Language): string[] {
  const text = servicesText[language]
  const summary = words.summarise(metadata)
  if (!summary) return [text.unreadableTitle]
  return [
    `${text.entityId}: ${summary.entityId}`,
    ...summary.keys.map(
      (key) =>
        `${text.keyUses[key.use]}: ${key.kind}, ${key.serialNumber}, ${text.expires.toLowerCase()} ${formatDate(key.validUntil, language)}`,
    ),
    ...summary.acs.map((address) => `${text.acs}: ${address}`),
    ...summary.logOut.map((address) => `${text.logOut}: ${address}`),
  ]
}
