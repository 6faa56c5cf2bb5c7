/** A request for a service that an organisation does not have, as it is typed and as it stands. */
import { writeDay } from '../../base/danish-time.ts'
import { cutText } from '../../base/plain-text.ts'
import type { FormFields } from '../../web/form.ts'
import type { Language } from '../../web/languages.ts'
import { isWrong, type Wrong } from '../management/fields.tsx'
import { checkGrant, type GrantTerms, readTypedGrant, type TypedGrant } from '../management/grants/grant-terms.ts'
import type { GrantableService } from '../management/grants/grantable.store.ts'
import { plain } from '../management/typed.ts'
import { newServiceText } from './text.ts'

export const askingKinds = ['security-officer', 'signatory', 'chief-administrator'] as const

export type AskingKind = (typeof askingKinds)[number]

export type ServiceRequestState = 'waiting' | 'granted' | 'refused' | 'withdrawn'

export interface TypedRequest extends TypedGrant {
  people: string
  why: string
}

export interface RequestTerms extends Pick<GrantTerms, 'roleIds' | 'ceilings'> {
  people: number
  why: string
}

/** Names its case at the desk. */
export function caseOfRequest(id: string): string {
  return `service-request ${id}`
}

export const longestWhy = 1000
const mostPeople = 200_000

/** What a form begins with: every role, from the day it is granted. */
export function emptyRequest(): TypedRequest {
  return { roles: 'alle', roleIds: [], ceilings: {}, from: '', until: '', people: '', why: '' }
}

export function readTypedRequest(form: FormFields, service: GrantableService): TypedRequest {
  return {
    ...readTypedGrant(form, service),
    from: '',
    until: '',
    people: (form.get('antal') ?? '').trim().slice(0, 12),
    why: cutText(plain(form.get('begrundelse') ?? '').trim(), longestWhy),
  }
}

export type CheckedRequest = { ok: true; terms: RequestTerms } | { ok: false; wrong: Wrong }

/** What can be granted can be asked for: the days are system management's. */
export function checkRequest(
  service: GrantableService,
  typed: TypedRequest,
  { now, language }: { now: Date; language: Language },
): CheckedRequest {
  const text = newServiceText[language].wrong
  const grant = checkGrant(service, { ...typed, from: writeDay(now), until: '' }, { now, before: null, language })
  const people = /^\d+$/.test(typed.people) ? Number(typed.people) : 0
  const wrong = {
    ...(grant.ok ? {} : grant.wrong),
    ...(people < 1 ? { antal: text.people } : {}),
    ...(people > mostPeople ? { antal: text.tooMany } : {}),
    ...(typed.why === '' ? { begrundelse: text.why } : {}),
  }
  if (isWrong(wrong) || !grant.ok) return { ok: false, wrong }
  const { roleIds, ceilings } = grant.terms
  return { ok: true, terms: { roleIds, ceilings, people, why: typed.why } }
}
