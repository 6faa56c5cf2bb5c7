/** What a grant lets an organisation use: read from a form, and said to be wrong field by field. */
import { readBeginning, readEnd, writeDay } from '../../../base/danish-time.ts'
import { fingerprint } from '../../../organisations/describe-party.ts'
import { fillText } from '../../../web/fill.ts'
import type { FormFields } from '../../../web/form.ts'
import { formatDate } from '../../../web/format.ts'
import type { Language } from '../../../web/languages.ts'
import type { ScopeKind } from '../../roles/role-at-the-door.ts'
import { isWrong, type Wrong } from '../fields.tsx'
import { managementText } from '../text.ts'
import { typedChoice, typedLines, typedText } from '../typed.ts'
import type { GrantableService } from './grantable.store.ts'
import { grantsText } from './text.ts'

export interface GrantTerms {
  /** null: every role of the service */
  roleIds: string[] | null
  ceilings: Partial<Record<ScopeKind, string[]>>
  validFrom: Date
  validUntil: Date | null
}

/** As typed: what a form that failed shows again, and the page of the effect carries on. */
export interface TypedGrant {
  roles: 'alle' | 'nogle'
  roleIds: readonly string[]
  ceilings: Readonly<Partial<Record<ScopeKind, readonly string[]>>>
  from: string
  until: string
}

export const ceilingField = (kind: ScopeKind) => `loft-${kind}`

export function readTypedGrant(form: FormFields, service: GrantableService): TypedGrant {
  return {
    roles: typedChoice(form, 'roller', ['alle', 'nogle'] as const) ?? 'nogle',
    roleIds: form.all('rolle').slice(0, 500),
    ceilings: Object.fromEntries(service.scopeKinds.map((kind) => [kind, typedLines(form, ceilingField(kind))])),
    from: typedText(form, 'fra', 20),
    until: typedText(form, 'til', 20),
  }
}

/** What the form of a grant that is there is filled with. */
export function typedOf({ roleIds, ceilings, validFrom, validUntil }: GrantTerms): TypedGrant {
  return {
    roles: roleIds ? 'nogle' : 'alle',
    roleIds: roleIds ?? [],
    ceilings,
    from: writeDay(validFrom),
    // An end is the first moment after.
    until: validUntil ? writeDay(new Date(validUntil.getTime() - 1)) : '',
  }
}

/** The fields of the form, for a page that carries them on. */
export function carriedFields(typed: TypedGrant): [string, string][] {
  return [
    ['roller', typed.roles],
    ...typed.roleIds.map((id): [string, string] => ['rolle', id]),
    ...(Object.entries(typed.ceilings) as [ScopeKind, readonly string[]][]).map(([kind, values]): [string, string] => [
      ceilingField(kind),
      values.join('\n'),
    ]),
    ['fra', typed.from],
    ['til', typed.until],
  ]
}

export function shownTerms({ roleIds, ceilings, validFrom, validUntil }: GrantTerms): string {
  return fingerprint({ roleIds: roleIds?.toSorted() ?? null, ceilings, validFrom, validUntil })
}

export type CheckedGrant = { ok: true; terms: GrantTerms } | { ok: false; wrong: Wrong }

/** `before` is the grant that is changed: what it holds already may stay, also a beginning in the past or a role that has retired. */
export function checkGrant(
  service: GrantableService,
  typed: TypedGrant,
  { now, before, language }: { now: Date; before: GrantTerms | null; language: Language },
): CheckedGrant {
  const text = grantsText[language].wrong
  const beginning = readBeginning(typed.from)
  const validFrom = before && typed.from === writeDay(before.validFrom) ? before.validFrom : beginning
  const kept = before?.validUntil && typed.until === typedOf(before).until ? before.validUntil : null
  const validUntil = kept ?? (typed.until === '' ? null : readEnd(typed.until))
  const wrong = {
    ...wrongRoles(service, typed, before, language),
    ...wrongCeilings(typed, language),
    ...(validFrom ? {} : { fra: text.from }),
    ...(typed.until !== '' && !validUntil ? { til: text.until } : {}),
    ...(validUntil && validUntil <= now ? { til: text.over } : {}),
    ...(validFrom && validUntil && validUntil <= validFrom ? { til: text.reversed } : {}),
  }
  if (isWrong(wrong) || !validFrom) return { ok: false, wrong }
  const ceilings = Object.entries(typed.ceilings).filter(([, values]) => values.length > 0)
  const roleIds = service.roles.map(({ id }) => id).filter((id) => typed.roleIds.includes(id))
  return {
    ok: true,
    terms: {
      roleIds: typed.roles === 'alle' ? null : roleIds,
      ceilings: Object.fromEntries(ceilings.map(([kind, values]) => [kind, [...values].sort()])),
      validFrom,
      validUntil,
    },
  }
}

function wrongRoles(
  { roles }: GrantableService,
  typed: TypedGrant,
  before: GrantTerms | null,
  language: Language,
): Wrong {
  const text = grantsText[language].wrong
  if (typed.roles === 'alle') return {}
  if (typed.roleIds.length === 0) return { roller: text.roles }
  if (typed.roleIds.some((id) => !roles.some((role) => role.id === id))) return { roller: text.roleUnknown }
  const retired = roles.find(
    ({ id, state }) => state === 'retired' && typed.roleIds.includes(id) && !before?.roleIds?.includes(id),
  )
  if (!retired) return {}
  return { roller: fillText(text.roleRetired, { role: language === 'da' ? retired.nameDa : retired.nameEn }) }
}

const shapes: Readonly<Partial<Record<string, RegExp>>> = {
  sor: /^\d{6,18}$/,
  ydernummer: /^\d{6}$/,
  'p-number': /^\d{10}$/,
  municipality: /^\d{3,4}$/,
}

function wrongCeilings({ ceilings }: TypedGrant, language: Language): Wrong {
  const found = (Object.entries(ceilings) as [ScopeKind, readonly string[]][]).flatMap(([kind, values]) => {
    const value = values.find((one) => !(shapes[kind]?.test(one) ?? true))
    return value === undefined ? [] : [[ceilingField(kind), fillText(grantsText[language].wrong.scope, { value })]]
  })
  return Object.fromEntries(found)
}

/** What stands now where it is not what was typed. */
export function grantStandsInstead(
  stands: GrantTerms,
  typed: TypedGrant,
  service: GrantableService,
  language: Language,
): [string, string][] {
  const text = grantsText[language]
  const shared = managementText[language]
  const now = typedOf(stands)
  const sameRoles =
    now.roles === typed.roles &&
    (now.roles === 'alle' || now.roleIds.toSorted().join() === typed.roleIds.toSorted().join())
  const names = service.roles
    .filter(({ id }) => stands.roleIds?.includes(id))
    .map(({ nameDa, nameEn }) => (language === 'da' ? nameDa : nameEn))
  const until = stands.validUntil && formatDate(new Date(stands.validUntil.getTime() - 1), language)
  return [
    ...(sameRoles ? [] : [[text.role, stands.roleIds ? names.join(', ') : text.allRoles] as [string, string]]),
    ...service.scopeKinds.flatMap((kind): [string, string][] => {
      const values = (stands.ceilings[kind] ?? []).toSorted()
      return values.join() === (typed.ceilings[kind] ?? []).toSorted().join()
        ? []
        : [[text.scopes[kind], values.join(', ')]]
    }),
    ...(now.from === typed.from ? [] : [[shared.from, formatDate(stands.validFrom, language)] as [string, string]]),
    ...(now.until === typed.until ? [] : [[shared.until, until ?? shared.noEnd] as [string, string]]),
  ]
}
